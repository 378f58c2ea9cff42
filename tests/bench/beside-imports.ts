import { type Figure, percentile, rounded } from './figures'
import { type Hostile, hostileImports } from './hostile'
import type { Newsroom } from './newsroom'
import type { Contender } from './rooms/contenders'
import { megabytesWithReaders } from './rooms/cost'
import { type Load, type Outcome, under } from './rooms/scenarios'
import { openVenue } from './rooms/venue'

const crowd: Load = { people: 10, editsPerSecond: 20, lasts: 12_000 }
const rounds = 3
/** How many members import at once. */
const importers = 2

/**
 * How long an edit takes to all other screens of a room, without imports and while others import what is long, damaged or
 * meant to harm, in turn; and what the process holds before, at most and once they have ended.
 */
export async function measureBesideImports(newsroom: Newsroom): Promise<Figure[]> {
  const { server } = newsroom
  const pid = server.pid()
  const venue = await openVenue(newsroom)
  const ours: Contender = {
    ...{ name: 'proofroom', isOurs: true, places: venue.places, stop: () => undefined },
    ...{ pid, dataDir: server.isBuiltIn ? server.dataDir : null },
  }
  const queue = queueOf(hostileImports(), { origin: server.origin, cookie: await venue.cookie() })
  // The first crowd finds a process that has not held one yet.
  await under(crowd, ours)
  const before = await settledMegabytes(pid)
  const [alone, beside]: [Outcome[], Outcome[]] = [[], []]
  const watched = watchMemory(pid)
  const after: number[] = []
  for (let round = 0; round < rounds; round++) {
    alone.push(await under(crowd, ours))
    let isOver = false
    const importing = Array.from({ length: importers }, () => importUntil(queue, () => isOver))
    beside.push(await under(crowd, ours))
    isOver = true
    await Promise.all(importing)
    // Whatever is left out of a round would make it look harmless.
    while (queue.unanswered().length > 0) await queue.next()
    after.push(await settledMegabytes(pid))
  }
  const most = watched.end()
  return [...latencies(alone, beside, queue.answered()), ...memory({ before, most, after })]
}

function latencies(alone: Outcome[], beside: Outcome[], answered: string): Figure[] {
  const of = (outcomes: Outcome[], which: 'p50' | 'p95' | 'p99') =>
    rounded(
      percentile(
        outcomes.map(({ screen }) => screen[which]),
        0.5,
      ),
    )
  const said = (which: 'p50' | 'p95' | 'p99') => {
    const [without, value] = [of(alone, which), of(beside, which)]
    return { value, unit: 'ms', note: `without imports ${without} ms, ${rounded(value / without)} ×` }
  }
  const p99 = said('p99')
  return [
    { name: 'editsBesideImportsP50Ms', ...said('p50') },
    { name: 'editsBesideImportsP95Ms', ...said('p95'), bound: 100 },
    {
      ...{ name: 'editsBesideImportsP99Ms', ...p99 },
      note: `${p99.note}; ${crowd.people} people, ${crowd.editsPerSecond} edits a second, medians of ${rounds} rounds in turn; meanwhile ${answered}`,
    },
  ]
}

/** The first imports load what reads them, and leave the allocator with room that it keeps; the later ones must not add to it. */
function memory({ before, most, after }: { before: number; most: number; after: number[] }): Figure[] {
  const [first, last] = [after[0] ?? before, after.at(-1) ?? before]
  const rest = after.map((megabytes) => `${rounded(megabytes)}`).join(', ')
  return [
    {
      ...{ name: 'memoryKeptAfterImportsMegabytes', value: rounded(last - before), unit: 'MB' },
      note: `${rounded(before)} MB before, ${rounded(most)} MB at most, at rest after each round ${rest} MB`,
    },
    {
      ...{
        name: 'memoryGrowthFromRoundToRoundMegabytes',
        value: rounded(last - first),
        unit: 'MB',
        bound: 100,
      },
      note: 'from the rest after the first round to that after the last',
    },
  ]
}

type Door = { origin: string; cookie: string }
type Queue = {
  /** Imports the next of all things in turn, and counts how it was answered. */
  next: () => Promise<void>
  answered: () => string
  /** What no import was answered of, by name. */
  unanswered: () => string[]
}

function queueOf(things: readonly Hostile[], door: Door): Queue {
  const answered = new Map<string, number>()
  let turn = 0
  return {
    next: async () => {
      const thing = things[turn++ % things.length]
      if (!thing) return
      const what = `${thing.name} ${await imported(thing, door)}`
      answered.set(what, (answered.get(what) ?? 0) + 1)
    },
    answered: () => [...answered].map(([what, times]) => `${times} × ${what}`).join(', '),
    unanswered: () =>
      things
        .map(({ name }) => name)
        .filter((name) => ![...answered.keys()].some((what) => what.startsWith(name))),
  }
}

async function importUntil(queue: Queue, isOver: () => boolean): Promise<void> {
  while (!isOver()) await queue.next()
}

/** Imports at the server itself, as a browser does; the status of the answer. */
async function imported(thing: Hostile, { origin, cookie }: Door): Promise<number> {
  const headers = { 'content-type': 'application/json', origin, cookie }
  const call = async (procedure: string, input: object) => {
    const body = JSON.stringify({ json: { desk: 'demo', ...input } })
    const answer = await fetch(`${origin}/api/trpc/${procedure}`, { method: 'POST', headers, body })
    await answer.arrayBuffer()
    return answer.status
  }
  if (thing.kind === 'html') return call('article.importContent', { kind: 'html', content: thing.content })
  const at = `${origin}/desk/demo/import/files?name=${encodeURIComponent(thing.fileName)}`
  const taken = await fetch(at, {
    method: 'POST',
    headers: { origin, cookie },
    body: new Uint8Array(thing.bytes),
  })
  if (!taken.ok) {
    await taken.arrayBuffer()
    return taken.status
  }
  const { fileId } = (await taken.json()) as { fileId: string } // As the door for files answers.
  return call('article.importFile', { fileId })
}

/** The most that a process holds until it is ended, looked at ten times a second. */
function watchMemory(pid: number): { end: () => number } {
  let most = megabytesWithReaders(pid)
  const timer = setInterval(() => {
    most = Math.max(most, megabytesWithReaders(pid))
  }, 100)
  return {
    end: () => {
      clearInterval(timer)
      return most
    },
  }
}

/** What a process holds once nobody asks it anything: what it is down to when it has not fallen for ten seconds, within a minute. */
async function settledMegabytes(pid: number): Promise<number> {
  let [least, since] = [megabytesWithReaders(pid), Date.now()]
  const end = Date.now() + 60_000
  while (Date.now() < end && Date.now() - since < 10_000) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    const now = megabytesWithReaders(pid)
    if (now < least - 1) [least, since] = [now, Date.now()]
  }
  return least
}
