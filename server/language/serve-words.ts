import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLocale } from './language'
import { isPart } from './parts/part'
import { readMessagesScript } from './read-messages'

/** Answers a page's own words packed, where its browser takes that; whether it did. Its route has them for all others. */
export function serveWords({ url, method, headers }: IncomingMessage, response: ServerResponse): boolean {
  const [, locale, part] = /^\/api\/words\/([\w-]+)\.(\w+)\./.exec(url ?? '') ?? []
  if (
    method !== 'GET' ||
    !isLocale(locale) ||
    !isPart(part) ||
    !/\bgzip\b/.test(String(headers['accept-encoding']))
  )
    return false
  const { address, gzip } = readMessagesScript(locale, part)
  // Words of another version go the long way: they are kept for nobody.
  if (url !== address) return false
  response.writeHead(200, {
    ...{ 'content-type': 'text/javascript; charset=utf-8', 'content-encoding': 'gzip' },
    ...{ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' },
    ...{ 'content-length': gzip.length, 'x-content-type-options': 'nosniff' },
  })
  response.end(gzip)
  return true
}
