import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { currentRequest } from '../audit/follow-request'
import { sentencePage } from '../form/page/sentence-page'
import { type Asked, askedOf, formHeaders, isFromHere, made, sendPage } from '../form/send-page'
import { leavingSecretOf } from '../form/sign-form'
import { readBody } from '../process/read-body'
import type { RefusalCode } from '../refusal'
import { countUnknownLink, whyNotTryLinks } from '../session/count-attempts'
import { endFollow } from './end-follow'
import { type Followed, followedAt } from './follow'
import { keepFollow } from './keep-follow'
import { confirmedPage, confirmPage, leavePage, leftPage } from './page/state-page'
import { readFollowable } from './read-followable'
import { readFollows } from './read-follows'
import { readWish } from './read-wish'
import { takeWish } from './take-wish'

const confirming = /^\/follows\/confirm\/([\w-]{43})$/
const leaving = /^\/follows\/leave\/([0-9a-f-]{36})\.([\w-]{43})$/

/**
 * Answers the forms on which readers ask for mail about something, and the links of those mails; without a cookie or a
 * script. False when the request is for something else.
 */
export function serveFollows(request: IncomingMessage, response: ServerResponse, log: Logger): boolean {
  const path = (request.url ?? '').split('?')[0] ?? ''
  const isForm = followedAt(path) !== null
  if (!isForm && !path.startsWith('/follows/')) return false
  const asked = askedOf(path, request, response)
  const answered = isForm ? takeWish(asked) : answerLink(asked)
  answered.catch((error) => {
    log.error({ err: error, request: currentRequest()?.id }, 'a follower cannot be answered')
    if (!response.headersSent) say(asked, 503, 'follow-away')
    else response.end()
  })
  return true
}

async function answerLink(asked: Asked): Promise<void> {
  const { path, request, response, from } = asked
  const isPost = request.method === 'POST'
  if (!isPost && request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { ...formHeaders, allow: 'GET, HEAD, POST' }).end()
  const [, followerId, secret] = leaving.exec(path) ?? []
  if (followerId && secret && (await isTheirs(followerId, secret)))
    return isPost ? leave(asked, followerId) : showFollows(asked, followerId)
  const tooOften = await whyNotTryLinks(from)
  if (tooOften) return sendPage(asked, 429, sentencePage(tooOften, made()))
  const [, confirmed] = confirming.exec(path) ?? []
  if (confirmed && isPost && !isFromHere(request)) return say(asked, 403, 'report-from-elsewhere')
  const wish = confirmed
    ? await (isPost ? keepFollow(confirmed, new Date()) : readWish(confirmed, new Date()))
    : null
  const of = wish && (await readFollowable(wish))
  if (of) return sendPage(asked, 200, (isPost ? confirmedPage : confirmPage)(of, path, made()))
  await countUnknownLink(from)
  say(asked, 404, 'follow-unknown')
}

/** With one press, as mail programs do it (RFC 8058), all of it ends; with a button of the page, what it names. */
async function leave(asked: Asked, followerId: string): Promise<void> {
  const body = await readBody(asked.request, 2_000)
  const followId = new URLSearchParams(body ?? '').get('follow')
  await endFollow(followerId, /^[0-9a-f-]{36}$/.test(followId ?? '') ? followId : null)
  return showFollows(asked, followerId)
}

async function showFollows(asked: Asked, followerId: string): Promise<void> {
  const { path } = asked
  const followed = await readFollows(followerId)
  if (!followed.length) return sendPage(asked, 200, leftPage(path, made()))
  const there = await Promise.all(followed.map(read))
  const named = there.flatMap((one) => one ?? [])
  sendPage(asked, 200, leavePage(named, path, made()))
}

async function read(followed: Followed & { id: string }) {
  const of = await readFollowable(followed)
  return of && { ...of, id: followed.id }
}

async function isTheirs(followerId: string, secret: string): Promise<boolean> {
  const expected = Buffer.from(await leavingSecretOf(followerId))
  const given = Buffer.from(secret)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

function say(asked: Asked, status: number, code: RefusalCode): void {
  sendPage(asked, status, sentencePage({ code }, made()))
}
