import { v4 as random } from 'uuid'
import { db } from '../../../db/client'
import { rooms } from '../../../db/schema'
import { openLog } from '../../fault/open-log'
import type { Member } from '../../member/member'
import { documentOf, openDoc, type RoomDoc } from '../doc/room-doc'
import { HeldElsewhere } from '../lease/take-room'
import { openRoom, type Room, type Writer } from './open-room'

/** Who writes into a room without a browser, as the origin of what they do there. */
export class Hand implements Writer {
  constructor(
    readonly member: Pick<Member, 'id'>,
    readonly byRule = false,
  ) {}
}

/**
 * Writes into an article's room that no living process holds: the same journal, the same projection, on disk when it
 * resolves.
 */
export async function writeInRoom(
  articleId: string,
  member: Pick<Member, 'id'>,
  write: (doc: RoomDoc) => void,
  byRule = false,
): Promise<void> {
  const document = documentOf(articleId)
  await db().insert(rooms).values({ document, articleId, lineage: random() }).onConflictDoNothing()
  const writer = new Hand(member, byRule)
  const room = await openRoom({
    document,
    processId: null,
    writerOf: () => writer,
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
  if (room.journal.isLost) throw new HeldElsewhere(`another process took the room ${document}`)
}

/** Writes into a room that this process holds, and shows it to everybody there; on disk when it resolves. */
export async function writeInOpenRoom(room: Room, hand: Hand, write: (doc: RoomDoc) => void): Promise<void> {
  const { doc, clients, journal } = room
  const own = doc.clientID
  // Who wrote what is told by Yjs' client ids: everybody has their own in each room.
  doc.clientID = handIdOf(room, hand.member.id)
  if (clients.take(doc.clientID, hand.member.id)) journal.bind(doc.clientID, hand.member.id)
  try {
    doc.transact(() => write(doc), hand)
  } finally {
    doc.clientID = own
  }
  await journal.reached(journal.position)
}

const handIds = new WeakMap<Room, Map<string, number>>()

function handIdOf(room: Room, memberId: string): number {
  const ids = handIds.get(room) ?? new Map<string, number>()
  handIds.set(room, ids)
  const id = ids.get(memberId) ?? openDoc().clientID
  ids.set(memberId, id)
  return id
}
