import type { IncomingMessage, ServerResponse } from 'node:http'
import { cameFrom } from '../address/came-from'
import { isSameOrigin } from '../address/same-origin'
import { settings } from '../env'
import { readAssets } from '../publication/stored/read-assets'
import type { Made } from './page/sentence-page'

/** A request for a page that is made for one reader, with the network address it comes from. */
export type Asked = { path: string; request: IncomingMessage; response: ServerResponse; from: string }

export function askedOf(path: string, request: IncomingMessage, response: ServerResponse): Asked {
  const { headers, socket } = request
  const reported = String(headers['x-forwarded-for'] ?? '')
  return {
    ...{ path, request, response },
    from: cameFrom(socket.remoteAddress, reported, settings().trustedProxies),
  }
}

/** Whether what was sent comes from a page of ours, or from no page at all. */
export function isFromHere({ headers }: IncomingMessage): boolean {
  const { origin = null, host = null } = headers
  const site = String(headers['sec-fetch-site'] ?? '') || null
  return isSameOrigin({ origin, host, site }, settings().publicOrigin)
}

/** What pages with forms are made with now. */
export function made(): Made {
  const { stylesheet, forms } = readAssets()
  const { publicOrigin, publicLanguage } = settings()
  return { stylesheet, forms, origin: publicOrigin, language: publicLanguage }
}

/** Nothing runs, nothing is kept, nothing comes from elsewhere; forms lead here alone. */
export const formHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  // Forms tell us that they come from here; a secret in an address is told to nobody.
  'referrer-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
}

/** Answers with a page of these headers; away, it says when to come back. */
export function sendPage(
  { request, response }: Pick<Asked, 'request' | 'response'>,
  status: number,
  page: string,
  more: Record<string, string> = {},
): void {
  const body = Buffer.from(page)
  const away = status === 503 ? { 'retry-after': '30' } : {}
  response.writeHead(status, { ...formHeaders, ...more, ...away, 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}
