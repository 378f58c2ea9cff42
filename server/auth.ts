import 'server-only'
import { randomUUID } from 'node:crypto'
import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import { isSameOrigin } from './address/same-origin'
import { keepRefusedSignIn } from './audit/keep-entry'
import { settings } from './env'
import { plainFault, saidOf } from './fault/read-fault'
import { type Locale, languageCookieOf } from './language/language'
import { emailShape } from './member/member'
import { type Person, readPerson } from './member/read-member'
import { readKey } from './read-key'
import { Refused } from './refusal'
import { deviceCookie, deviceSeconds, markFor, markIn, withMark } from './session/device'
import { endSession } from './session/end-sessions'
import { signInByCode } from './session/factor/sign-in-by-code'
import { ticketCookie, ticketMinutes } from './session/factor/ticket'
import { type Answer, answerShape } from './session/passkey/passkey'
import { signInByPasskey } from './session/passkey/sign-in-by-passkey'
import { signIn } from './session/sign-in'

let publicOrigin: string | null = null

// Settings hold for as long as the process: they are read once, not with every request.
function ourOrigin(): string {
  publicOrigin ??= settings().publicOrigin
  return publicOrigin
}

/** Whether browsers may send the cookie over an encrypted connection only. */
export function usesSecureCookies(): boolean {
  return ourOrigin().startsWith('https://')
}

/** The name of the cookie that carries a session's id, and nothing else, encrypted. */
export function sessionCookieName(): string {
  return usesSecureCookies() ? '__Secure-next-auth.session-token' : 'next-auth.session-token'
}

/** The secret that session cookies are encrypted with. */
export function authSecret(): Promise<string> {
  return readKey('auth')
}

/** The person whose live session a Cookie header carries; null for none, an ended, an expired or a forged one. */
export async function personOfCookie(cookieHeader: string | null | undefined): Promise<Person | null> {
  const token = cookieNamed(sessionCookieName(), cookieHeader ?? '')
  if (!token) return null
  const sessionId = await sessionIdIn(token)
  return sessionId ? readPerson(sessionId) : null
}

/** Whether a request with cookies comes from a page of ours, or from no page at all. */
export function isFromOurPage(headers: Headers): boolean {
  const asked = {
    origin: headers.get('origin'),
    host: headers.get('host'),
    site: headers.get('sec-fetch-site'),
  }
  return isSameOrigin(asked, ourOrigin())
}

const credentialsShape = z.object({ email: emailShape, password: z.string().max(200) })

/**
 * next-auth's question: the id of a new session, or an Error whose message is the refusal as JSON. `keep` is given
 * what the browser is to keep, so that it is known next time.
 */
export function signInFrom(
  typed: unknown,
  headers: Record<string, unknown> = {},
  keep: (devices: string) => void = () => {},
): Promise<string> {
  return orRefusalAsJson(async () => {
    const credentials = credentialsShape.safeParse(typed)
    if (!credentials.success) throw new Refused({ code: 'sign-in-wrong' })
    const { email } = credentials.data
    const devices = await devicesIn(headers)
    const attempt = { ...credentials.data, address: addressIn(headers), mark: devices.markOf(email) }
    const sessionId = await signIn(attempt).catch((error) => keepRefusal(email, error))
    keep(devices.with(email))
    return sessionId
  })
}

// That a second step is asked for is no refusal: the audit hears of its end.
async function keepRefusal(email: string, error: unknown): Promise<never> {
  if (error instanceof Refused && error.refusal.code !== 'code-needed')
    await keepRefusedSignIn(email, error.refusal.code)
  throw error
}

const stepShape = z.object({ ticket: z.string().max(200).optional(), code: z.string().max(40) })

