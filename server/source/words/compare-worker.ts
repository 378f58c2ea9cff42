import { parentPort } from 'node:worker_threads'
import { type ComparedText, type Depends, dependentOf } from '../independence'
import { type Found, type Judged, judged } from '../watch/link-state'
import { wordsOfPage } from './page-words'
import { findQuote, type QuoteFound } from './quote-found'

export type Task =
  | { kind: 'find'; quote: string; texts: string[]; earlier: string[] }
  | { kind: 'depend'; sources: ComparedText[] }
  | { kind: 'judge'; found: Found }
  | { kind: 'page'; html: string }
export type Done = { found: QuoteFound } | { depending: Depends[] } | { judged: Judged } | { words: string }
export type Answer = Done | { fault: string }

parentPort?.on('message', (task: Task) => parentPort?.postMessage(answer(task)))

function answer(task: Task): Answer {
  try {
    return done(task)
  } catch (fault) {
    // Told to the one who waits; the thread goes on with the next.
    return { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
  }
}

function done(task: Task): Done {
  switch (task.kind) {
    case 'find':
      return { found: findQuote(task.quote, task.texts, task.earlier) }
    case 'depend':
      return { depending: dependentOf(task.sources) }
    case 'judge':
      return { judged: judged(task.found) }
    case 'page':
      return { words: wordsOfPage(task.html) }
  }
}
