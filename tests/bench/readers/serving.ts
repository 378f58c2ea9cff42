import { spawn } from 'node:child_process'
import { type Figure, percentile, rounded } from '../figures'
import type { Newsroom } from '../newsroom'
import { get } from '../public-pages'
import { portOf } from '../rooms/contenders'
import { send, type Target } from '../rooms/send-crowd'
import type { Question } from './asking'
import type { Flood, Flooded, Stream, Streamed } from './read'

/** What a browser says it takes. */
const acceptEncoding = 'gzip, deflate, br, zstd'
const rounds = 7
const floods = { lines: 16, warmUp: 500, lasts: 2_500 }
export const perSecond = 1_000

/** Our server, and the question for a page there. */
export type Page = { target: Target; question: Question }

export function pageAt({ server }: Newsroom, path: string): Page {
  const { hostname: host, port } = new URL(server.origin)
  const dataDir = server.isBuiltIn ? server.dataDir : null
  return {
    target: { name: 'proofroom', pid: server.pid(), dataDir },
    question: { host, port: Number(port), path, acceptEncoding },
  }
}

/** Answers a second beside a bare node:http with the same bytes and headers, in turn; then how long each takes at an even rate. */
export async function* measureServing(page: Page): AsyncGenerator<Figure[]> {
  const bare = await openBare(page)
  try {
    yield await measureRates(page, bare)
  } finally {
    bare.stop()
  }
  const asked: Stream = {
    ...{ does: 'stream', question: page.question, perSecond },
    ...{ lines: 64, warmUp: 2_000, lasts: 20_000 },
  }
  const { result, cost } = await send<Streamed>('readers', page.target, asked)
  const note = `${result.count} readers, each from when its question was due; p50 ${rounded(result.p50)}, most ${rounded(result.most)} ms; ${Math.round((cost.cpu / 20) * 100)} % of a processor`
  yield [{ name: 'claimPageP99Ms', value: rounded(result.p99), unit: 'ms', bound: 50, note }]
}

async function measureRates(page: Page, bare: Page): Promise<Figure[]> {
  const [rates, costs] = [
    { ours: [] as number[], bare: [] as number[] },
    { ours: [] as number[], bare: [] as number[] },
  ]
  for (let round = 0; round < rounds; round++)
    for (const [who, at] of [['ours', page] as const, ['bare', bare] as const]) {
      const asked: Flood = { does: 'flood', question: at.question, ...floods }
      const { result, cost } = await send<Flooded>('readers', at.target, asked)
      rates[who].push(result.answered / (floods.lasts / 1_000))
      costs[who].push((cost.cpu / result.answered) * 1e6)
    }
  const ratios = rates.ours.map((rate, round) => rate / (rates.bare[round] ?? Number.NaN))
  const [ours, theirs] = [percentile(rates.ours, 0.5), percentile(rates.bare, 0.5)]
  const each = `${Math.round(percentile(costs.ours, 0.5))} and ${Math.round(percentile(costs.bare, 0.5))} µs of the processor each`
  return [
    {
      ...{ name: 'claimPagesRatio', value: Math.round(percentile(ratios, 0.5) * 100) / 100, unit: '×' },
      ...{ bound: 0.5, atLeast: true },
      note: `${Math.round(ours)} /s of ${Math.round(theirs)} /s by a bare node:http; ${each}; medians of ${rounds} rounds in turn`,
    },
  ]
}

/** A server that is nothing but node:http and hands out what ours answers. */
async function openBare({ question }: Page): Promise<Page & { stop: () => void }> {
  const origin = `http://${question.host}:${question.port}`
  const { status, headers, body } = await get(origin, question.path, { 'accept-encoding': acceptEncoding })
  if (status !== 200) throw new Error(`${question.path} was answered with ${status}`)
  const child = spawn(process.execPath, ['.build/peer-bare-http.mjs'], { stdio: ['pipe', 'pipe', 'inherit'] })
  // What node:http says of itself it says there, too.
  const { date: _, connection: __, 'keep-alive': ___, ...ours } = headers
  child.stdin.end(JSON.stringify({ headers: ours, body: body.toString('base64') }))
  return {
    target: { name: 'node:http', pid: child.pid ?? 0, dataDir: null },
    question: { ...question, host: '127.0.0.1', port: await portOf(child) },
    stop: () => child.kill('SIGKILL'),
  }
}
