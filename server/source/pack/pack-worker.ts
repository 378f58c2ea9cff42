import { parentPort } from 'node:worker_threads'
import { type EvidencePlace, storeAt } from '../store/open-store'
import { type PackOrder, withBytes } from './pack-content'
import { writePack } from './write-pack'

export type Task = { order: PackOrder; place: EvidencePlace; madeAt: Date }
export type Answer = { bytes: Uint8Array } | { fault: string }

parentPort?.on('message', async (task: Task) => {
  const made = await answer(task)
  // Handed over, not copied: it may be hundreds of megabytes. What is packed lies in memory that nobody shares.
  parentPort?.postMessage(made, 'bytes' in made ? [made.bytes.buffer as ArrayBuffer] : [])
})

async function answer({ order, place, madeAt }: Task): Promise<Answer> {
  try {
    return { bytes: writePack(await withBytes(order, storeAt(place)), madeAt) }
  } catch (fault) {
    // A store that does not answer is told to the one who waits, and the thread goes on with the next.
    return { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
  }
}
