import { usePathname, useSearchParams } from 'next/navigation'
import { type ArticlePlace, addressOf, placeOf } from '@/server/article/list/article-filter'

/** What of the desk's articles is shown: the address says it, so that a link and a reload lead to the same. */
export function useArticlePlace(): {
  place: ArticlePlace
  hrefOf: (place: ArticlePlace) => string
  go: (place: ArticlePlace) => void
} {
  const path = usePathname()
  const hrefOf = (place: ArticlePlace) => path + addressOf(place)
  return {
    place: placeOf(useSearchParams()),
    hrefOf,
    // The page itself stays: nothing but the list depends on it.
    go: (place) => window.history.pushState(null, '', hrefOf(place)),
  }
}
