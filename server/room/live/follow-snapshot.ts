import type { Logger } from 'pino'
import { keepSnapshot } from '../kept/keep-snapshot'
import type { Journal } from '../kept/keep-updates'

/** Keeps the snapshot of a live room near its newest words. */
export type SnapshotKeeper = {
  /** More is on disk: time for a new one, perhaps. */
  committed: () => void
  /** Makes a last one before the room is let go, where it saves the next opening something. */
  settled: () => Promise<void>
}

type Followed = { document: string; journal: Journal }

/** Updates since the last snapshot that make a new one worth its while: at work, and when nobody is waiting. */
const [manyUpdates, someUpdates] = [500, 50]
/** Making one costs a processor's time: at most so often, in ms, while people are in the room. */
const pause = 60_000

/** Follows a room whose snapshot holds its updates up to `from`. */
export function followSnapshot({ document, journal }: Followed, from: number, log: Logger): SnapshotKeeper {
  let [kept, keptAt] = [from, Number.NEGATIVE_INFINITY]
  let running: Promise<void> | null = null

  const keep = async () => {
    keptAt = performance.now()
    try {
      kept = await keepSnapshot(document)
    } catch (error) {
      log.error({ err: error, document }, 'a room’s snapshot cannot be kept')
    }
  }
  const keepAfter = (updates: number) => {
    if (running || journal.isLost || journal.committed - kept < updates) return
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
