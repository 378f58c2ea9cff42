import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { isAway } from '../../../db/away/away'
import type { Language } from '../../../db/vocabulary'
import {
  authSecret,
  orRefusalAsJson,
  signInByCodeFrom,
  signInByPasskeyFrom,
  signInFrom,
  signOutOf,
  usesSecureCookies,
} from '../../../server/auth'
import { signInAs } from '../../../server/demo/sign-in-as'
import { settings } from '../../../server/env'
import { readLanguage } from '../../../server/language/read-language'
import { sessionSeconds } from '../../../server/session/session'
import { openIdProvider } from './provider'
import { enterByProvider } from './provider-entry'

/** What a browser is to keep: whom it knows, a ticket for the second step of signing in, the language of who came in. */
export type Kept = {
  devices: string | null
  ticket: string | null
  language: Language | null
  /** Whether nobody could be signed in, as the database is away. */
  isAway: boolean
}

/** How next-auth signs people in here; `kept` is filled with what the browser is to keep. */
export async function authOptions(headers: Headers, kept: Kept): Promise<NextAuthOptions> {
  const keep = (devices: string) => {
    kept.devices = devices
  }
  const noting = (id: Promise<string>) =>
    id.catch((error: unknown) => {
      kept.isAway = isAway(error)
      throw error
    })
  const { provider } = settings()
  return {
    secret: await authSecret(),
    useSecureCookies: usesSecureCookies(),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: async (credentials, { headers }) => ({
          id: await noting(signInFrom(credentials, headers, keep)),
        }),
      }),
      Credentials({
        id: 'code',
        credentials: { ticket: {}, code: {} },
        authorize: async (step, { headers }) => ({ id: await noting(signInByCodeFrom(step, headers, keep)) }),
      }),
      Credentials({
        id: 'passkey',
        credentials: { answer: {} },
        authorize: async (use, { headers }) => ({
          id: await noting(signInByPasskeyFrom(use, headers, keep)),
        }),
      }),
      Credentials({
        id: 'demo',
        credentials: { member: {} },
        authorize: async (chosen) => ({ id: await noting(orRefusalAsJson(() => signInAs(chosen?.member))) }),
      }),
      ...(provider ? [openIdProvider(provider)] : []),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        const isIn = account?.type !== 'oauth' || (await enterByProvider({ user, profile, headers }, kept))
        if (isIn === true) kept.language = await readLanguage(user.id)
        return isIn
      },
      // The "user" of a fresh sign-in is its session: the cookie carries that id and nothing else.
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
    },
    events: { signOut: ({ token }) => signOutOf(token) },
  }
}
