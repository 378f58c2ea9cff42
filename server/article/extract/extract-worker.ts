import { parentPort } from 'node:worker_threads'
import { extract } from '../page-text'
import { extractText } from '../plain-text'
import type { Extraction } from './extraction'

export type Task = { kind: 'html'; html: string; url: string } | { kind: 'text'; raw: string }
export type Answer = { extraction: Extraction } | { fault: string; isTooDeep: boolean }

parentPort?.on('message', (task: Task) => {
  parentPort?.postMessage(answer(task))
})

function answer(task: Task): Answer {
  try {
    return { extraction: task.kind === 'html' ? extract(task.html, task.url) : extractText(task.raw) }
  } catch (fault) {
    // A page that makes the parser throw is told to the one who waits, and the thread goes on with the next page.
    const words = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
    return { fault: words, isTooDeep: fault instanceof RangeError }
  }
}
