import type { User } from 'next-auth'
import { usesSecureCookies } from '../../../server/auth'
import { plainFault } from '../../../server/fault/read-fault'
import { signInByProvider } from '../../../server/identity/sign-in-by-provider'
import { type Refusal, Refused } from '../../../server/refusal'
import type { Kept } from './options'

type Entering = { user: User; profile: unknown; headers: Headers }

/** next-auth's question whether whom a provider vouches for may enter: yes, or the page that goes on from here. */
export async function enterByProvider(
  { user, profile, headers }: Entering,
  kept: Kept,
): Promise<true | string> {
  try {
    // The server put the address there itself (came-from).
    user.id = await signInByProvider(profile, headers.get('x-forwarded-for') ?? 'unknown')
    return true
  } catch (error) {
    if (!(error instanceof Refused)) console.error('sign-in by the provider failed', plainFault(error))
    return pageAfter(error instanceof Refused ? error.refusal : { code: 'provider-failed' }, headers, kept)
  }
}

function pageAfter({ code, values }: Refusal, headers: Headers, kept: Kept): string {
  if (code !== 'code-needed') return `/sign-in?refused=${code}`
  // Not in the address, which stays in histories and logs.
  kept.ticket = String(values?.ticket)
  return `/sign-in?step=code&next=${encodeURIComponent(aimOf(headers))}`
}

/** Where the sign-in was to lead; next-auth keeps it in a cookie while somebody is at the provider. */
function aimOf(headers: Headers): string {
  const name = `${usesSecureCookies() ? '__Secure-' : ''}next-auth.callback-url=`
  const pair = (headers.get('cookie') ?? '').split(/; */).find((part) => part.startsWith(name))
  const aim = new URL(pair ? decodeURIComponent(pair.slice(name.length)) : '/', 'http://here.invalid')
  return `${aim.pathname}${aim.search}`
}
