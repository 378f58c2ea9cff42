import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { db } from '../../db/client'
import { currentRequest } from '../audit/follow-request'
import { keepOnce } from '../audit/keep-entry'
import { whyNotForm } from '../form/form'
import { sentencePage } from '../form/page/sentence-page'
import { type Asked, askedOf, formHeaders, isFromHere, made, sendPage } from '../form/send-page'
import { openForm, signForm } from '../form/sign-form'
import { type Refusal, type RefusalCode, Refused } from '../refusal'
import { countUnknownLink, whyNotTryLinks } from '../session/count-attempts'
import { addReport } from './add-report'
import { type FormPage, formPage } from './page/form-page'
import { trackedPage } from './page/tracked-page'
import { readSentForm, type SentForm } from './read-sent'
import { isFormPath, readSubject } from './read-subject'
import { readTracked } from './read-tracked'
import { nothingWritten, trackingPath, whyNotFields } from './report'

const tracking = '/reports/'

/**
 * Answers the forms on which readers write to a desk, what they send from them, and the addresses under which they see
 * what became of it; without a cookie or a script. False when the request is for something else. It stands here and
 * not among Next's pages because their bundle may not hold the markup of readers' pages.
 */
export function serveReports(request: IncomingMessage, response: ServerResponse, log: Logger): boolean {
  const path = (request.url ?? '').split('?')[0] ?? ''
  const isForm = isFormPath(path)
  if (!isForm && !path.startsWith(tracking)) return false
  const asked = askedOf(path, request, response)
  const answered = isForm ? answerForm(asked) : answerTracked(asked)
  answered.catch((error) => {
    log.error({ err: error, request: currentRequest()?.id }, 'a reader’s report cannot be answered')
    if (!response.headersSent) sendPage(asked, 503, sentencePage({ code: 'report-away' }, made()))
    else response.end()
  })
  return true
}

async function answerForm(asked: Asked): Promise<void> {
  const { path, request, response } = asked
  if (request.method === 'POST') return take(asked)
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { ...formHeaders, allow: 'GET, HEAD, POST' }).end()
  const subject = await readSubject(path)
  if (!subject) return sendPage(asked, 404, sentencePage({ code: 'report-nothing-there' }, made()))
  const token = await signForm(path, new Date())
  const page = { path, subject, kind: subject.kind, token, written: nothingWritten }
  sendPage(asked, 200, formPage({ ...page, refusal: null, refusals: {} }, made()))
}

/** Takes what was sent, or shows it again with why it was not taken; also while the database is away. */
async function take(asked: Asked): Promise<void> {
  const { path, request } = asked
  const isOurs = isFromHere(request)
  const sent = await readSentForm(request)
  const kind = path.endsWith('/suggest') ? 'suggestion' : 'error'
  // Words that another site put into somebody's hand are not shown as theirs.
  const written = isOurs && sent ? sent.written : nothingWritten
  const shown: FormPage = {
    ...{ path, kind, written, token: sent?.token ?? '' },
    ...{ subject: null, refusal: { code: 'report-away' }, refusals: {} },
  }
  try {
    await takeSent(asked, isOurs ? sent : 'elsewhere', shown)
  } catch (error) {
    if (!(error instanceof Refused) && !asked.response.headersSent)
      sendPage(asked, 503, formPage(shown, made()))
    throw error
  }
}

async function takeSent(asked: Asked, sent: SentForm | null | 'elsewhere', shown: FormPage): Promise<void> {
  const { path, from, response } = asked
  const subject = await readSubject(path)
  if (!subject) return sendPage(asked, 404, sentencePage({ code: 'report-nothing-there' }, made()))
  const again = async (
    status: number,
    why: Partial<Pick<FormPage, 'refusal' | 'refusals'>>,
    token?: string,
  ) => {
    if (why.refusal) await keepRefused(subject.desk.id, why.refusal.code)
    const fresh = token ?? (await signForm(path, new Date()))
    sendPage(asked, status, formPage({ ...shown, subject, refusal: null, ...why, token: fresh }, made()))
  }
  if (sent === 'elsewhere') return again(403, { refusal: { code: 'report-from-elsewhere' } })
  if (sent === null) return again(413, { refusal: { code: 'report-too-large' } })
  if (sent.trap) return again(422, { refusal: { code: 'report-trap' } }, sent.token)
  const form = await openForm(path, sent.token)
  const refusal: Refusal | null = form ? whyNotForm(form.handedOut, new Date()) : { code: 'report-form-old' }
  // One that came too soon is good a moment later.
  const isEarly = refusal?.code === 'report-too-fast'
  if (!form || refusal) return again(422, { refusal }, isEarly ? sent.token : undefined)
  const refusals = whyNotFields(sent.written, subject.kind)
  if (Object.keys(refusals).length > 0) return again(422, { refusals }, sent.token)
  try {
    const secret = await addReport({ subject, written: sent.written, form, address: from })
    // The page is asked for again, so that a reload sends nothing twice.
    response.writeHead(303, { ...formHeaders, location: trackingPath(secret) }).end()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return again(statusOf[error.refusal.code] ?? 422, error)
  }
}

const statusOf: Partial<Record<RefusalCode, number>> = { 'report-too-often': 429, 'report-blocked': 403 }

async function answerTracked(asked: Asked): Promise<void> {
  const { path, request, response, from } = asked
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { ...formHeaders, allow: 'GET, HEAD' }).end()
  const tooOften = await whyNotTryLinks(from)
  if (tooOften) return sendPage(asked, 429, sentencePage(tooOften, made()))
  const secret = path.slice(tracking.length)
  const tracked = await readTracked(secret)
  if (!tracked) {
    await countUnknownLink(from)
    return sendPage(asked, 404, sentencePage({ code: 'report-unknown' }, made()))
  }
  sendPage(asked, 200, trackedPage(tracked, secret, made()), { 'referrer-policy': 'no-referrer' })
}

async function keepRefused(deskId: string, outcome: RefusalCode): Promise<void> {
  const nobody = { memberId: null, personId: null, words: {}, things: {} }
  await keepOnce(db(), { ...nobody, act: 'report errors', deskId, way: 'report', outcome })
}
