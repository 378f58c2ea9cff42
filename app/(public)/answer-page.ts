import { readHead } from '../../server/publication/stored/read-head'
import { readPage } from '../../server/publication/stored/read-page'
import {
  type Answer,
  type AnswerablePage,
  answerTo,
  missingPath,
  type StoredPage,
} from '../../server/publication/stored/stored-page'
import { words } from '../../server/words'

/** Hands out the finished page of a public address, as the server does from memory before Next is asked. */
export async function answerPage(request: Request): Promise<Response> {
  const { pathname: path } = new URL(request.url)
  try {
    return await answerAt(path, request)
  } catch (error) {
    // What is in memory was answered before: this one may be there, and nobody can say now.
    console.error(`${path} could not be looked up: ${error instanceof Error ? error.message : error}`)
    return new Response(words()('lost.away'), {
      status: 503,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '30' },
    })
  }
}

async function answerAt(path: string, request: Request): Promise<Response> {
  const page = await readPage(path)
  if (page) return pageResponse(request, page)
  const missing = await readPage(missingPath)
  if (!missing) return new Response(null, { status: 404 })
  const asked = { path: missingPath, acceptEncoding: '', ifNoneMatch: '' }
  const answer = answerTo(asked, readHead(missing))
  const headers = { ...answer.headers, 'cache-control': 'no-store' }
  return responseOf({ ...answer, headers }, missing, 404)
}

/** The answer with a finished page that is there. */
export function pageResponse(request: Request, page: StoredPage): Response {
  return responseOf(answerFor(request, readHead(page)), page)
}

/** What Next is to answer to a request for something that is there. */
export function answerFor(request: Request, page: AnswerablePage): Answer {
  const asked = {
    path: new URL(request.url).pathname,
    // Next packs what it answers and leaves our content-encoding out: it gets the plain bytes.
    acceptEncoding: '',
    ifNoneMatch: request.headers.get('if-none-match') ?? '',
    ifModifiedSince: request.headers.get('if-modified-since') ?? '',
  }
  return answerTo(asked, page)
}

function responseOf({ status, headers, body }: Answer, page: StoredPage, as: number = status): Response {
  return new Response(body && new Uint8Array(page[body]), { status: as, headers })
}
