import { type RefObject, useEffect, useMemo } from 'react'
import { rangesOf } from '../_selection/text-place'
import { useSentences } from './coverage-context'
import { useSuggestionsShown } from './suggestions-shown'

const name = 'worth'

/**
 * Paints faintly the sentences that look worth checking and nobody has looked at. Ranges are made anew when
 * marks cut the text otherwise, not when somebody writes.
 */
export function usePaintSuggested(article: RefObject<HTMLElement | null>) {
  const { sentences, states, quotesKey } = useSentences()
  const areShown = useSuggestionsShown()
  const suggested = useMemo(
    () =>
      sentences.filter(
        ({ isSuggested, nowhereIn }, at) =>
          (isSuggested || nowhereIn.length > 0) && states[at]?.is === 'not-looked-at',
      ),
    [sentences, states],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says how the text is cut
  useEffect(() => {
    if (!areShown || !article.current || typeof Highlight === 'undefined') return
    CSS.highlights.set(name, new Highlight(...rangesOf(article.current, suggested)))
    return () => void CSS.highlights.delete(name)
  }, [article, suggested, areShown, quotesKey])
}
