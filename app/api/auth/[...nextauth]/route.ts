import { NextRequest } from 'next/server'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import {
  authSecret,
  orRefusalAsJson,
  signInFrom,
  signOutOf,
  usesSecureCookies,
} from '../../../../server/auth'
import { signInAs } from '../../../../server/demo/sign-in-as'
import { sessionSeconds } from '../../../../server/session/session'
import { readWithin } from '../../read-within'

// An e-mail, a password and next-auth's own fields.
const mostBytes = 16 * 1024

async function answer(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  const limited = await readWithin(request, mostBytes)
  if (!limited) return new Response(null, { status: 413 })
  return NextAuth(new NextRequest(limited), context, await options())
}

async function options(): Promise<NextAuthOptions> {
  return {
    secret: await authSecret(),
    useSecureCookies: usesSecureCookies(),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: async (credentials, { headers }) => ({ id: await signInFrom(credentials, headers) }),
      }),
      Credentials({
        id: 'demo',
        credentials: { member: {} },
        authorize: async (chosen) => ({ id: await orRefusalAsJson(() => signInAs(chosen?.member)) }),
      }),
    ],
    callbacks: {
      // The "user" of a fresh sign-in is its session: the cookie carries that id and nothing else.
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
    },
    events: { signOut: ({ token }) => signOutOf(token) },
  }
}

export { answer as GET, answer as POST }
