import { type RefObject, useEffect, useState } from 'react'
import type { Span } from '@/server/claim/quote'
import { glideTo } from '../_scroll/glide'
import { rangeOf } from '../_selection/text-place'

/** Where the last line of a sentence stands, in px from the sheet's corner. */
export type SentencePlace = { bottom: number; left: number }

const name = 'sentence'

/**
 * Paints the sentence that the cursor is on, as a highlight of the browser, and answers where it ends; null while there
 * is none. `shown` is what the article shows: ranges are made anew when it was drawn again.
 */
export function useSentencePlace(
  article: RefObject<HTMLElement | null>,
  sentence: Span | null,
  shown: unknown,
): SentencePlace | null {
  const [place, setPlace] = useState<SentencePlace | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs each time the text has been drawn again
  useEffect(() => {
    const text = article.current
    if (!text || !sentence) return
    const paint = () => setPlace(paintSentence(text, sentence))
    const observer = new ResizeObserver(paint)
    observer.observe(text)
    paint()
    return () => {
      observer.disconnect()
      CSS.highlights?.delete(name)
    }
  }, [article, sentence, shown])
  return sentence && place
}

function paintSentence(text: HTMLElement, sentence: Span): SentencePlace | null {
  const range = rangeOf(text, sentence)
  if (!range) return null
  if (typeof Highlight !== 'undefined') CSS.highlights.set(name, new Highlight(range))
  const corner = text.getBoundingClientRect()
  const lines = [...range.getClientRects()]
  const last = lines.at(-1)
  const left = Math.min(...lines.map((line) => line.left))
  return last ? { bottom: last.bottom - corner.top, left: left - corner.left } : null
}

/** What stands below a sentence needs so much room, in px. */
const barHeight = 60

/** Brings a sentence into view when the cursor comes to it, with what stands below it. */
export function useShowSentence(
  scroller: RefObject<HTMLElement | null>,
  article: RefObject<HTMLElement | null>,
  sentence: Span | null,
) {
  useEffect(() => {
    const range = article.current && sentence && rangeOf(article.current, sentence)
    const pane = scroller.current
    if (!pane || !range) return
    const isAbove = range.getBoundingClientRect().top < pane.getBoundingClientRect().top + 8
    return glideTo(pane, isAbove ? range : below(range), 'readable')
  }, [scroller, article, sentence])
}

function below(range: Range) {
  return {
    getBoundingClientRect: () => {
      const { left, bottom, width } = range.getBoundingClientRect()
      return new DOMRect(left, bottom, width, barHeight)
    },
  }
}
