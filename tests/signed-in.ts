import { encode } from 'next-auth/jwt'
import { authSecret, sessionCookieName } from '../server/auth'
import { startSession } from '../server/session/sign-in'

/** A new session of a person, as the cookie that a browser keeps of it. */
export async function sessionCookie(personId: string): Promise<{ name: string; value: string }> {
  const sid = await startSession(personId)
  return { name: sessionCookieName(), value: await encode({ token: { sid }, secret: await authSecret() }) }
}

/** The same as a browser sends it. */
export async function cookieOf(personId: string): Promise<string> {
  const { name, value } = await sessionCookie(personId)
  return `${name}=${value}`
}
