import { parentPort } from 'node:worker_threads'
import { type Copied, copiedAmong } from './copied'
import type { Told } from './sentence'

export type Answer = { copied: Copied } | { fault: string }

parentPort?.on('message', (told: Told[]) => {
  parentPort?.postMessage(answer(told))
})

function answer(told: Told[]): Answer {
  try {
    return { copied: copiedAmong(told) }
  } catch (fault) {
    // What cannot be compared is told to the one who waits, and the thread goes on with the next.
    return { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
  }
}
