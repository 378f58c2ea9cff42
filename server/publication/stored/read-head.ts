import { createHash } from 'node:crypto'
import { type AnswerablePage, codingsOf, type StoredPage } from './stored-page'

/** What has to be known of a page to answer with it. */
export function readHead(page: StoredPage): AnswerablePage {
  const { path, canonical, contentType, etag, madeAt } = page
  return { path, canonical, contentType, etag, madeAt, codings: codingsOf(page), styles: stylesOf(page) }
}

/** The hashes under which a policy allows the styles in a document's head (CSP 3, 2.3.1). */
function stylesOf({ contentType, bytes }: StoredPage): string[] {
  if (!contentType.startsWith('text/html')) return []
  const head = bytes.subarray(0, Math.max(0, bytes.indexOf('</head>'))).toString()
  return [...head.matchAll(/<style>([^<]*)<\/style>/g)].map(
    ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  )
}
