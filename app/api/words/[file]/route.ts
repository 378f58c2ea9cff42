import { isLocale } from '../../../../server/language/language'
import { readMessagesScript } from '../../../../server/language/read-messages'

/** All words of one language, as the script that a page takes them from: `/api/words/ko.<hash>.js`. */
export function GET({ url }: Request): Response {
  const path = new URL(url).pathname
  const locale = path.split('/').at(-1)?.split('.')[0]
  if (!isLocale(locale)) return new Response(null, { status: 404 })
  const { address, text } = readMessagesScript(locale)
  // A page of the version before asks under the address of its own words: what it gets is kept for nobody.
  const keeping = path === address ? 'public, max-age=31536000, immutable' : 'no-store'
  return new Response(text, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': keeping },
  })
}
