import { parentPort } from 'node:worker_threads'
import type { Finding } from './finding'
import { failingSums, type Reckoned } from './sums'

export type Answer = { findings: Finding[] } | { fault: string }

parentPort?.on('message', (article: Reckoned) => parentPort?.postMessage(answer(article)))

function answer(article: Reckoned): Answer {
  try {
    return { findings: failingSums(article) }
  } catch (fault) {
    // Told to the one who waits; the thread goes on with the next.
    return { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
  }
}
