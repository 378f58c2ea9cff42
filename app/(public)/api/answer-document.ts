import {
  awayFor,
  openToAll,
  type ProblemStatus,
  preflight,
  problemOf,
  problemType,
} from '../../../server/publication/api/problem'
import { knownBy } from '../../../server/publication/stored/looked-up'
import { readPage } from '../../../server/publication/stored/read-page'
import { words } from '../../../server/words'
import { pageResponse } from '../answer-page'

/** Hands out a finished document for programs, and says as RFC 9457 does why there is none. */
export async function answerDocument(request: Request): Promise<Response> {
  const { pathname: path } = new URL(request.url)
  try {
    const page = await readPage(path)
    return page ? pageResponse(request, page) : answerProblem(404, words()('api.missing'))
  } catch (error) {
    return answerAway(path, error)
  }
}

/** What was looked up: its bytes, and when anything in it last changed; null where time alone changes it. */
type LookedUp = { body: string; contentType: string; changedAt: Date | null }

/** The answer with it, or that what somebody has of it is still good. */
export function answerLookedUp(
  request: Request,
  { body, contentType, changedAt }: LookedUp,
  more: Record<string, string>,
): Response {
  const known = knownBy(body, changedAt)
  const headers = { ...openToAll, ...more, ...known.headers }
  const held = {
    ifNoneMatch: request.headers.get('if-none-match') ?? '',
    ifModifiedSince: request.headers.get('if-modified-since') ?? '',
  }
  if (known.isStillGood(held)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': contentType } })
}

/** The answer while the database is away. */
export function answerAway(path: string, error: unknown, headers: Record<string, string> = {}): Response {
  noteAway(path, error)
  return answerProblem(503, words()('api.away'), { ...headers, 'retry-after': String(awayFor) })
}

/** Logs why something could not be looked up. The message around the reason holds what somebody looked for: that is left out. */
export function noteAway(path: string, error: unknown): void {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error
  console.error(`${path} could not be answered: ${reason instanceof Error ? reason.message : reason}`)
}

export function answerProblem(
  status: ProblemStatus,
  detail: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json(problemOf(status, detail), {
    status,
    headers: { ...openToAll, 'cache-control': 'no-store', 'content-type': problemType, ...headers },
  })
}

/** What a browser is told that asks before it reads from a page of another host. */
export function answerPreflight(): Response {
  return new Response(null, { status: 204, headers: preflight })
}

/** The network address that the server believes a request comes from. */
export const cameFrom = (request: Request) => request.headers.get('x-forwarded-for') ?? 'unknown'
