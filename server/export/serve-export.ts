import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import type { Logger } from 'pino'
import { db } from '../../db/client'
import { desks } from '../../db/schema'
import { done } from '../audit/audit'
import { keepEntry } from '../audit/keep-entry'
import { keepTurnedAway } from '../audit/keep-turned-away'
import { personOfCookie } from '../auth'
import { type Member, whyMayNot } from '../member/member'
import { readAsker } from '../member/read-member'
import { type Refusal, say } from '../refusal'
import { type ExportFormat, pieces } from './export'
import { readClaims } from './read-claims'

const address = /^\/desk\/([^/?]+)\/claims\/export\.(csv|json)$/

type Asked = { slug: string; format: ExportFormat }

/**
 * Answers for a desk's working claims with what was said about them, as a file that is written while it is read. To who
 * is not on the desk it is not there (404). False when the request is for something else.
 */
export function serveExport(request: IncomingMessage, response: ServerResponse, log: Logger): boolean {
  const [, slug, format] = address.exec(request.url ?? '') ?? []
  if (!slug || request.method !== 'GET') return false
  answer({ slug, format: format === 'csv' ? 'csv' : 'json' }, request, response).catch((error) => {
    log.error({ err: error }, 'a desk’s claims cannot be exported')
    // Half a file must not look like a whole one.
    if (response.headersSent) return void response.destroy()
    response.writeHead(503, { ...headers, 'retry-after': '30' }).end()
  })
  return true
}

const headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'cross-origin-resource-policy': 'same-origin',
}

const types: Record<ExportFormat, string> = { csv: 'text/csv; charset=utf-8', json: 'application/json' }

async function answer({ slug, format }: Asked, request: IncomingMessage, response: ServerResponse) {
  const person = await personOfCookie(request.headers.cookie)
  const asker = person && (await readAsker(slug, person.id))
  if (!asker) {
    if (person) await keepWhoAsked(slug, person.id, { code: 'desk-unknown' })
    return void response.writeHead(404, headers).end()
  }
  const { member, lacksFactor } = asker
  const why: Refusal | null = lacksFactor
    ? { code: 'second-factor-first' }
    : whyMayNot(member, 'export the desk')
  if (why) {
    await keepWhoAsked(slug, member.personId, why)
    return void response
      .writeHead(403, { ...headers, 'content-type': 'text/plain; charset=utf-8' })
      .end(say(why))
  }
  // Before the first word: the audit knows who took it, even if they went before the last.
  await keepTaken(member, format)
  response.writeHead(200, {
    ...headers,
    'content-type': types[format],
    'content-disposition': `attachment; filename="claims-${encodeURIComponent(slug)}.${format}"`,
  })
  await write(member, format, response)
}

async function write(member: Member, format: ExportFormat, response: ServerResponse): Promise<void> {
  const { head, of, tail } = pieces[format]
  response.write(head)
  let isFirst = true
  for await (const claims of readClaims(member)) {
    if (response.destroyed) return
    // No faster than it is read, or a slow reader would have it all in our memory.
    if (!response.write(of(claims, isFirst)))
      await Promise.race([once(response, 'drain'), once(response, 'close')])
    isFirst = false
  }
  response.end(tail)
}

async function keepTaken({ id, personId, deskId }: Member, format: ExportFormat): Promise<void> {
  const by = { deskId, memberId: id, personId, things: {}, words: {} }
  await keepEntry(db(), { ...by, act: 'export the desk', way: `export ${format}`, outcome: done })
}

async function keepWhoAsked(slug: string, personId: string, { code }: Refusal): Promise<void> {
  const [desk] = await db().select({ id: desks.id }).from(desks).where(eq(desks.slug, slug))
  await keepTurnedAway({ act: 'export the desk', way: 'export', code, personId, deskId: desk?.id ?? null })
}
