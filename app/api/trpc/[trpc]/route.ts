import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { askedBy, inRequest } from '../../../../server/audit/follow-request'
import { keepFromElsewhere } from '../../../../server/audit/keep-turned-away'
import { isFromOurPage, languageCookieWith, personOfCookie } from '../../../../server/auth'
import { localeOfRequest } from '../../../../server/language/follow-language'
import { pseudoLocale } from '../../../../server/language/language'
import type { Person } from '../../../../server/member/read-member'
import { awayFor } from '../../../../server/publication/api/problem'
import { appRouter } from '../../../../server/router'
import { readingOnce } from '../../../../server/session/read-once'
import { awayOr, faultIn, refusedAsTooLarge } from '../../../../server/trpc'
import { readWithin } from '../../read-within'

// A page of 5 MB may be sent whole, and JSON writes some characters with two or more bytes.
const mostBytes = 16 * 1024 * 1024

async function answer(request: Request): Promise<Response> {
  if (request.method !== 'GET' && !isFromOurPage(request.headers)) return refuseForeign(request.headers)
  const read = await readWithin(request, mostBytes)
  const { url, method, headers } = request
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: read ?? new Request(url, { method, headers }),
    router: appRouter,
    createContext: async () => {
      if (!read) throw refusedAsTooLarge()
      // The server put the address there itself (came-from).
      const address = headers.get('x-forwarded-for') ?? 'unknown'
      const person = await personOfCookie(headers.get('cookie')).catch((error: unknown) => {
        throw awayOr(error)
      })
      return { person, address, asked: askedBy(headers), readOnce: readingOnce() }
    },
    // What a member may read is for no cache on the way.
    responseMeta: ({ ctx, errors }) => ({
      headers: {
        'cache-control': 'no-store',
        ...languageOf(ctx?.person ?? null),
        ...(errors.some(({ code }) => code === 'SERVICE_UNAVAILABLE') && { 'retry-after': String(awayFor) }),
      },
    }),
    onError: ({ error, path }) => {
      const fault = faultIn(error)
      if (fault) console.error(`${path} failed`, askedBy(headers)?.id ?? '', fault)
    },
  })
}

/** They may have chosen another language at another device: this one speaks it from its next page on. */
function languageOf(person: Person | null): Record<string, string> {
  const spoken = localeOfRequest()
  if (!person || spoken === person.language || spoken === pseudoLocale) return {}
  return { 'set-cookie': languageCookieWith(person.language) }
}

/** A page of another site may not act with a cookie of ours, and whose that was is told in the audit. */
async function refuseForeign(headers: Headers): Promise<Response> {
  try {
    const person = await personOfCookie(headers.get('cookie'))
    const asked = askedBy(headers)
    const keep = () => person && keepFromElsewhere(person.id)
    await (asked ? inRequest(asked, keep) : keep())
  } catch (error) {
    console.error('what another site asked cannot be kept', askedBy(headers)?.id ?? '', error)
  }
  return new Response(null, { status: 403 })
}

export { answer as GET, answer as POST }
