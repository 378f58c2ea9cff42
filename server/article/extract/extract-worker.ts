import { parentPort } from 'node:worker_threads'
import { extract } from '../page-text'
import { extractText } from '../plain-text'
import { type Passage, type PlacedText, type Placement, placementsOf } from '../revised/placement'
import type { Extraction } from './extraction'

export type Task = { kind: 'html'; html: string; url: string } | { kind: 'text'; raw: string }
/** Passages of one text to be found in another. */
export type PlaceTask = { kind: 'place'; before: PlacedText; after: PlacedText; passages: Passage[] }
export type Answer =
  | { extraction: Extraction }
  | { placements: Placement[] }
  | { fault: string; isTooDeep: boolean }

parentPort?.on('message', (task: Task | PlaceTask) => {
  parentPort?.postMessage(answer(task))
})

function answer(task: Task | PlaceTask): Answer {
  try {
    if (task.kind === 'place') return { placements: placementsOf(task.before, task.after, task.passages) }
    return { extraction: task.kind === 'html' ? extract(task.html, task.url) : extractText(task.raw) }
  } catch (fault) {
    // A page that makes the parser throw is told to the one who waits, and the thread goes on with the next page.
    const words = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
    return { fault: words, isTooDeep: fault instanceof RangeError }
  }
}
