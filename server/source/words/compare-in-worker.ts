import { keepProcess } from '../../worker/keep-process'
import type { ComparedText, Depends } from '../independence'
import type { Found, Judged } from '../watch/link-state'
import type { Answer, Done, Task } from './compare-worker'
import type { QuoteFound } from './quote-found'

// Not the process that reads articles: whoever publishes does not wait for somebody's import.
const work = keepProcess<Task, Answer>('compare-worker', { longest: 60_000, megabytes: 512 })

/** `findQuote`, in a process of its own: a source may have millions of letters. */
export async function findInWorker(
  quote: string,
  texts: string[],
  earlier: string[] = [],
): Promise<QuoteFound> {
  const done = await inProcess({ kind: 'find', quote, texts, earlier })
  return 'found' in done ? done.found : mixedUp()
}

/** `dependentOf`, in that process. */
export async function dependInWorker(sources: ComparedText[]): Promise<Depends[]> {
  const done = await inProcess({ kind: 'depend', sources })
  return 'depending' in done ? done.depending : mixedUp()
}

/** `judged`, in that process. */
export async function judgeInWorker(found: Found): Promise<Judged> {
  const done = await inProcess({ kind: 'judge', found })
  return 'judged' in done ? done.judged : mixedUp()
}

/** `wordsOfPage`, in that process. */
export async function wordsInWorker(html: string): Promise<string> {
  const done = await inProcess({ kind: 'page', html })
  return 'words' in done ? done.words : mixedUp()
}

async function inProcess(task: Task): Promise<Done> {
  const answer = await work(task)
  if ('fault' in answer) throw new Error(`words could not be compared: ${answer.fault}`)
  return answer
}

function mixedUp(): never {
  throw new Error('one thing was asked for, and something else came')
}
