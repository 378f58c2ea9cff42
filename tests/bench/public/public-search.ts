import { Agent, request } from 'node:http'
import { type Figure, percentile, rounded } from '../figures'
import type { Newsroom } from '../newsroom'
import { fillPublished, type Publisher } from './fill-published'
import { wordsOf } from './words'

const checks = 100_000
/** Readers and programs that ask at the same time, each again as soon as they are answered. */
const asking = 4

type Search = { kind: string; path: string; body?: string }

/**
 * Searches as the public asks them, over 100,000 published claims in five languages: the list of latest checks with its
 * filters, the interface of Google's Fact Check Tools and the tool for language models; each of another network, as one
 * alone may ask 60 times a minute.
 */
export async function measurePublicSearch({ server }: Newsroom): Promise<Figure[]> {
  const publishers = await fillPublished(checks)
  const searches = mixed(publishers)
  const agent = new Agent({ keepAlive: true, maxSockets: asking })
  const ask = async (search: Search, nth: number) => {
    const begun = performance.now()
    await answered(server.origin, search, { agent, nth })
    return { kind: search.kind, ms: performance.now() - begun }
  }
  // Every question once, as a server that has stood for a while has answered its like.
  for (const [nth, search] of searches.slice(0, 100).entries()) await ask(search, nth)
  const took: { kind: string; ms: number }[] = []
  const left = [...searches.entries()]
  const keepAsking = async () => {
    for (let next = left.shift(); next; next = left.shift()) took.push(await ask(next[1], next[0]))
  }
  await Promise.all(Array.from({ length: asking }, keepAsking))
  agent.destroy()
  const all = took.map(({ ms }) => ms)
  const note = `${checks / 1000},000 published claims, ${took.length} searches, ${asking} at once`
  return [
    { name: 'publicSearchP50', value: rounded(percentile(all, 0.5)), unit: 'ms', note },
    { name: 'publicSearchP95', value: rounded(percentile(all, 0.95)), unit: 'ms', bound: 100, note },
    ...[...new Set(took.map(({ kind }) => kind))].map((kind) => slowest(kind, took)),
  ]
}

/** What one kind of search takes, for whoever looks for the slow one. */
function slowest(kind: string, took: { kind: string; ms: number }[]): Figure {
  const times = took.flatMap((one) => (one.kind === kind ? one.ms : []))
  return { name: `  ${kind}, p95`, value: rounded(percentile(times, 0.95)), unit: 'ms' }
}

/** One kind after the other, so that each meets each; ways to ask change with it. */
function mixed(publishers: Publisher[]): Search[] {
  return Array.from({ length: 50 }, (_, n) => {
    const publisher = publishers[n % publishers.length]
    return publisher ? searchesIn(publisher, n) : []
  }).flat()
}

function searchesIn({ slug, tongue: { language }, tongue }: Publisher, n: number): Search[] {
  const words = wordsOf(tongue)
  const at = (number: number) => words[number % words.length] ?? ''
  const [common, middle, rare] = [at(n % 10), at(40 + n * 13), at(words.length - 1 - n * 7)]
  const known = String(1_000 + n * 391)
  const next = `${common} ${at((n % 10) + 1)}`
  return [
    latest('one word', { q: middle }),
    google('one word', { query: middle }),
    latest('two words', { q: `${common} ${middle}` }),
    google('two words', { query: `${common} ${middle}` }),
    tool('two words', { query: `${middle} ${at(60 + n * 17)}` }),
    latest('in quotes', { q: `"${next}"` }),
    google('in quotes', { query: `"${common} ${middle}"` }),
    latest('rare', { q: known }),
    google('rare', { query: rare }),
    tool('rare', { query: `${rare} ${known}` }),
    latest('very common', { q: at(0) }),
    google('very common', { query: common }),
    tool('very common', { query: common, pageSize: 50 }),
    latest('begun', { q: Array.from(middle).slice(0, 3).join('') }),
    latest('nothing', { q: `${middle} unheard-of` }),
    google('nothing', { query: 'unheard-of' }),
    latest('by filter', { verdict: 'false', language }),
    latest('by filter', { topic: `topic-${n * 5}`, desk: slug }),
    latest('by filter', { q: common, desk: slug, from: '2019-01-01', until: '2019-12-31' }),
    google('by filter', { query: middle, languageCode: language }),
    google('by filter', { query: common, maxAgeDays: 365 }),
    google('by filter', { reviewPublisherSiteFilter: '127.0.0.1', languageCode: language, maxAgeDays: 90 }),
    latest('a later page', { page: 2 + n * 3 }),
    latest('a later page', { q: common, page: 2 + (n % 8) }),
    google('a later page', { query: common, offset: 10 * (n % 20), pageSize: 20 }),
  ]
}

type Asked = Record<string, string | number>

function latest(kind: string, asked: Asked): Search {
  return { kind, path: `/latest?${parameters(asked)}` }
}

function google(kind: string, asked: Asked): Search {
  return { kind, path: `/api/v1alpha1/claims:search?${parameters(asked)}` }
}

function tool(kind: string, asked: Asked): Search {
  const params = { name: 'search', arguments: asked }
  return {
    kind,
    path: '/api/mcp',
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
  }
}

const parameters = (asked: Asked) =>
  new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))

function answered(
  origin: string,
  { path, body }: Search,
  { agent, nth }: { agent: Agent; nth: number },
): Promise<void> {
  const headers = {
    'x-forwarded-for': `10.0.${nth >> 8}.${nth & 255}`,
    ...(body && { 'content-type': 'application/json' }),
  }
  return new Promise((resolve, reject) => {
    const asked = request(
      new URL(path, origin),
      { agent, headers, method: body ? 'POST' : 'GET' },
      (answer) => {
        answer.resume().once('end', () => {
          if (answer.statusCode === 200) resolve()
          else reject(new Error(`${path} answered ${answer.statusCode}`))
        })
      },
    )
    asked.once('error', reject)
    asked.end(body)
  })
}
