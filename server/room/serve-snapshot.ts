import type { IncomingMessage, ServerResponse } from 'node:http'
import { and, eq, isNull, not } from 'drizzle-orm'
import type { Logger } from 'pino'
import { db } from '../../db/client'
import { articles, desks, members, roomSnapshots } from '../../db/schema'
import { keepTurnedAway } from '../audit/keep-turned-away'
import { personOfCookie } from '../auth'
import { isThere } from '../deleted/read-removal'
import { type Member, may } from '../member/member'
import { Refused } from '../refusal'
import { lacksFactor } from '../session/factor/read-factor'
import { documentOf } from './doc/room-doc'
import { keepStay } from './stay/keep-stay'

const address = /^\/api\/rooms\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/snapshot$/

/**
 * Answers for the words of a room as they were a moment ago, packed once for everybody: a browser asks here first
 * and brings only the difference to the socket. False when the request is for something else. An article one may
 * not read looks like one that is not there (404); a room without a snapshot yet is empty (204).
 */
export function serveSnapshot(request: IncomingMessage, response: ServerResponse, log: Logger): boolean {
  const articleId = address.exec(request.url ?? '')?.[1]
  if (!articleId || request.method !== 'GET') return false
  answer(articleId, request, response).catch((error) => {
    log.error({ err: error }, 'a room’s snapshot cannot be read')
    if (!response.headersSent) response.writeHead(503, { 'retry-after': '30' })
    response.end()
  })
  return true
}

async function answer(articleId: string, { headers }: IncomingMessage, response: ServerResponse) {
  const person = await personOfCookie(headers.cookie)
  const found = person && (await readHash(articleId, person.id))
  if (!found || !(await mayLookIn(found.member, articleId))) {
    if (person) await keepWhoAsked(articleId, person.id)
    return void response.writeHead(404, { 'cache-control': 'no-store' }).end()
  }
  if (!found.hash) return void response.writeHead(204, { 'cache-control': 'no-store' }).end()
  const etag = `"${found.hash}"`
  const shared = { etag, 'cache-control': 'private, no-cache', vary: 'Cookie' }
  if (headers['if-none-match'] === etag) return void response.writeHead(304, shared).end()
  const packed = await readPacked(articleId, found.hash)
  // A newer one has taken its place since: the browser finds the same words behind the socket.
  if (!packed) return void response.writeHead(204, { 'cache-control': 'no-store' }).end()
  const described = {
    'content-type': 'application/octet-stream',
    'content-encoding': 'gzip',
    'content-length': packed.length,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  }
  response.writeHead(200, { ...shared, ...described }).end(packed)
}

async function keepWhoAsked(articleId: string, personId: string) {
  const of = eq(articles.id, articleId)
  const [article] = await db().select({ deskId: articles.deskId }).from(articles).where(of)
  const asked = { act: 'enter rooms', way: 'room snapshot', code: 'article-unknown' } as const
  await keepTurnedAway({ ...asked, personId, deskId: article?.deskId ?? null })
}

async function mayLookIn(member: Pick<Member, 'id' | 'deskId'>, articleId: string): Promise<boolean> {
  try {
    await keepStay(member, articleId, { staysOn: false })
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

type Found = { hash: string | null; member: Pick<Member, 'id' | 'deskId' | 'role'> }

/** The hash of an article's snapshot (null without one) for a person on its desk; null for anybody else. */
async function readHash(articleId: string, personId: string): Promise<Found | null> {
  const isOnDesk = and(
    eq(members.deskId, articles.deskId),
    eq(members.personId, personId),
    isNull(members.removedAt),
  )
  const [row] = await db()
    .select({
      hash: roomSnapshots.hash,
      member: { id: members.id, deskId: members.deskId, role: members.role },
    })
    .from(articles)
    .innerJoin(members, isOnDesk)
    .innerJoin(desks, eq(desks.id, members.deskId))
    .leftJoin(roomSnapshots, eq(roomSnapshots.document, documentOf(articleId)))
    .where(and(eq(articles.id, articleId), isThere(articles.id, members.id), not(lacksFactor)))
  return row && may(row.member, 'enter rooms') ? row : null
}

async function readPacked(articleId: string, hash: string): Promise<Buffer | null> {
  const wanted = and(eq(roomSnapshots.document, documentOf(articleId)), eq(roomSnapshots.hash, hash))
  const [row] = await db().select({ packed: roomSnapshots.packed }).from(roomSnapshots).where(wanted)
  return row?.packed ?? null
}
