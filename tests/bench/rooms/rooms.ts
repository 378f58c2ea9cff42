import { type Figure, percentile, rounded } from '../figures'
import type { Newsroom } from '../newsroom'
import { type Contender, openContenders } from './contenders'
import { holdRoom } from './hold-room'
import { measureRefusal } from './refusing'
import { measureReturn } from './returning'
import { inTurn, type Load, type Outcome, openingCost, saturationOf, under } from './scenarios'
import { openVenue, type Venue } from './venue'

const crowds: Load[] = [10, 50, 100].flatMap((people) =>
  [20, 100].map((editsPerSecond) => ({ people, editsPerSecond })),
)
const goal: Load = { people: 100, editsPerSecond: 100 }
const [claims, openings] = [5_000, 20]

/**
 * Our rooms beside bare Hocuspocus, Hocuspocus with its database extension and the reference server of y-websocket:
 * in one run, each in a process of its own, one after the other under the same load.
 */
export async function* measureRooms(newsroom: Newsroom): AsyncGenerator<Figure[]> {
  const venue = await openVenue(newsroom)
  const contenders = await openContenders(newsroom, venue)
  const [ours, bare] = ['proofroom', 'hocuspocus'].map((name) => named(contenders, name))
  if (!ours || !bare) throw new Error('a server is missing')
  try {
    yield await measureMarks(ours)
    yield* measureCrowds(contenders)
    yield await measureGoal([ours, bare])
    yield await measureCursors(contenders)
    yield await measureManyRooms(contenders, newsroom.idle)
    yield await measureOpening(contenders, venue, newsroom)
    yield await measureReturn(ours, venue, newsroom)
    yield measureRefusal()
    yield* measureSaturation(contenders)
  } finally {
    for (const { stop } of contenders) stop()
  }
}

function named(contenders: Contender[], name: string): Contender | undefined {
  return contenders.find((contender) => contender.name === name)
}

async function measureMarks(ours: Contender): Promise<Figure[]> {
  const { screen } = await under({ people: 10, editsPerSecond: 20 }, ours)
  return [
    {
      name: 'markToScreenP95Ms',
      value: screen.p95,
      unit: 'ms',
      bound: 100,
      note: '10 people, on disk by then',
    },
  ]
}

async function* measureCrowds(contenders: Contender[]): AsyncGenerator<Figure[]> {
  for (const load of crowds) yield tableOf(labelOf(load), await inTurn(load, contenders, 1))
}

async function measureGoal(both: Contender[]): Promise<Figure[]> {
  const [ours, bare] = await inTurn(goal, both, 5)
  if (!ours || !bare) throw new Error('nothing was measured')
  const note = `100 people, 100 edits a second; bare Hocuspocus ${bare.screen.p95} ms; medians of five rounds in turn`
  return [
    { name: 'screenP95Ratio', value: ratio(ours.screen.p95, bare.screen.p95), unit: '×', bound: 2, note },
    { name: 'screenP95Ms', value: ours.screen.p95, unit: 'ms', bound: 25, note: `p50 ${ours.screen.p50} ms` },
    { name: 'acknowledgedP99Ms', value: ours.confirmed.p99, unit: 'ms', bound: 100, note: 'the same load' },
    {
      name: 'serverCpuRatio',
      value: ratio(ours.cpu, bare.cpu),
      unit: '×',
      note: 'the same load, Postgres apart',
    },
  ]
}

async function measureCursors(contenders: Contender[]): Promise<Figure[]> {
  const outcomes = await inTurn({ people: 100, editsPerSecond: 5, cursorsPerSecond: 200 }, contenders, 1)
  return tableOf('100 cursors, 2 a second each', outcomes)
}

async function measureManyRooms(contenders: Contender[], idle: number): Promise<Figure[]> {
  const outcomes = await inTurn({ people: 1_000, rooms: 500, editsPerSecond: 100 }, contenders, 1)
  const ours = outcomes.find(({ name }) => name === 'proofroom')
  return [
    ...tableOf('500 rooms of two, 100 edits a second', outcomes),
    {
      name: 'rooms500Megabytes',
      value: rounded((ours?.megabytes ?? Number.NaN) - idle),
      unit: 'MB',
      bound: 400,
      note: 'over the idle process, 1,000 people connected',
    },
  ]
}

