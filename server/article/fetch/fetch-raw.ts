import type { Dispatcher } from 'undici'
import { asked, type FetchOptions, leave, refusalOf, visit } from '../fetch-page'
import { readBytes } from './read-bytes'

/** An answer as it was received: its bytes unpacked, its headers as they came, and every redirect on the way to it. */
export type RawAnswer = {
  bytes: Uint8Array
  /** The address that answered. */
  address: string
  status: number
  requestHeaders: [string, string][]
  responseHeaders: [string, string][]
  redirects: { address: string; status: number; location: string }[]
  fetchedAt: Date
}

/**
 * Fetches whatever stands at a public address, page or file, by the rules of pages; refuses where nothing answers well. With
 * `sent.body` that is posted there.
 */
export async function fetchRaw(
  address: string,
  options: FetchOptions,
  sent: { headers?: Record<string, string>; body?: Buffer } = {},
): Promise<RawAnswer> {
  const redirects: RawAnswer['redirects'] = []
  // Unpacked on the way is what it would be here: asked for as it is, the bytes are those that were sent.
  const headers = { ...asked, accept: '*/*', 'accept-encoding': 'identity', ...sent.headers }
  return visit(address, options, {
    headers,
    ...(sent.body && { body: sent.body }),
    onHop: (hop) => redirects.push(hop),
    read: async (response, url, errand) => {
      const refusal = refusalOf(response.statusCode)
      if (refusal) return leave(response, refusal)
      const bytes = await readBytes(response, errand)
      return {
        ...{ bytes, address: url.href, status: response.statusCode, redirects, fetchedAt: new Date() },
        requestHeaders: Object.entries(headers),
        responseHeaders: headersOf(response),
      }
    },
  })
}

function headersOf({ headers }: Dispatcher.ResponseData): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (value === undefined) return []
    return (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, readable(one)])
  })
}

// A header may hold any byte; a row holds no zero and no half letter, and a header of ours no line's end.
const readable = (text: string) => text.replace(/[\0\r\n]/g, ' ').toWellFormed()
