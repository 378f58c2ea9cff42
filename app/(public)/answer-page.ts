import { readPage } from '../../server/publication/stored/read-page'
import { answerTo, codingsOf, missingPath } from '../../server/publication/stored/stored-page'

/** Hands out the finished page of a public address, as the server does from memory before Next is asked. */
export async function answerPage(request: Request): Promise<Response> {
  const { pathname: path } = new URL(request.url)
  const page = await readPage(path)
  if (!page) return answerMissing(request)
  const asked = {
    path,
    acceptEncoding: request.headers.get('accept-encoding') ?? '',
    ifNoneMatch: request.headers.get('if-none-match') ?? '',
  }
  const { status, headers, body } = answerTo(asked, { ...page, codings: codingsOf(page) })
  return new Response(body && new Uint8Array(page[body]), { status, headers })
}

async function answerMissing(request: Request): Promise<Response> {
  const page = await readPage(missingPath)
  if (!page) return new Response(null, { status: 404 })
  const acceptEncoding = request.headers.get('accept-encoding') ?? ''
  const asked = { path: missingPath, acceptEncoding, ifNoneMatch: '' }
  const { headers, body } = answerTo(asked, { ...page, codings: codingsOf(page) })
  const kept = { ...headers, 'cache-control': 'no-store' }
  return new Response(body && new Uint8Array(page[body]), { status: 404, headers: kept })
}
