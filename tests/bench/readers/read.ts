import { percentile } from '../figures'
import { Line, type Question } from './asking'

/** As fast as so many lines can; how many were answered within the time, in ms. */
export type Flood = { does: 'flood'; question: Question; lines: number; warmUp: number; lasts: number }
/** So many a second at even distances, whether or not those before were answered. */
export type Stream = {
  does: 'stream'
  question: Question
  perSecond: number
  lines: number
  warmUp: number
  lasts: number
}
export type Flooded = { answered: number }
/** Times in ms from when a question was due to the end of its answer; so one that had to wait for a line counts as late. */
export type Streamed = { p50: number; p99: number; most: number; count: number }

export async function flood(
  { question, lines, warmUp, lasts }: Flood,
  say: (moment: 'begin' | 'end') => void,
): Promise<Flooded> {
  const open = await Promise.all(Array.from({ length: lines }, () => Line.open(question)))
  let answered = 0
  let isOver = false
  const asking = open.map(async (line) => {
    while (!isOver) {
      await line.ask()
      answered += 1
    }
  })
  await pause(warmUp)
  const before = answered
  say('begin')
  await pause(lasts)
  const counted = answered - before
  say('end')
  isOver = true
  await Promise.all(asking)
  for (const line of open) line.close()
  return { answered: counted }
}

export async function stream(
  { question, perSecond, lines, warmUp, lasts }: Stream,
  say: (moment: 'begin' | 'end') => void,
  calledBack: AbortSignal,
): Promise<Streamed> {
  const free = await Promise.all(Array.from({ length: lines }, () => Line.open(question)))
  const waiting: number[] = []
  const took: number[] = []
  const begun = performance.now()
  const from = begun + warmUp
  let until = from + lasts
  calledBack.addEventListener('abort', () => (until = Math.min(until, performance.now())))
  let [asked, underway] = [0, 0]
  let fault: unknown = null
  const ask = async (line: Line, due: number) => {
    underway += 1
    await line.ask()
    underway -= 1
    if (due >= from) took.push(performance.now() - due)
    const next = waiting.shift()
    if (next === undefined) free.push(line)
    else await ask(line, next)
  }
  const askWhatIsDue = () => {
    const now = Math.min(performance.now(), until)
    for (; begun + (asked / perSecond) * 1000 <= now; asked++) {
      const due = begun + (asked / perSecond) * 1000
      // In turn, or those that are never needed would be closed by the server as idle.
      const line = free.shift()
      if (!line) waiting.push(due)
      else ask(line, due).catch((error) => (fault = error))
    }
  }
  const beginning = setTimeout(() => say('begin'), warmUp)
  while (performance.now() < until && !fault) {
    askWhatIsDue()
    // What a timer is late counts as the answer's time: there is no hurry that would take the processor from the server.
    await pause(1)
  }
  clearTimeout(beginning)
  say('end')
  while ((underway > 0 || waiting.length > 0) && !fault) await pause(5)
  if (fault) throw fault
  for (const line of free) line.close()
  return {
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    most: Math.max(...took),
    count: took.length,
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
