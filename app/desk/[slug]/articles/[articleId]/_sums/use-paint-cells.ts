import { useEffect } from 'react'
import type { Span } from '@/server/claim/quote'
import { useClaims } from '../_room/use-room'
import { rangeOf } from '../_selection/text-place'

/** Paints in the article the numbers of a sum while somebody looks at it, the stated one, which stands last, otherwise; null paints nothing. */
export function usePaintCells(cells: readonly Span[] | null) {
  const claims = useClaims()
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks of claims cut the text otherwise
  useEffect(() => {
    const article = document.querySelector<HTMLElement>('article.galley-text')
    if (!cells || !article || typeof Highlight === 'undefined') return
    const ranges = cells.map((cell) => rangeOf(article, cell)).filter((range) => range !== null)
    CSS.highlights.set('sum', new Highlight(...ranges.slice(0, -1)))
    CSS.highlights.set('sum-stated', new Highlight(...ranges.slice(-1)))
    return () => {
      for (const name of ['sum', 'sum-stated']) CSS.highlights.delete(name)
    }
  }, [cells, claims])
}
