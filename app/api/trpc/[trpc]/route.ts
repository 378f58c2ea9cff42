import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { isFromOurPage, personOfCookie } from '../../../../server/auth'
import { appRouter } from '../../../../server/router'
import { readWithin } from '../../read-within'

// An article's HTML may be pasted whole.
const mostBytes = 8 * 1024 * 1024

async function answer(request: Request): Promise<Response> {
  if (request.method !== 'GET' && !isFromOurPage(request.headers)) return refusal(403)
  const req = await readWithin(request, mostBytes)
  if (!req) return refusal(413)
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req,
    router: appRouter,
    createContext: async () => ({ person: await personOfCookie(request.headers.get('cookie')) }),
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') console.error(`${path} failed`, error.cause ?? error)
    },
  })
}

function refusal(status: 403 | 413): Response {
  return new Response(null, { status })
}

export { answer as GET, answer as POST }