async function measureOpening(
  contenders: Contender[],
  venue: Venue,
  { server }: Newsroom,
): Promise<Figure[]> {
  const article = await venue.fullArticle(claims)
  const address = `${server.origin}/api/rooms/${article.articleId}/snapshot`
  const snapshot = { address, cookie: await venue.cookie() }
  const cost = new Map<string, { cpu: number[]; bytes: number }>()
  // Somebody is in each room all the time, so that none of the servers has to read it from its disk.
  const held: (() => void)[] = []
  const peersPlaces = new Map<string, Awaited<ReturnType<Contender['places']>>>()
  for (const peer of contenders.filter(({ isOurs }) => !isOurs)) {
    const places = await peer.places(openings)
    if (places[0]) held.push(await holdRoom({ ...places[0], text: article.text }, claims))
    peersPlaces.set(peer.name, places)
  }
  for (const place of await venue.placesIn(article, 1)) held.push(await holdRoom(place, 0))
  for (let round = 0; round < 3; round++)
    for (const at of contenders) {
      const opening = at.isOurs
        ? { places: await venue.placesIn(article, openings), snapshot }
        : { places: peersPlaces.get(at.name) ?? [], snapshot: null }
      const found = await openingCost(at, opening)
      const known = cost.get(at.name) ?? { cpu: [], bytes: found.bytes }
      cost.set(at.name, { cpu: [...known.cpu, found.cpu], bytes: found.bytes })
    }
  for (const leave of held) leave()
  const medianOf = (name: string) => percentile(cost.get(name)?.cpu ?? [], 0.5)
  const rows = [...cost].map(([name, { bytes }]) => ({
    name: `${name}: opening`,
    value: rounded(medianOf(name)),
    unit: 'ms CPU',
    note: `${claims} claims, ${Math.round(bytes / 1024)} KB travel`,
  }))
  const value = ratio(medianOf('proofroom'), medianOf('hocuspocus'))
  return [...rows, { name: 'openingCpuRatio', value, unit: '×', bound: 0.5, note: 'of bare Hocuspocus' }]
}

async function* measureSaturation(contenders: Contender[]): AsyncGenerator<Figure[]> {
  const rates = new Map<string, number>()
  const note = 'a hundred people in one room, p95 within 100 ms'
  for (const at of contenders) {
    const value = await saturationOf(at)
    rates.set(at.name, value)
    yield [{ name: `${at.name}: saturation`, value, unit: 'edits/s', note }]
  }
  const value = ratio(rates.get('proofroom') ?? 0, rates.get('hocuspocus') ?? 0)
  yield [{ name: 'saturationRatio', value, unit: '×', bound: 0.7, atLeast: true, note: 'of bare Hocuspocus' }]
}

/** A row for each server: p95 to the other screens, and in words all else, as ratios to bare Hocuspocus. */
function tableOf(label: string, outcomes: Outcome[]): Figure[] {
  const bare = outcomes.find(({ name }) => name === 'hocuspocus')
  return outcomes.map((outcome) => {
    const { name, screen, confirmed, cpu, databaseCpu, megabytes } = outcome
    const parts = [
      `screen p50 ${screen.p50}, p99 ${screen.p99}`,
      confirmed.count > 0 ? `confirmed p50 ${confirmed.p50}, p95 ${confirmed.p95}, p99 ${confirmed.p99}` : '',
      `CPU ${Math.round(cpu * 100)} % (${ratio(cpu, bare?.cpu ?? 0)} ×)`,
      databaseCpu > 0 ? `Postgres ${Math.round(databaseCpu * 100)} %` : '',
      `${Math.round(megabytes)} MB (${ratio(megabytes, bare?.megabytes ?? 0)} ×)`,
    ]
    const note = `${ratio(screen.p95, bare?.screen.p95 ?? 0)} × · ${parts.filter(Boolean).join(' · ')}`
    return { name: `${name}: ${label}`, value: screen.p95, unit: 'ms p95', note }
  })
}

const labelOf = ({ people, editsPerSecond }: Load) => `${people} people, ${editsPerSecond}/s`
const ratio = (one: number, other: number) => Math.round((one / other) * 100) / 100
