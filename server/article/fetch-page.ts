import { type Dispatcher, request } from 'undici'
import { type RefusalCode, Refused } from '../refusal'
import { mostPageBytes } from './article'
import { decodePage, isBinary } from './fetch/page-charset'
import { type AllowPrivate, pinnedAgent } from './fetch/pinned-agent'
import { ignoreEnd, readBytes } from './fetch/read-bytes'

export type FetchedPage = { html: string; address: string; contentType: string; fetchedAt: Date }

/** Hosts that may be private (tests, or an installation's own setting), and limits: bytes after unpacking, ms in total. */
export type FetchOptions = {
  allowPrivate?: AllowPrivate
  maxBytes?: number
  timeout?: number
  maxRedirects?: number
}

const userAgent = 'Mozilla/5.0 (compatible; Proofroom/0.1; fetches one page when a fact-checker asks for it)'

/** Fetches one page of the public web, or refuses: no private address at any hop, nothing but text, nothing endless. */
export function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchedPage> {
  return visit(address, options, { headers: asked, read: readPage })
}

/** By which a server says whether a file is still as it was. */
export type Known = { etag: string | null; lastModified: string | null }
export type FetchedFile = Known & { text: string }

/** Fetches a file of JSON, or a page that may hold some, by the same rules; null where it is as it was when this was known of it. */
export function fetchData(
  address: string,
  { etag, lastModified }: Known,
  options: FetchOptions = {},
): Promise<FetchedFile | null> {
  const headers = {
    ...asked,
    accept: 'application/ld+json, application/json, text/html;q=0.8, */*;q=0.1',
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  }
  return visit(address, options, { headers, read: readData })
}

type Visit<Read> = {
  headers: Record<string, string>
  /** What is sent, where something is. */
  body?: Buffer
  /** Told of each redirect on the way. */
  onHop?: (hop: { address: string; status: number; location: string }) => void
  read: (response: Dispatcher.ResponseData, url: URL, errand: Errand<Read>) => Promise<Read>
}
type Errand<Read> = Visit<Read> & {
  dispatcher: Dispatcher
  signal: AbortSignal
  maxBytes: number
  maxRedirects: number
}

/** Goes to an address by all the rules and reads what answers there. */
export async function visit<Read>(address: string, options: FetchOptions, what: Visit<Read>): Promise<Read> {
  const { allowPrivate = () => false, maxBytes = mostPageBytes, timeout = 10_000, maxRedirects = 3 } = options
  const signal = AbortSignal.timeout(timeout)
  // Who does not even take the call in ten seconds will not have it later.
  const dispatcher = pinnedAgent({ allowPrivate, timeout: Math.min(timeout, 10_000) })
  try {
    return await follow(address, { ...what, dispatcher, signal, maxBytes, maxRedirects })
  } catch (fault) {
    throw refusalFor(fault, signal)
  } finally {
    await dispatcher.destroy()
  }
}

async function follow<Read>(typed: string, errand: Errand<Read>): Promise<Read> {
  const { dispatcher, signal, headers, body, read } = errand
  let url = webAddress(typed, undefined)
  for (let hops = 0; hops <= errand.maxRedirects; hops++) {
    const response = await request(url, {
      dispatcher,
      signal,
      headers,
      ...(body && { method: 'POST', body }),
    })
    const target = response.headers.location
    if (response.statusCode < 300 || response.statusCode > 399 || !target)
      return await read(response, url, errand)
    response.body.destroy()
    response.body.on('error', ignoreEnd)
    errand.onHop?.({ address: url.href, status: response.statusCode, location: String(target) })
    url = webAddress(String(target), url)
  }
  return refuse('address-too-many-redirects')
}

export const asked = {
  'user-agent': userAgent,
  accept: 'text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': '*',
}

function webAddress(address: string, base: URL | undefined): URL {
  if (!URL.canParse(address, base)) return refuse('address-invalid')
  const url = new URL(address, base)
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || !url.hostname)
    return refuse('address-invalid')
  url.hash = ''
  return url
}

async function readPage(
  response: Dispatcher.ResponseData,
  url: URL,
  errand: Errand<FetchedPage>,
): Promise<FetchedPage> {
  const code = refusalOf(response.statusCode)
  const contentType = String(response.headers['content-type'] ?? '')
  const refusal = code ?? (isPage(contentType) ? null : 'page-not-html')
  if (refusal) return leave(response, refusal)
  return pageOf(await readBytes(response, errand), url, contentType)
}

/** The page that bytes are; refuses what is no text, and none at all. */
export function pageOf(bytes: Uint8Array, url: URL, contentType: string): FetchedPage {
  if (isBinary(bytes)) return refuse('page-not-html')
  const html = decodePage(bytes, contentType)
  if (html.trim() === '') return refuse('page-empty')
  return { html, address: url.href, contentType: contentType || 'text/html', fetchedAt: new Date() }
}

async function readData(
  response: Dispatcher.ResponseData,
  _: URL,
  errand: Errand<FetchedFile | null>,
): Promise<FetchedFile | null> {
  const { statusCode, headers } = response
  if (statusCode === 304) {
    response.body.on('error', ignoreEnd).destroy()
    return null
  }
  const refusal = refusalOf(statusCode)
  if (refusal) return leave(response, refusal)
  const text = decodePage(await readBytes(response, errand), String(headers['content-type'] ?? ''))
  return { text, etag: one(headers.etag), lastModified: one(headers['last-modified']) }
}

const one = (header: string | string[] | undefined) => (typeof header === 'string' ? header : null)

export function leave(response: Dispatcher.ResponseData, refusal: RefusalCode): never {
  response.body.on('error', ignoreEnd).destroy()
  return refuse(refusal)
}

export function refusalOf(status: number): RefusalCode | null {
  if (status === 204) return 'page-empty'
  if (status >= 200 && status < 300) return null
  if (status === 404 || status === 410) return 'page-missing'
  return [401, 403, 407, 429, 451].includes(status) ? 'page-refused' : 'page-failed'
}

/** A page without a type is read as HTML; what it holds is looked at before it is believed. */
export function isPage(contentType: string): boolean {
  return contentType === '' || /^\s*(?:text\/html|application\/xhtml\+xml|text\/plain)\b/i.test(contentType)
}

function refusalFor(fault: unknown, signal: AbortSignal): unknown {
  const refused = refusalWithin(fault)
  if (refused) return refused
  if (signal.aborted) return new Refused({ code: 'address-too-slow' })
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return new Refused({ code: 'address-too-slow' })
  if (/^Z_|^ERR_.*(?:BROTLI|ZLIB)|BUF_ERROR/.test(code)) return new Refused({ code: 'page-failed' })
  if (/^(?:UND_ERR|ECONN|EHOST|ENET|EPIPE|EPROTO|ERR_TLS|ERR_SSL|CERT|DEPTH|SELF|UNABLE|HPE)|CERT/.test(code))
    return new Refused({ code: 'address-unreachable' })
  return fault
}

// undici may wrap what the connector threw.
function refusalWithin(fault: unknown): Refused | null {
  if (fault instanceof Refused) return fault
  return fault instanceof Error && fault.cause ? refusalWithin(fault.cause) : null
}

function refuse(code: RefusalCode): never {
  throw new Refused({ code })
}
