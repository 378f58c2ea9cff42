import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { type Dispatcher, request } from 'undici'
import { type RefusalCode, Refused } from '../refusal'
import { mostPageBytes } from './article'
import { decodePage, isBinary } from './fetch/page-charset'
import { type AllowPrivate, pinnedAgent } from './fetch/pinned-agent'

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
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const { allowPrivate = () => false, maxBytes = mostPageBytes, timeout = 10_000, maxRedirects = 3 } = options
  const signal = AbortSignal.timeout(timeout)
  const dispatcher = pinnedAgent({ allowPrivate, timeout })
  try {
    return await follow(address, { dispatcher, signal, maxBytes, maxRedirects })
  } catch (fault) {
    throw refusalFor(fault, signal)
  } finally {
    await dispatcher.destroy()
  }
}

type Errand = { dispatcher: Dispatcher; signal: AbortSignal; maxBytes: number; maxRedirects: number }

async function follow(typed: string, errand: Errand): Promise<FetchedPage> {
  let url = webAddress(typed, undefined)
  for (let hops = 0; hops <= errand.maxRedirects; hops++) {
    const response = await request(url, {
      dispatcher: errand.dispatcher,
      signal: errand.signal,
      headers: asked,
    })
    const target = response.headers.location
    if (response.statusCode < 300 || response.statusCode > 399 || !target)
      return await read(response, url, errand)
    response.body.destroy()
    response.body.on('error', ignoreEnd)
    url = webAddress(String(target), url)
  }
  return refuse('address-too-many-redirects')
}

const asked = {
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

async function read(response: Dispatcher.ResponseData, url: URL, errand: Errand): Promise<FetchedPage> {
  const code = refusalOf(response.statusCode)
  const contentType = String(response.headers['content-type'] ?? '')
  const refusal = code ?? (isPage(contentType) ? null : 'page-not-html')
  if (refusal) {
    response.body.on('error', ignoreEnd).destroy()
    return refuse(refusal)
  }
  const bytes = await readBytes(response, errand)
  if (isBinary(bytes)) return refuse('page-not-html')
  const html = decodePage(bytes, contentType)
  if (html.trim() === '') return refuse('page-empty')
  return { html, address: url.href, contentType: contentType || 'text/html', fetchedAt: new Date() }
}

function refusalOf(status: number): RefusalCode | null {
  if (status === 204) return 'page-empty'
  if (status >= 200 && status < 300) return null
  if (status === 404 || status === 410) return 'page-missing'
  return [401, 403, 407, 429, 451].includes(status) ? 'page-refused' : 'page-failed'
}

// A page without a type is read as HTML; what it holds is looked at before it is believed.
function isPage(contentType: string): boolean {
  return contentType === '' || /^\s*(?:text\/html|application\/xhtml\+xml|text\/plain)\b/i.test(contentType)
}

// Counted after unpacking: a small archive may hold gigabytes.
async function readBytes(
  response: Dispatcher.ResponseData,
  { maxBytes, signal }: Errand,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const stream = unpacked(response.body, String(response.headers['content-encoding'] ?? ''))
  const stop = () => stream.destroy(new Error('the time is up'))
  signal.addEventListener('abort', stop, { once: true })
  try {
    for await (const chunk of stream) {
      size += chunk.length
      if (size > maxBytes) return refuse('page-too-large')
      chunks.push(chunk)
    }
  } finally {
    signal.removeEventListener('abort', stop)
    response.body.on('error', ignoreEnd).destroy()
  }
  return Buffer.concat(chunks)
}

function unpacked(body: Readable, encoding: string): Readable {
  const unpackers = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity')
  if (unpackers.length > 2) return refuse('page-failed')
  return unpackers.toReversed().reduce<Readable>((stream, name) => {
    const unpacker = unpackerFor(name)
    stream.on('error', (fault) => unpacker.destroy(fault))
    return stream.pipe(unpacker)
  }, body)
}

function unpackerFor(name: string) {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip()
  if (name === 'deflate') return createInflate()
  if (name === 'br') return createBrotliDecompress()
  return refuse('page-failed')
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

// A body nobody reads any more may still end in an error, and nobody must hear of it.
function ignoreEnd(): void {}

function refuse(code: RefusalCode): never {
  throw new Refused({ code })
}
