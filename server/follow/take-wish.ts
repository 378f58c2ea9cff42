import { db } from '../../db/client'
import { keepOnce } from '../audit/keep-entry'
import { whyNotForm } from '../form/form'
import { sentencePage } from '../form/page/sentence-page'
import { type Asked, formHeaders, isFromHere, made, sendPage } from '../form/send-page'
import { openForm, signForm } from '../form/sign-form'
import { readBody } from '../process/read-body'
import { type RefusalCode, Refused } from '../refusal'
import { askFollow } from './ask-follow'
import { type Followable, followedAt, whyNotEmail } from './follow'
import { type FollowPage, followPage } from './page/follow-page'
import { askedPage } from './page/state-page'
import { readFollowable } from './read-followable'

/** The most bytes that the form may have. */
const mostBytes = 10_000

/** Shows the form, takes what was sent from it, and shows then what everybody is shown, whether a mail was sent or not. */
export async function takeWish(asked: Asked): Promise<void> {
  const { path, request, response } = asked
  const isPost = request.method === 'POST'
  if (!isPost && request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { ...formHeaders, allow: 'GET, HEAD, POST' }).end()
  const followed = followedAt(path)
  const of = followed && (await readFollowable({ kind: followed.kind, thing: followed.thing }))
  if (!of) return sendPage(asked, 404, sentencePage({ code: 'report-nothing-there' }, made()))
  if (followed.isAsked) return sendPage(asked, 200, askedPage(of, path, made()))
  if (isPost) return take(asked, of)
  const token = await signForm(path, new Date())
  sendPage(asked, 200, followPage({ ...nothingSent, path, of, token }, made()))
}

const nothingSent = { email: '', refusal: null, emailRefusal: null }

async function take(asked: Asked, of: Followable): Promise<void> {
  const { path, request, response, from } = asked
  const again = async (status: number, why: Partial<FollowPage>) => {
    if (why.refusal) await keepRefused(of.deskId, why.refusal.code)
    const token = why.token ?? (await signForm(path, new Date()))
    sendPage(asked, status, followPage({ ...nothingSent, path, of, ...why, token }, made()))
  }
  if (!isFromHere(request)) return again(403, { refusal: { code: 'report-from-elsewhere' } })
  const body = await readBody(request, mostBytes)
  if (body === null) return again(413, { refusal: { code: 'report-too-large' } })
  const fields = new URLSearchParams(body)
  const email = (fields.get('email') ?? '').trim().toLowerCase()
  const token = fields.get('form') ?? ''
  if (fields.get('website')) return again(422, { email, token, refusal: { code: 'report-trap' } })
  const form = await openForm(path, token)
  const refusal = form ? whyNotForm(form.handedOut, new Date()) : ({ code: 'report-form-old' } as const)
  // One that came too soon is good a moment later.
  if (refusal) return again(422, { email, refusal, ...(refusal.code === 'report-too-fast' && { token }) })
  const emailRefusal = whyNotEmail(email)
  if (emailRefusal) return again(422, { email, token, emailRefusal })
  try {
    await askFollow({ of, email, address: from, now: new Date() })
    // The page is asked for again, so that a reload sends nothing twice.
    response.writeHead(303, { ...formHeaders, location: `${path}/asked` }).end()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return again(429, { email, token, refusal: error.refusal })
  }
}

/** On the desk that is followed; of a topic, which desks share, for the installation. Never the address that was typed. */
async function keepRefused(deskId: string | null, outcome: RefusalCode): Promise<void> {
  const nobody = { memberId: null, personId: null, words: {}, things: {} }
  await keepOnce(db(), { ...nobody, act: 'follow by mail', deskId, way: 'follow', outcome })
}
