import { z } from 'zod'
import type { Refusal } from '../../server/refusal'

/** Signs this browser in; null when it worked, else why not. */
export function signInHere(email: string, password: string): Promise<Refusal | null> {
  return signIn('credentials', { email, password })
}

/** The second step, with the ticket that the first one gave or the browser keeps; null when it worked, else why not. */
export function signInByCodeHere(ticket: string | null, code: string): Promise<Refusal | null> {
  return signIn('code', ticket === null ? { code } : { ticket, code })
}

/** Leaves to the identity provider, from where somebody signed in comes back to `next`; else why it cannot be. */
export async function leaveToProvider(next: string): Promise<Refusal | null> {
  const answer = await post('signin/provider', { callbackUrl: next }).catch(() => null)
  if (!answer) return { code: 'unreachable' }
  if (answer.origin === window.location.origin) {
    return { code: answer.searchParams.get('error') === 'OAuthSignin' ? 'provider-unreachable' : 'fault' }
  }
  window.location.assign(answer.href)
  return null
}

/** Signs this browser in by what a device answered that has a passkey; null when it worked, else why not. */
export function signInByPasskeyHere(answer: object): Promise<Refusal | null> {
  return signIn('passkey', { answer: JSON.stringify(answer) })
}

/** Signs this browser in as one of the demo's people; null when it worked, else why not. */
export function signInAsHere(memberId: string): Promise<Refusal | null> {
  return signIn('demo', { member: memberId })
}

async function signIn(
  way: 'credentials' | 'code' | 'passkey' | 'demo',
  fields: Record<string, string>,
): Promise<Refusal | null> {
  const answer = await post(`callback/${way}`, fields).catch(() => null)
  if (!answer) return { code: 'unreachable' }
  const error = answer.searchParams.get('error')
  // next-auth sends a form whose token it does not know back to the start.
  if (answer.searchParams.has('csrf')) return { code: 'fault' }
  return error === null ? null : refusalIn(error)
}

/** Ends this browser's session on the server, does what is to be done last, and goes to sign-in. */
export async function signOutHere(last?: () => Promise<void>): Promise<void> {
  await post('signout', {})
  await last?.()
  window.location.assign('/sign-in')
}

async function post(action: string, fields: Record<string, string>): Promise<URL> {
  const { csrfToken } = z
    .object({ csrfToken: z.string() })
    .parse(await (await fetch('/api/auth/csrf')).json())
  const answer = await fetch(`/api/auth/${action}`, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  })
  return new URL(z.object({ url: z.string() }).parse(await answer.json()).url, window.location.href)
}

// What `signInFrom` made of the act's refusal.
function refusalIn(message: string): Refusal {
  try {
    // The server wrote it from a Refusal; both were built together.
    return JSON.parse(message) as Refusal
  } catch {
    // next-auth's own errors are words such as "Callback".
    return { code: 'fault' }
  }
}
