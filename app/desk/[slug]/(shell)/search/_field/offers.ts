import type { HitKind, Hits, Piece } from '@/server/search/search'
import { words } from '@/server/words'
import { placeOfClaim } from '../place-of'

/** One line under the search field: what was found, and where it leads. */
export type Offer = { kind: HitKind; key: string; href: string; said: Piece[]; beside: string }

/** Of each kind only so many: all of them are on the page of results. */
const few = 3

/** The first hits of every kind as one list that arrow keys walk through. */
export function offersOf(slug: string, hits: Hits): Offer[] {
  const t = words()
  const plain = (pieces: Piece[]) => pieces.map(({ text }) => text).join('')
  const articles = hits.articles.hits.slice(0, few).map((hit): Offer => {
    const href = `/desk/${slug}/articles/${hit.articleId}`
    return { kind: 'articles', key: hit.articleId, href, said: hit.title, beside: plain(hit.publisher) }
  })
  const claims = hits.claims.hits.slice(0, few).map((hit): Offer => {
    const href = placeOfClaim(slug, hit)
    return { kind: 'claims', key: hit.claimId, href, said: hit.statement, beside: hit.articleTitle }
  })
  const sources = hits.sources.hits.slice(0, few).map((hit): Offer => {
    const said = plain(hit.title) ? hit.title : [{ text: t('search.untitled'), isHit: false }]
    return {
      kind: 'sources',
      key: hit.sourceId,
      href: placeOfClaim(slug, hit),
      said,
      beside: plain(hit.publisher),
    }
  })
  const published = hits.published.hits.slice(0, few).map((hit): Offer => {
    return {
      kind: 'published',
      key: String(hit.number),
      href: hit.path,
      said: hit.statement,
      beside: hit.desk,
    }
  })
  return [...articles, ...claims, ...sources, ...published]
}
