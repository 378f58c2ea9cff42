import superjson from 'superjson'
import { cookieOf } from '../../signed-in'
import { type Figure, percentile, rounded } from '../figures'
import type { Newsroom } from '../newsroom'
import { type FullDesk, fillDesk, mostWords, wordOf } from './fill-desk'
import { theFullDesk } from './full-desk'

const rounds = 60
const filters = [
  ...[{ stage: 'in-review' }, { stage: 'returned' }, { stage: 'published' }, { topic: 'topic 40' }],
  ...[{ publisher: 'Publisher 3' }, { language: 'de' }, { room: 'now' }, { stage: 'ready', language: 'fr' }],
]

/** The desk's page as a browser gets it: the page, then all that it lists, asked at once; then what its rows and filters say more. */
export async function measureDesk({ server }: Newsroom): Promise<Figure[]> {
  const desk = await theFullDesk()
  const ask = await asker(server.origin, desk)
  const opened = async (filter: object, page: number) => {
    const begun = performance.now()
    await ask.page(`/desk/${desk.slug}`)
    await ask.procedures([
      ['notice.unread', {}],
      ['review.counts', {}],
      ['review.desk', {}],
      ['assignment.mine', { offset: 0, due: null }],
      ['member.desk', {}],
      ['publication.recent', {}],
      ['filter.list', {}],
      ['room.people', {}],
      ['article.list', { filter, page }],
      ['thread.mentions', {}],
      ['assignment.pool', { due: null }],
      ['article.drafts', {}],
    ])
    return performance.now() - begun
  }
  for (let n = 0; n < 5; n++) await opened({}, 1)
  const [first, others]: [number[], number[]] = [[], []]
  for (let n = 0; n < rounds; n++) first.push(await opened({}, 1))
  const after: number[] = []
  for (let n = 0; n < rounds; n++) {
    const begun = performance.now()
    await ask.procedures([
      ['secondVerdict.mine', {}],
      ['article.choices', {}],
      ['visit.ofArticles', {}],
    ])
    after.push(performance.now() - begun)
  }
  for (let n = 0; n < rounds; n++) others.push(await opened(filters[n % filters.length] ?? {}, 1 + (n % 2)))
  const bound = server.isBuiltIn ? 200 : 80
  const note = '2,000 articles, 40,000 claims; the page and all that it lists'
  return [
    { name: 'deskPageP50', value: rounded(percentile(first, 0.5)), unit: 'ms', note },
    { name: 'deskPageP95', value: rounded(percentile(first, 0.95)), unit: 'ms', bound, note },
    {
      name: 'deskNarrowedP95',
      value: rounded(percentile(others, 0.95)),
      unit: 'ms',
      note: 'the same with a filter',
    },
    {
      name: 'deskAfterwardsP95',
      value: rounded(percentile(after, 0.95)),
      unit: 'ms',
      note: 'what its filters can be set to and what is new in its rows, asked once the list stands',
    },
  ]
}

/** Searches over 100,000 claims: common and rare words, several, begun ones, and words in quotes. */
export async function measureSearch({ server }: Newsroom): Promise<Figure[]> {
  const desk = await theFullDesk()
  await fillDesk(desk, 3_000)
  const ask = await asker(server.origin, desk)
  const took: number[] = []
  for (const typed of searches()) {
    const begun = performance.now()
    await ask.procedures([['search.hits', { typed, all: null }]])
    took.push(performance.now() - begun)
  }
  const note = `100,000 claims, ${took.length} searches`
  return [
    { name: 'searchP50', value: rounded(percentile(took, 0.5)), unit: 'ms', note },
    { name: 'searchP95', value: rounded(percentile(took, 0.95)), unit: 'ms', bound: 150, note },
  ]
}

function searches(): string[] {
  return Array.from({ length: 30 }, (_, n) => {
    const common = wordOf(n)
    const rare = wordOf(mostWords - 1 - n * 7)
    const middle = wordOf(40 + n * 31)
    return [
      common,
      rare,
      `${common} ${middle}`,
      middle.slice(0, 3),
      `"${common} ${wordOf(n + 1)}" ${rare.slice(0, 4)}`,
    ]
  }).flat()
}

/** Asks the server as a signed-in browser does. */
async function asker(origin: string, { slug, editor }: FullDesk) {
  const cookie = await cookieOf(editor.personId)
  const get = async (path: string): Promise<Response> => {
    const answer = await fetch(origin + path, { headers: { cookie }, redirect: 'manual' })
    if (answer.status !== 200) throw new Error(`${path.slice(0, 200)} answered ${answer.status}`)
    return answer
  }
  return {
    page: async (path: string) => void (await (await get(path)).text()),
    procedures: async (asked: [string, object][]): Promise<unknown[]> => {
      const inputs = asked.map(([, input], n) => [n, superjson.serialize({ desk: slug, ...input })])
      const said = encodeURIComponent(JSON.stringify(Object.fromEntries(inputs)))
      const names = asked.map(([name]) => name).join(',')
      const answers = await (await get(`/api/trpc/${names}?batch=1&input=${said}`)).json()
      return answers.map(({ result }: { result: { data: Parameters<typeof superjson.deserialize>[0] } }) =>
        superjson.deserialize(result.data),
      )
    },
  }
}
