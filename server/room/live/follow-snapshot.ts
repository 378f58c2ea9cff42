import type { Logger } from 'pino'
import * as Y from 'yjs'
import type { RoomDoc } from '../doc/room-doc'
import { keepSnapshot } from '../kept/keep-snapshot'
import type { Journal } from '../kept/keep-updates'

/** Keeps the snapshot of a live room near its newest words. */
export type SnapshotKeeper = {
  /** More is on disk: time for a new one, perhaps. */
  committed: () => void
  /** Makes a last one before the room is let go, where it saves the next opening something. */
  settled: () => Promise<void>
}

type Followed = { document: string; fence: number; doc: RoomDoc; journal: Journal }

/** Updates since the last snapshot that make a new one worth its while: at work, and when nobody is waiting. */
const [manyUpdates, someUpdates] = [500, 50]
/** Reading a large room stops it for some ms: at most so often, in ms, while people are in it. */
const pause = 60_000

/** Follows a room whose snapshot holds its updates up to `from`. */
export function followSnapshot(room: Followed, from: number, log: Logger): SnapshotKeeper {
  let [kept, keptAt] = [from, Number.NEGATIVE_INFINITY]
  let running: Promise<void> | null = null

  const keep = async () => {
    const { doc, journal } = room
    const sequence = journal.committed
    const snapshot = { sequence, update: Y.encodeStateAsUpdate(doc) }
    keptAt = performance.now()
    try {
      await keepSnapshot(room, snapshot)
      kept = sequence
    } catch (error) {
      log.error({ err: error, document: room.document }, 'a room’s snapshot cannot be kept')
    }
  }
  const keepAfter = (updates: number) => {
    if (running || room.journal.committed - kept < updates || !holdsOnlyKept(room)) return
    running = keep().finally(() => {
      running = null
    })
  }

  return {
    committed: () => {
      if (performance.now() - keptAt > pause) keepAfter(manyUpdates)
    },
    settled: async () => {
      await running
      keepAfter(someUpdates)
      await running
    },
  }
}

/** Whether the document is, at this moment, what the updates on disk make and nothing else. */
function holdsOnlyKept({ doc, journal }: Followed): boolean {
  const { pendingStructs, pendingDs } = doc.store
  return !journal.isLost && journal.position === journal.committed && !pendingStructs && !pendingDs
}
