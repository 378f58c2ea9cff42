import { type Figure, percentile, rounded } from './figures'
import type { Newsroom } from './newsroom'
import type { Contender } from './rooms/contenders'
import { type Load, type Outcome, under } from './rooms/scenarios'
import { openVenue } from './rooms/venue'

const crowd: Load = { people: 10, editsPerSecond: 20 }
const rounds = 5

const words =
  'On the fourth day the committee counted two thousand people in nine shelters along the river, it said. '
/** A hundred thousand words as a page, and a page of a million nodes, which is refused. */
const heavy = [
  {
    name: 'long',
    kind: 'html',
    content: `<article><h1>Long</h1>${`<p>${words.repeat(4)}</p>`.repeat(1_390)}</article>`,
  },
  { name: 'million', kind: 'html', content: `<p>${words}</p>${'<br>'.repeat(1_000_000)}` },
] as const

/** How long an edit takes to all other screens of a room, without imports and while heavy pages are imported, in turn. */
export async function measureBesideImports(newsroom: Newsroom): Promise<Figure[]> {
  const { server } = newsroom
  const venue = await openVenue(newsroom)
  const ours: Contender = {
    ...{ name: 'proofroom', isOurs: true, places: venue.places, stop: () => undefined },
    ...{ pid: server.pid(), dataDir: server.isBuiltIn ? server.dataDir : null },
  }
  const cookie = await venue.cookie()
  // The first crowd finds a process that has not held one yet.
  await under(crowd, ours)
  const [alone, beside]: [Outcome[], Outcome[]] = [[], []]
  const answered = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    alone.push(await under(crowd, ours))
    let isOver = false
    const importing = importUntil(server.origin, cookie, () => isOver, answered)
    beside.push(await under(crowd, ours))
    isOver = true
    await importing
  }
  const of = (outcomes: Outcome[], which: 'p95' | 'p50') =>
    rounded(
      percentile(
        outcomes.map(({ screen }) => screen[which]),
        0.5,
      ),
    )
  const counted = [...answered].map(([what, times]) => `${times} × ${what}`).join(', ')
  const note = `p50 ${of(beside, 'p50')} ms, alone ${of(alone, 'p50')} and p95 ${of(alone, 'p95')} ms; meanwhile ${counted}; 10 people, 20 edits a second, medians of ${rounds} rounds in turn`
  return [{ name: 'editsBesideImportsP95Ms', value: of(beside, 'p95'), unit: 'ms', bound: 100, note }]
}

/** Imports one heavy page after the other at the server itself, as a browser does, and counts how each was answered. */
async function importUntil(
  origin: string,
  cookie: string,
  isOver: () => boolean,
  answered: Map<string, number>,
) {
  for (let at = 0; !isOver(); at++) {
    const { name, kind, content } = heavy[at % heavy.length] ?? heavy[0]
    const answer = await fetch(`${origin}/api/trpc/article.importContent`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie },
      body: JSON.stringify({ json: { desk: 'demo', kind, content } }),
    })
    await answer.arrayBuffer()
    const what = `${name} ${answer.status}`
    answered.set(what, (answered.get(what) ?? 0) + 1)
  }
}
