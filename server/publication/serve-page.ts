import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { listen } from '../channel/listen'
import { type Mirror, openMirror } from './stored/open-mirror'
import { readEtags, readPages } from './stored/read-page'
import { answerTo, keptUnder } from './stored/stored-page'

export type PublicPages = {
  /** Answers a request for a finished page; false when there is none, or it asks for more than reading. */
  servePage: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Whether there is nothing to hand out, as before the very first start. */
  isEmpty: () => boolean
  /** Done when what was told until now has arrived. */
  settled: () => Promise<void>
  close: () => Promise<void>
}

type Options = { dataDir: string; onError: (error: unknown) => void }

/** Opens the process's copy of the readers' pages: it answers at once from its files and then follows the database. */
export async function openPages({ dataDir, onError }: Options): Promise<PublicPages> {
  const mirror = openMirror(join(dataDir, 'pages'), onError)
  let last: Promise<void> = Promise.resolve()
  const queue = (act: () => Promise<void>) => {
    last = last.then(act).catch(onError)
  }
  const heard = { pages_changed: ({ paths }: { paths: string[] }) => queue(() => fetchPages(mirror, paths)) }
  const everything = () => queue(() => fetchAll(mirror))
  // Listening begins before the first look, so that nothing falls between the two.
  let stop: (() => Promise<void>) | null = null
  let isClosed = false
  // While the database is away this waits for it; pages are served all the same.
  const listening = listen(heard, everything).then((stopListening) => {
    if (isClosed) return stopListening()
    stop = stopListening
    everything()
  })
  listening.catch(onError)
  everything()
  await last
  return {
    servePage: (request, response) => servePage(mirror, request, response),
    isEmpty: () => mirror.paths().length === 0,
    settled: () => last,
    close: async () => {
      isClosed = true
      await stop?.()
      await last
    },
  }
}

async function fetchAll(mirror: Mirror): Promise<void> {
  const etags = await readEtags()
  for (const path of mirror.paths()) if (!etags.has(path)) mirror.drop(path)
  const changed = [...etags].filter(([path, etag]) => {
    const head = mirror.head(path)
    return !head || `${head.etag} ${head.canonical}` !== etag
  })
  const paths = changed.map(([path]) => path)
  for (let from = 0; from < paths.length; from += 50) await fetchPages(mirror, paths.slice(from, from + 50))
}

async function fetchPages(mirror: Mirror, paths: string[]): Promise<void> {
  const found = await readPages(paths)
  for (const page of found) mirror.put(page)
  const there = new Set(found.map(({ path }) => path))
  for (const path of paths) if (!there.has(path)) mirror.drop(path)
}

function servePage(mirror: Mirror, request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const path = pathOf(request.url ?? '')
  const page = path === null ? null : mirror.head(keptUnder(path))
  if (path === null || !page) return false
  const { headers } = request
  const answer = answerTo(
    {
      path,
      acceptEncoding: String(headers['accept-encoding'] ?? ''),
      ifNoneMatch: headers['if-none-match'] ?? '',
    },
    page,
  )
  const body = answer.body ? mirror.body(page.path, answer.body) : null
  if (answer.status !== 304) answer.headers['content-length'] = String(body?.length ?? 0)
  response.writeHead(answer.status, answer.headers)
  response.end(request.method === 'HEAD' ? undefined : (body ?? undefined))
  return true
}

function pathOf(address: string): string | null {
  // The host does not matter here; an address that is none is left to Next.
  return address.startsWith('/') && URL.canParse(address, 'http://here')
    ? new URL(address, 'http://here').pathname
    : null
}
