import { type ArticlePlace, onPage } from '@/server/article/list/article-filter'
import { words } from '@/server/words'
import { PlaceLink } from '../filter/place-link'

type Props = { place: ArticlePlace; total: number }

/** Where in the list one is, and the ways to the pages beside it; nothing where all fits on one. */
export function Pages({ place, total }: Props) {
  const t = words()
  const last = Math.max(1, Math.ceil(total / onPage))
  if (last === 1 && place.page === 1) return null
  const from = (place.page - 1) * onPage + 1
  const toHead = () => document.getElementById('articles-h')?.focus()
  return (
    <nav className="pages" aria-label={t('articles.pages')}>
      {place.page > 1 && (
        <PlaceLink
          className="btn sm"
          to={{ ...place, page: Math.min(place.page - 1, last) }}
          rel="prev"
          onGo={toHead}
        >
          {t('articles.previous')}
        </PlaceLink>
      )}
      <span className="meta" aria-current="page">
        {from <= total
          ? t('articles.span', { from, to: Math.min(from + onPage - 1, total), total })
          : t('articles.beyond')}
      </span>
      {place.page < last && (
        <PlaceLink className="btn sm" to={{ ...place, page: place.page + 1 }} rel="next" onGo={toHead}>
          {t('articles.next')}
        </PlaceLink>
      )}
    </nav>
  )
}
