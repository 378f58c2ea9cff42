import { messagesOf } from '../../../../server/language/follow-language'
import { isLocale } from '../../../../server/language/language'
import { isPart } from '../../../../server/language/parts/part'
import { readMessagesScript } from '../../../../server/language/read-messages'

/**
 * The words of one language: those of a part as the script that a page takes them from, `/api/words/ko.house.<hash>.js`,
 * or all, `/api/words/ko.json`.
 */
export function GET({ url }: Request): Response {
  const path = new URL(url).pathname
  const [locale, part] = path.split('/').at(-1)?.split('.') ?? []
  if (!isLocale(locale)) return new Response(null, { status: 404 })
  if (part === 'json') return Response.json(messagesOf(locale), { headers: { 'cache-control': 'no-store' } })
  if (!isPart(part)) return new Response(null, { status: 404 })
  const { address, text } = readMessagesScript(locale, part)
  // A page of the version before asks under the address of its own words: what it gets is kept for nobody.
  const keeping = path === address ? 'public, max-age=31536000, immutable' : 'no-store'
  return new Response(text, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': keeping },
  })
}
