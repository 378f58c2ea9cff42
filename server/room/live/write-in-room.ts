import { v4 as random } from 'uuid'
import { db } from '../../../db/client'
import { rooms } from '../../../db/schema'
import { openLog } from '../../fault/open-log'
import type { Member } from '../../member/member'
import { documentOf, type RoomDoc } from '../doc/room-doc'
import { openRoom } from './open-room'

/**
 * Writes into an article's room as a member would by a browser, for the demo and for tests: the same journal, the
 * same projection, on disk when it resolves. Refuses a room that a living process holds.
 */
export async function writeInRoom(
  articleId: string,
  member: Pick<Member, 'id'>,
  write: (doc: RoomDoc) => void,
): Promise<void> {
  const document = documentOf(articleId)
  await db().insert(rooms).values({ document, articleId, lineage: random() }).onConflictDoNothing()
  const room = await openRoom({
    document,
    processId: null,
    writerOf: () => ({ member }),
    onLost: () => {},
    isDiskLow: () => false,
    log: openLog('error'),
  })
  room.journal.bind(room.doc.clientID, member.id)
  write(room.doc)
  await room.journal.flush()
  await room.projection.settled()
  await room.snapshot.settled()
  room.projection.stop()
  if (room.journal.isLost) throw new Error(`another process took the room ${document}`)
}
