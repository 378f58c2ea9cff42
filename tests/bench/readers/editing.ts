import { type Figure, percentile, rounded } from '../figures'
import type { Newsroom } from '../newsroom'
import type { Contender } from '../rooms/contenders'
import { type Load, type Outcome, under } from '../rooms/scenarios'
import { send } from '../rooms/send-crowd'
import { openVenue } from '../rooms/venue'
import type { Stream, Streamed } from './read'
import { type Page, perSecond } from './serving'

const crowd: Load = { people: 100, editsPerSecond: 100 }
const rounds = 5
/** Longer than any crowd stays: they are called back when it has left. */
const longEnough = 120_000

/** How long an edit takes to all other screens of a room of a hundred, without readers and while they read, in turn. */
export async function measureEditing(newsroom: Newsroom, page: Page): Promise<Figure[]> {
  const { places } = await openVenue(newsroom)
  const ours: Contender = { ...page.target, name: 'proofroom', isOurs: true, places, stop: () => undefined }
  // The first crowd finds a process that has not held one yet.
  await under(crowd, ours)
  const [alone, beside, read]: [Outcome[], Outcome[], Streamed[]] = [[], [], []]
  for (let round = 0; round < rounds; round++) {
    alone.push(await under(crowd, ours))
    const asked: Stream = {
      ...{ does: 'stream', question: page.question, perSecond, lines: 64, warmUp: 1_000, lasts: longEnough },
    }
    const editing = under(crowd, ours)
    const reading = send<Streamed>('readers', page.target, asked, editing)
    beside.push(await editing)
    read.push((await reading).result)
  }
  const p95 = (outcomes: Outcome[]) =>
    percentile(
      outcomes.map(({ screen }) => screen.p95),
      0.5,
    )
  const readersP99 = percentile(
    read.map(({ p99 }) => p99),
    0.5,
  )
  const note = `p95 to the other screens ${p95(alone)} ms alone, ${p95(beside)} ms beside ${perSecond} pages a second (their p99 ${rounded(readersP99)} ms); 100 people, 100 edits a second, medians of ${rounds} rounds in turn`
  const value = Math.round((p95(beside) / p95(alone)) * 100) / 100
  return [{ name: 'editsBesideReadersRatio', value, unit: '×', bound: 1.5, note }]
}
