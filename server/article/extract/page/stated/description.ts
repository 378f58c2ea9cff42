import type { Found } from '../../extraction'
import type { ArticleData } from './json-ld'
import { clean, type Meta } from './meta-tags'

/** What the page tells search engines it is about; cut off in the middle of a sentence, as software does, it is nothing. */
export function describedAs(article: ArticleData | null, meta: Meta): Found<string> | null {
  const stated = clean(article?.description)
  if (stated && !isCut(stated)) return { value: stated, from: 'json-ld' }
  const tagged = meta('og:description twitter:description description dc.description').find(
    (text) => !isCut(text),
  )
  return tagged ? { value: tagged, from: 'meta' } : null
}

function isCut(text: string): boolean {
  return (
    text.length < 20 ||
    text.length > 500 ||
    /(?:…|\.\.\.|\[…\])$/.test(text) ||
    (/[\p{L},]$/u.test(text) && text.length > 140)
  )
}