/** The same for the second step: the ticket that the first one gave, or that the browser was to keep, and a code. */
export function signInByCodeFrom(
  typed: unknown,
  headers: Record<string, unknown> = {},
  keep: (devices: string) => void = () => {},
): Promise<string> {
  return orRefusalAsJson(async () => {
    const step = stepShape.safeParse(typed)
    if (!step.success) throw new Refused({ code: 'ticket-over' })
    const devices = await devicesIn(headers)
    const { markOf } = devices
    const { code, ticket = cookieNamed(ticketCookie, String(headers.cookie ?? '')) ?? '' } = step.data
    const { sessionId, email } = await signInByCode({ code, ticket, address: addressIn(headers), markOf })
    keep(devices.with(email))
    return sessionId
  })
}

const passkeyUseShape = z.object({ answer: z.string().max(16_000) })

/** The same for a passkey: `answer` is what the device answered, as JSON. */
export function signInByPasskeyFrom(
  typed: unknown,
  headers: Record<string, unknown> = {},
  keep: (devices: string) => void = () => {},
): Promise<string> {
  return orRefusalAsJson(async () => {
    const { sessionId, email } = await signInByPasskey(passkeyAnswerIn(typed))
    keep((await devicesIn(headers)).with(email))
    return sessionId
  })
}

function passkeyAnswerIn(typed: unknown): Answer {
  try {
    return answerShape.parse(JSON.parse(passkeyUseShape.parse(typed).answer))
  } catch {
    // No page of ours sent it.
    throw new Refused({ code: 'passkey-wrong' })
  }
}

/** Whom a browser knows, by its cookie. */
async function devicesIn(headers: Record<string, unknown>) {
  const known = cookieNamed(deviceCookie, String(headers.cookie ?? ''))
  const key = await readKey('device')
  const markOf = (email: string) => markIn(known, email, key)
  return {
    markOf,
    with: (email: string) => withMark(known, markOf(email) ?? markFor(email, { nonce: randomUUID(), key })),
  }
}

/** The Set-Cookie header by which a browser keeps whom it knows. */
export function deviceCookieWith(devices: string): string {
  return cookieWith(deviceCookie, devices, deviceSeconds)
}

/** The Set-Cookie header by which a browser keeps a ticket that no script of a page is to read. */
export function ticketCookieWith(ticket: string): string {
  return cookieWith(ticketCookie, ticket, ticketMinutes * 60)
}

/** The Set-Cookie header by which a browser keeps in which language it is spoken to; its pages may change it. */
export function languageCookieWith(language: Locale): string {
  return languageCookieOf(language, usesSecureCookies())
}

function cookieWith(name: string, value: string, seconds: number): string {
  const scope = `Path=/api/auth; Max-Age=${seconds}; HttpOnly; SameSite=Lax`
  return `${name}=${value}; ${scope}${usesSecureCookies() ? '; Secure' : ''}`
}

/** The id of a session that an act starts; its refusal comes as the Error that next-auth passes on. */
export async function orRefusalAsJson(start: () => Promise<string>): Promise<string> {
  try {
    return await start()
  } catch (error) {
    const refusal = error instanceof Refused ? error.refusal : null
    if (!refusal) console.error('sign-in failed', plainFault(error))
    throw new Error(JSON.stringify(refusal ?? saidOf(error)), { cause: error })
  }
}

/** Ends the session that a signed-out cookie carried. */
export async function signOutOf(token: Record<string, unknown> | null): Promise<void> {
  if (typeof token?.sid === 'string') await endSession(token.sid)
}

// The server put it there itself (came-from).
function addressIn(headers: Record<string, unknown>): string {
  return String(headers['x-forwarded-for'] ?? 'unknown')
}

function cookieNamed(name: string, header: string): string | null {
  const pair = header.split(/; */).find((part) => part.startsWith(`${name}=`))
  return pair ? pair.slice(name.length + 1) : null
}

async function sessionIdIn(token: string): Promise<string | null> {
  const secret = await authSecret()
  // A token we did not make, or an old one, throws: to us it is no token.
  const content = await decode({ token, secret }).catch(() => null)
  return z.uuid().nullable().catch(null).parse(content?.sid)
}
