import type { IncomingMessage, ServerResponse } from 'node:http'
import { listen } from '../channel/listen'
import { isLookedUp } from '../latest/filter'
import { preflight } from './api/problem'
import { askedBefore, askedBy } from './stored/asked'
import { folderOf } from './stored/keep-files'
import { inOneWrite } from './stored/one-write'
import { type Mirror, openMirror } from './stored/open-mirror'
import { readEtags, readPages } from './stored/read-page'
import { type Answer, answerTo, isForMachines, keptUnder } from './stored/stored-page'

export type PublicPages = {
  /** Answers a request for a finished page, or whether pages of others may read it; false when there is none, or it asks for more. */
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
  const mirror = openMirror(folderOf(dataDir), onError)
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
  if (mayBeRead(mirror, askedBefore(request))) {
    response.writeHead(204, preflight).end()
    return true
  }
  const asked = askedBy(request)
  const page = asked && mirror.head(keptUnder(asked.path))
  if (!asked || !page || isLookedUp(asked.path, parametersOf(request.url ?? ''))) return false
  const answer = answerTo(asked, page)
  const body = answer.body ? inOneWrite(mirror.body(page.path, answer.body)) : ''
  response.writeHead(answer.status, headersOf(answer, body.length))
  response.end(request.method === 'HEAD' ? '' : body, 'latin1')
  return true
}

/** Whether a finished page is there that pages of any host may read. */
function mayBeRead(mirror: Mirror, path: string | null): boolean {
  const page = path && mirror.head(keptUnder(path))
  return page ? isForMachines(page) : false
}

const written = new WeakMap<Answer, { length: number; headers: string[] }>()

/** Names and values in turn, as node:http writes them quickest; kept with the answer, which is the same for all who ask. */
function headersOf(answer: Answer, length: number): string[] {
  const known = written.get(answer)
  // Another process may have renewed the file that the body comes from: the length is always that of the body.
  if (known?.length === length) return known.headers
  const headers = Object.entries(answer.headers).flat()
  if (answer.status !== 304) headers.push('content-length', String(length))
  written.set(answer, { length, headers })
  return headers
}

const parametersOf = (address: string) => new URLSearchParams(address.split('?')[1] ?? '')
