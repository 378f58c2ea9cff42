import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { listen } from '../../../channel/listen'
import { preflight } from '../../api/problem'
import { askedBefore, askedBy } from '../../stored/asked'
import { answerTo } from '../../stored/stored-page'
import { type Copies, openCopies } from './open-copies'
import { asPage, unpacked } from './read-files'

export type Files = {
  /** Answers a request for a large file of the data set; false when there is none, or it asks for more than reading. */
  serveFile: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Done when what was told until now has arrived. */
  settled: () => Promise<void>
  close: () => Promise<void>
}

type Options = { dataDir: string; onError: (error: unknown) => void }

/** Opens the process's copy of the large files: it hands them out a piece at a time, and follows the database. */
export function openFiles({ dataDir, onError }: Options): Files {
  const copies = openCopies(join(dataDir, 'dataset'))
  let last: Promise<void> = Promise.resolve()
  const follow = () => {
    last = last.then(copies.follow).catch(onError)
  }
  const onPages = ({ paths }: { paths: string[] }) => {
    if (paths.some((path) => path.startsWith('/dataset/'))) follow()
  }
  let isClosed = false
  let stop: (() => Promise<void>) | null = null
  // While the database is away this waits for it; the copies are handed out all the same.
  const listening = listen({ pages_changed: onPages }, follow).then((stopListening) => {
    if (isClosed) return stopListening()
    stop = stopListening
    // Only now, so that nothing falls between the two.
    follow()
  })
  listening.catch(onError)
  return {
    serveFile: (request, response) => serveFile(copies, request, response),
    settled: async () => {
      await listening
      await last
    },
    close: async () => {
      isClosed = true
      await stop?.()
      await last
    },
  }
}

function serveFile(copies: Copies, request: IncomingMessage, response: ServerResponse): boolean {
  const before = askedBefore(request)
  if (before && copies.at(before)) {
    response.writeHead(204, preflight).end()
    return true
  }
  const asked = askedBy(request)
  const file = asked && copies.at(asked.path)
  if (!asked || !file) return false
  const { status, headers: said, body } = answerTo(asked, asPage(file))
  const isKeptSo = body === 'gzip' || !file.isPacked
  const headers = body ? { ...said, 'content-length': isKeptSo ? file.keptBytes : file.bytes } : said
  if (!body || request.method === 'HEAD') {
    response.writeHead(status, headers).end()
    return true
  }
  const fd = copies.open(file)
  if (fd === null) return false
  response.writeHead(status, headers)
  const kept = createReadStream('', { fd })
  // Who asked may leave before the end; the descriptor is closed with the stream.
  pipeline(isKeptSo ? kept : unpacked(kept), response).catch(() => response.destroy())
  return true
}
