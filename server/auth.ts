import 'server-only'
import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import { settings } from './env'
import { plainFault } from './fault/read-fault'
import { emailShape } from './member/member'
import { type Person, readPerson } from './member/read-member'
import { readKey } from './read-key'
import { Refused } from './refusal'
import { isSameOrigin } from './same-origin'
import { endSession } from './session/end-sessions'
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

/** next-auth's question: the id of a new session, or an Error whose message is the refusal as JSON. */
export function signInFrom(typed: unknown, headers: Record<string, unknown> = {}): Promise<string> {
  return orRefusalAsJson(async () => {
    const credentials = credentialsShape.safeParse(typed)
    if (!credentials.success) throw new Refused({ code: 'sign-in-wrong' })
    return signIn({ ...credentials.data, address: addressIn(headers) })
  })
}

/** The id of a session that an act starts; its refusal comes as the Error that next-auth passes on. */
export async function orRefusalAsJson(start: () => Promise<string>): Promise<string> {
  try {
    return await start()
  } catch (error) {
    const refused = error instanceof Refused
    if (!refused) console.error('sign-in failed', plainFault(error))
    throw new Error(JSON.stringify(refused ? error.refusal : { code: 'fault' }), { cause: error })
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
