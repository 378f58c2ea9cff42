import { Readable } from 'node:stream'
import {
  asPage,
  type KeptFile,
  readFileAt,
  readUnpacked,
} from '../../../../server/publication/dataset/copies/read-files'
import { answerFor, answerPage } from '../../answer-page'

export const dynamic = 'force-dynamic'

/** A file of the data set, a piece at a time where it is large. */
export async function GET(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  // While the database is away, the answer about a page says so.
  const file = await readFileAt(pathname).catch(() => null)
  return file ? fileResponse(request, file) : answerPage(request)
}

function fileResponse(request: Request, file: KeptFile): Response {
  const { status, headers, body } = answerFor(request, asPage(file))
  if (!body) return new Response(null, { status, headers })
  // Node's type of a stream of the web and that of the browser are one and the same thing.
  const stream = Readable.toWeb(readUnpacked(file)) as ReadableStream<Uint8Array>
  return new Response(stream, { status, headers })
}
