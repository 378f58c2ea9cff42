import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { askedBy } from '../../../../server/audit/follow-request'
import { isFromOurPage, personOfCookie } from '../../../../server/auth'
import { appRouter } from '../../../../server/router'
import { readingOnce } from '../../../../server/session/read-once'
import { faultIn, refusedAsTooLarge } from '../../../../server/trpc'
import { readWithin } from '../../read-within'

// A page of 5 MB may be sent whole, and JSON writes some characters with two or more bytes.
const mostBytes = 16 * 1024 * 1024

async function answer(request: Request): Promise<Response> {
  if (request.method !== 'GET' && !isFromOurPage(request.headers)) return new Response(null, { status: 403 })
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
      const person = await personOfCookie(headers.get('cookie'))
      return { person, address, asked: askedBy(headers), readOnce: readingOnce() }
    },
    // What a member may read is for no cache on the way.
    responseMeta: () => ({ headers: { 'cache-control': 'no-store' } }),
    onError: ({ error, path }) => {
      const fault = faultIn(error)
      if (fault) console.error(`${path} failed`, askedBy(headers)?.id ?? '', fault)
    },
  })
}

export { answer as GET, answer as POST }
