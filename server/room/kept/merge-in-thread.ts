import { once } from 'node:events'
import { openWorker } from '../../worker/open-worker'
import { mergeUpdates } from '../doc/merge-updates'

/** Updates with fewer bytes than these are merged on the spot, in a few ms. */
const smallBytes = 64 * 1024

/** Merges a snapshot (or none) with the updates after it; large ones one after the other in a thread of their own. */
export function mergeInThread(snapshot: Uint8Array[], since: { bytes: Uint8Array }[]): Promise<Uint8Array> {
  const updates = [...snapshot, ...since.map(({ bytes }) => bytes)]
  const size = updates.reduce((sum, { length }) => sum + length, 0)
  if (size < smallBytes) return Promise.resolve(mergeUpdates(updates))
  const merged = queue.then(() => inThread(updates))
  queue = merged.catch(() => undefined) // Whoever asked for it hears of it.
  return merged
}

let queue: Promise<unknown> = Promise.resolve()

async function inThread(updates: Uint8Array[]): Promise<Uint8Array> {
  const worker = openWorker('merge-worker')
  try {
    worker.postMessage(updates)
    const [merged] = await once(worker, 'message')
    return merged
  } finally {
    await worker.terminate()
  }
}
