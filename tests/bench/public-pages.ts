import { Agent, request as httpRequest } from 'node:http'
import { db } from '../../db/client'
import { publications } from '../../db/schema'
import { type Figure, rounded } from './figures'
import type { Newsroom } from './newsroom'

const seconds = 4
const connections = 16

export type Answer = { status: number; bytes: number; body: Buffer; headers: Record<string, unknown> }

/** A reader's claim page: its size as sent, and how many a second; beside it a page that Next makes on request. */
export async function measurePublicPages({ server }: Newsroom): Promise<Figure[]> {
  const [publication] = await db().select().from(publications)
  if (!publication) throw new Error('the demo has published nothing')
  const path = await settledPath(server.origin, `/c/${publication.number}`)
  const zipped = await get(server.origin, path, { 'accept-encoding': 'gzip' })
  const plain = await get(server.origin, path, {})
  const scripts = plain.body.toString().match(/<script(?![^>]*application\/ld\+json)/g)?.length ?? 0
  const perSecond = await rate(server.origin, path)
  const peer = await rate(server.origin, '/sign-in')
  return [
    { name: 'claimPageGzipBytes', value: zipped.bytes, unit: 'B', bound: 14 * 1024, note: path },
    { name: 'claimPageScripts', value: scripts, unit: '', bound: 0 },
    {
      name: 'claimPagesPerSecond',
      value: Math.round(perSecond),
      unit: '/s',
      note: `${rounded(perSecond / peer)} × a page that Next makes on request (${Math.round(peer)} /s)`,
    },
  ]
}

/** The page is made after the publication: asks until it is there and follows to its address. */
export async function settledPath(origin: string, path: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await get(origin, path, {})
    if (answer.status === 200) return path
    const location = answer.headers.location
    if (typeof location === 'string') return new URL(location, origin).pathname
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${path} was not made`)
}

async function rate(origin: string, path: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const until = performance.now() + seconds * 1000
  let answered = 0
  const keepAsking = async () => {
    while (performance.now() < until) {
      const { status } = await get(origin, path, { 'accept-encoding': 'gzip' }, agent)
      if (status !== 200) throw new Error(`${path} answered ${status}`)
      answered += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, keepAsking))
  agent.destroy()
  return answered / seconds
}

/** Asks once and gives the answer as it travelled. */
export function get(
  origin: string,
  path: string,
  headers: Record<string, string>,
  agent?: Agent,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(new URL(path, origin), { headers, agent }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () => {
        const body = Buffer.concat(parts)
        resolve({ status: response.statusCode ?? 0, bytes: body.length, body, headers: response.headers })
      })
    })
    asked.once('error', reject)
    asked.end()
  })
}
