import type { IncomingMessage, ServerResponse } from 'node:http'
import { and, eq, isNull, not } from 'drizzle-orm'
import type { Logger } from 'pino'
import { db } from '../../../db/client'
import { desks, members, submissions } from '../../../db/schema'
import { keepTurnedAway } from '../../audit/keep-turned-away'
import { personOfCookie } from '../../auth'
import { settings } from '../../env'
import { Refused } from '../../refusal'
import { readAnswers } from '../../report/read-answers'
import { lacksFactor } from '../../session/factor/read-factor'
import { cardOf } from '../drawn/card'
import { drawInWorker } from '../drawn/draw-in-worker'
import { type CardShape, cardShapes } from '../drawn/drawings'
import { claimPage } from '../pages/claim/claim-page'
import { editionOf } from '../pages/edition'
import { readAssets } from '../stored/read-assets'
import { readNextVersions } from './read-next-version'

const id = '([\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12})'
const address = new RegExp(`^/api/previews/${id}(?:/card-(wide|square)\\.png)?(?:\\?dissent=${id})?$`)

/**
 * Answers for the public page that a submission would become, and for its pictures, made as those that readers get, for members
 * of its desk; everything else is not there (404). False when the request is for something else. It stands here and
 * not among Next's pages because their bundle may not hold that markup.
 */
export function servePreview(request: IncomingMessage, response: ServerResponse, log: Logger): boolean {
  const [, submissionId, shape, dissentId = null] = address.exec(request.url ?? '') ?? []
  if (!submissionId || request.method !== 'GET') return false
  const asked = { submissionId, dissentId, shape: cardShapes.find((one) => one === shape) ?? null }
  answer(asked, request, response).catch((error) => {
    log.error({ err: error }, 'a page cannot be shown before it is published')
    if (!response.headersSent) response.writeHead(503, { 'retry-after': '30' })
    response.end()
  })
  return true
}

/** A shape asks for the picture and none for the page. */
type Asked = { submissionId: string; dissentId: string | null; shape: CardShape | null }

async function answer(asked: Asked, { headers }: IncomingMessage, response: ServerResponse) {
  const person = await personOfCookie(headers.cookie)
  const made = person && (await make(asked, person.id))
  if (!made) {
    if (person) await keepWhoAsked(asked, person.id)
    return void response.writeHead(404, { 'cache-control': 'no-store' }).end()
  }
  response.writeHead(200, {
    'content-type': asked.shape ? 'image/png' : 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // Shown inside the approval page alone, and as dead as paper: no script, no form, no way out.
    'content-security-policy':
      "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    'cross-origin-resource-policy': 'same-origin',
  })
  response.end(made)
}

async function keepWhoAsked({ submissionId }: Asked, personId: string) {
  const of = eq(submissions.id, submissionId)
  const [submission] = await db().select({ deskId: submissions.deskId }).from(submissions).where(of)
  const asked = { act: 'read the desk', way: 'preview', code: 'submission-unknown' } as const
  await keepTurnedAway({ ...asked, personId, deskId: submission?.deskId ?? null })
}

async function make(
  { submissionId, dissentId, shape }: Asked,
  personId: string,
): Promise<string | Buffer | null> {
  const [member] = await db()
    .select({ id: members.id, deskId: members.deskId })
    .from(submissions)
    .innerJoin(desks, eq(desks.id, submissions.deskId))
    .innerJoin(members, eq(members.deskId, desks.id))
    .where(
      and(
        eq(submissions.id, submissionId),
        eq(members.personId, personId),
        isNull(members.removedAt),
        not(lacksFactor),
      ),
    )
  if (!member) return null
  try {
    const { versions, desk } = await readNextVersions(submissionId, member, {
      now: new Date(),
      dissentId,
    })
    const { stylesheet } = readAssets()
    const edition = editionOf(desk, { origin: settings().publicOrigin, stylesheet })
    const [next] = versions
    if (shape && next) return await drawInWorker({ kind: 'card', card: cardOf(next, edition), shape })
    return claimPage(versions, edition, { answers: await readAnswers(db(), { claim: next?.number ?? 0 }) })
  } catch (error) {
    // What is deleted looks like what is not there.
    if (error instanceof Refused) return null
    throw error
  }
}
