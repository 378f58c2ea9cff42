import { readPage } from '../../server/publication/stored/read-page'
import {
  type Answer,
  answerTo,
  codingsOf,
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
  const kept = page ?? (await readPage(missingPath))
  if (!kept) return new Response(null, { status: 404 })
  const asked = {
    path: page ? path : missingPath,
    // Next packs what it answers and leaves our content-encoding out: it gets the plain bytes.
    acceptEncoding: '',
    ifNoneMatch: page ? (request.headers.get('if-none-match') ?? '') : '',
  }
  const answer = answerTo(asked, { ...kept, codings: codingsOf(kept) })
  if (page) return responseOf(answer, page)
  const headers = { ...answer.headers, 'cache-control': 'no-store' }
  return responseOf({ ...answer, headers }, kept, 404)
}

function responseOf({ status, headers, body }: Answer, page: StoredPage, as: number = status): Response {
  return new Response(body && new Uint8Array(page[body]), { status: as, headers })
}
