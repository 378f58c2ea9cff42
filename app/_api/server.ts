import 'server-only'
import { TRPCError } from '@trpc/server'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { askedBy } from '../../server/audit/follow-request'
import { personOfCookie } from '../../server/auth'
import { type Refusal, Refused } from '../../server/refusal'
import { createCaller } from '../../server/router'
import { readingOnce } from '../../server/session/read-once'

/** The person of a live session who asks for this page, or null; read once a request. */
export const currentPerson = cache(async () => personOfCookie((await headers()).get('cookie')))

/** What pages ask of the newsroom: `const members = await (await api()).member.list({ desk })`. */
export const api = cache(async () =>
  createCaller({
    person: await currentPerson(),
    asked: askedBy(await headers()),
    readOnce: readingOnce(),
  }),
)

/**
 * An answer for a page at `path`: who is signed out goes to sign-in and comes back, what is unknown or not for
 * this person is "not found", anything else goes on to the error page.
 */
export async function answerFor<Answer>(path: string, ask: Promise<Answer>): Promise<Answer> {
  try {
    return await ask
  } catch (error) {
    const code =
      error instanceof TRPCError && error.cause instanceof Refused ? error.cause.refusal.code : null
    if (code === 'signed-out') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
    if (code === 'second-factor-first') redirect('/account')
    // An address whose parts cannot be what they stand for leads nowhere either.
    if (code?.endsWith('-unknown') || code === 'input-wrong') notFound()
    throw error
  }
}

/** The same for what lies in an article that may be deleted, or shut to whoever is to judge a claim of it: then the refusal. */
export async function answerUnlessShut<Answer>(
  path: string,
  ask: Promise<Answer>,
): Promise<{ answer: Answer; shut: null } | { answer: null; shut: Refusal }> {
  try {
    return { answer: await answerFor(path, ask), shut: null }
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal?.code !== 'article-deleted' && refusal?.code !== 'second-verdict-first') throw error
    return { answer: null, shut: refusal }
  }
}

/** An answer for a page that says itself why it was refused. */
export async function answerOrRefusal<Answer>(
  ask: Promise<Answer>,
): Promise<{ answer: Answer; refusal: null } | { answer: null; refusal: Refusal }> {
  try {
    return { answer: await ask, refusal: null }
  } catch (error) {
    const refusal = refusalIn(error)
    if (!refusal) throw error
    return { answer: null, refusal }
  }
}

function refusalIn(error: unknown): Refusal | null {
  return error instanceof TRPCError && error.cause instanceof Refused ? error.cause.refusal : null
}
