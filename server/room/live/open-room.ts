import { eq } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Transaction as YjsTransaction } from 'yjs'
import { db } from '../../../db/client'
import { roomClients } from '../../../db/schema'
import type { Member } from '../../member/member'
import { joinUpdates } from '../doc/merge-updates'
import { openDoc, type RoomDoc, touchedClaims, touchedSources } from '../doc/room-doc'
import { type ClientIds, clientIds } from '../guard/client-ids'
import { type Entry, Journal } from '../kept/keep-updates'
import { openStored } from '../kept/read-room'
import { takeRoom } from '../lease/take-room'
import { Differences } from '../socket/differences'
import { writtenFrame } from '../socket/frame'
import type { Seat } from '../socket/seat'
import { followRoom, type Projection } from './follow-room'
import { followSnapshot, type SnapshotKeeper } from './follow-snapshot'

/** A room this process holds: its live document, its journal and who sits in it. */
export type Room = {
  document: string
  articleId: string
  doc: RoomDoc
  journal: Journal
  projection: Projection
  snapshot: SnapshotKeeper
  clients: ClientIds
  differences: Differences
  seats: Set<Seat>
  /** Whether what is written here reaches the disk, as far as one can know. */
  isStored: () => boolean
  /** Tells everybody here whether it does. */
  tellStored: () => void
}

/** Whoever an update is kept as written by. */
export type Writer = { member: Pick<Member, 'id'>; byRule?: boolean }

type Opening = {
  document: string
  /** The process that takes it; null for whoever only writes something. */
  processId: string | null
  /** Who sits behind the origin of an update. */
  writerOf: (origin: unknown) => Writer | null
  /** Another process has taken the room. */
  onLost: () => void
  isDiskLow: () => boolean
  log: Logger
}

/** Takes a room for a process, fills a document from the database and from then on keeps every update to it. */
export async function openRoom(opening: Opening): Promise<Room> {
  const { document, processId, writerOf, onLost, log } = opening
  const taken = await takeRoom(document, processId)
  // From here on nobody else can write, so that what is read is all there is.
  const doc = openDoc()
  const owners = await db().select().from(roomClients).where(eq(roomClients.document, document))
  const stored = { ...taken, owners, filled: await openStored(doc, document) }
  const { sequence, snapshotSequence, isSnapshotDamaged } = stored.filled
  if (isSnapshotDamaged)
    log.error({ document }, 'the snapshot of a room is damaged, its log was read instead')
  let isWritten = true
  const isStored = () => isWritten && !opening.isDiskLow()
  const room: Omit<Room, 'journal' | 'projection' | 'snapshot'> = {
    document,
    articleId: stored.articleId,
    doc,
    clients: clientIds(stored.owners),
    differences: new Differences(document, doc),
    seats: new Set(),
    isStored,
    tellStored: () => {
      for (const seat of room.seats) seat.tell({ type: 'storage', isWell: isStored() })
    },
  }
  const journal = new Journal(
    { document, fence: stored.fence, position: sequence },
    {
      onCommit: (entries) => {
        const frame = writtenFrame(document, joinUpdates(entries.map(({ update }) => update)))
        for (const seat of room.seats) seat.show(frame)
        projection.changed(entries.flatMap(({ claims }) => claims))
        snapshot.committed()
      },
      onLost: () => {
        projection.stop()
        for (const seat of [...room.seats]) seat.end('room-moved')
        onLost()
      },
      onHealth: (isWell) => {
        isWritten = isWell
        room.tellStored()
      },
    },
    log,
  )
  const projection = followRoom({ articleId: stored.articleId, document, doc, journal }, log)
  const snapshot = followSnapshot({ document, journal }, snapshotSequence, log)
  writeDown({ doc, document, writerOf, log }, journal)
  snapshot.committed()
  return { ...room, journal, projection, snapshot }
}

/** Every update goes into the journal in the same tick in which it is applied; nobody sees it before it is on disk. */
function writeDown(
  { doc, document, writerOf, log }: Pick<Opening, 'document' | 'writerOf' | 'log'> & { doc: RoomDoc },
  journal: Journal,
): void {
  const touched = new WeakMap<YjsTransaction, Pick<Entry, 'claims' | 'sources'>>()
  doc.on('afterTransaction', (transaction: YjsTransaction) => {
    touched.set(transaction, { claims: touchedClaims(transaction), sources: touchedSources(transaction) })
  })
  doc.on('update', (update: Uint8Array, origin: unknown, _doc: RoomDoc, transaction: YjsTransaction) => {
    const writer = writerOf(origin)
    const { claims = [], sources = [] } = touched.get(transaction) ?? {}
    const byRule = writer?.byRule ?? false
    if (writer) journal.append({ update, memberId: writer.member.id, claims, sources, byRule })
    else log.error({ document }, 'an update without a writer is not kept')
  })
}
