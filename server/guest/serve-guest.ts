import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { db } from '../../db/client'
import { cameFrom } from '../address/came-from'
import { currentRequest } from '../audit/follow-request'
import { keepOnce } from '../audit/keep-entry'
import { settings } from '../env'
import { sentencePage } from '../form/page/sentence-page'
import { made } from '../form/send-page'
import { inLanguage } from '../language/follow-language'
import { spokenFor } from '../language/language'
import { readAssets } from '../publication/stored/read-assets'
import { type Refusal, type RefusalCode, Refused } from '../refusal'
import { countUnknownLink, whyNotTryLinks } from '../session/count-attempts'
import { addGuestComment, signByGuest } from './add-guest-words'
import { countVisit, type OpenedLink, openGuestLink, readDeskOf } from './open-link'
import type { Tried } from './page/forms'
import { guestPage } from './page/guest-page'
import { nowherePage } from './page/nowhere-page'
import { readGuestPage } from './read-guest-page'
import { readSent } from './read-sent'

const start = '/guest/'

/**
 * Answers everything under /guest/: the page of a link for whoever holds its secret, without a cookie or a script, and
 * what they send from it. A link that is unknown, ran out or was withdrawn is answered byte for byte the same (404).
 * False when the request is for something else. It stands here and not among Next's pages because their bundle may
 * not hold the markup of claims.
 */
export function serveGuest(request: IncomingMessage, response: ServerResponse, log: Logger): boolean {
  const address = request.url ?? ''
  if (!address.startsWith(start)) return false
  const secret = address.slice(start.length).split('?')[0] ?? ''
  const { trustedProxies } = settings()
  const reported = String(request.headers['x-forwarded-for'] ?? '')
  const from = cameFrom(request.socket.remoteAddress, reported, trustedProxies)
  answer(secret, request, response).catch((error) => {
    log.error({ err: error, request: currentRequest()?.id }, 'a guest cannot be answered')
    if (response.headersSent) return void response.end()
    response.setHeader('retry-after', '30')
    send(response, 503, sentencePage({ code: 'follow-away' }, made()), request.method)
  })
  return true

  async function answer(secret: string, { method }: IncomingMessage, response: ServerResponse) {
    const tooOften = await whyNotTryLinks(from)
    if (tooOften) {
      await keepTried(null, tooOften.code)
      return send(response, 429, nowhere(tooOften))
    }
    const isAsked = method === 'GET' || method === 'HEAD' || method === 'POST'
    const first = isAsked ? await openGuestLink(secret) : null
    const tried = first && method === 'POST' ? await take(secret, request) : null
    if (first && tried) await keepRefused(first, tried)
    // What was sent may have been refused because the link was withdrawn meanwhile.
    const link = tried ? await openGuestLink(secret) : first
    if (!link) {
      await countUnknownLink(from)
      await keepTried(await readDeskOf(secret), 'guest-link-unknown')
      return send(response, 404, nowhere({ code: 'guest-link-unknown' }))
    }
    // The page is asked for again, so that a reload sends nothing twice.
    if (method === 'POST' && !tried)
      return void response.writeHead(303, { ...headers, location: start + secret }).end()
    if (method === 'GET') await countVisit(link)
    const page = await readGuestPage(link)
    const made = { stylesheet: readAssets().stylesheet, origin: settings().publicOrigin, tried }
    const shown = inLanguage(spokenFor(page.desk.language), () => guestPage(page, made))
    send(response, tried ? 422 : 200, shown, method)
  }
}

/** Does what was sent; what a rule refuses comes back with its reason. */
async function take(secret: string, request: IncomingMessage): Promise<Tried | null> {
  const sent = await readSent(request)
  if ('refusal' in sent) return sent
  const { act, text } = sent
  try {
    if (act === 'comment') await addGuestComment(secret, text)
    else await signByGuest(secret, { answer: act, hash: sent.hash, note: text })
    return null
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { form: act === 'comment' ? 'comment' : 'clearance', text, refusal: error.refusal }
  }
}

const byGuest = { act: 'answer as a guest', memberId: null, personId: null, words: {} } as const

/** Keeps that a link was tried that leads nowhere: on the desk that it led to once, else for the installation. */
async function keepTried(deskId: string | null, outcome: RefusalCode): Promise<void> {
  await keepOnce(db(), { ...byGuest, deskId, way: 'guest link', outcome, things: {} })
}

async function keepRefused({ id: linkId, submissionId, deskId }: OpenedLink, { form, refusal }: Tried) {
  const things = { linkId, submissionId }
  await keepOnce(db(), { ...byGuest, deskId, way: `guest ${form}`, outcome: refusal.code, things })
}

const nowhere = (refusal: Refusal) => nowherePage(refusal, readAssets().stylesheet)

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  // The address is a secret: no other site may learn it from a link.
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'content-security-policy':
    "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
}

function send(response: ServerResponse, status: number, page: string, method = 'GET'): void {
  const body = Buffer.from(page)
  response.writeHead(status, { ...headers, 'content-length': body.length })
  response.end(method === 'HEAD' ? undefined : body)
}
