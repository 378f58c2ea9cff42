import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { isFromOurPage, personOfCookie } from '../../../../server/auth'
import { appRouter } from '../../../../server/router'
import { refusedAsTooLarge } from '../../../../server/trpc'
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
      return { person: await personOfCookie(headers.get('cookie')) }
    },
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') console.error(`${path} failed`, error.cause ?? error)
    },
  })
}

export { answer as GET, answer as POST }
