'use client'
import { type RefObject, use, useEffect } from 'react'
import { placeOfQuote, type Span } from '@/server/claim/quote'
import { isResolved, type Thread } from '@/server/thread/thread'
import { usePlace } from '../_room/use-place'
import { useRoom } from '../_room/use-room'
import { glideTo } from '../_scroll/glide'
import { rangeOf } from '../_selection/text-place'
import { NewThings } from '../_since/since-context'
import { passageToRaise } from './passage-draft'
import { usePassages } from './use-passages'

/**
 * Underlines in the article what is talked about, as highlights of the browser (marks are for claims; the list says
 * the same in words), and brings the open passage into view. `shown` is what the article shows.
 */
export function useShowPassages(
  scroller: RefObject<HTMLElement | null>,
  article: RefObject<HTMLElement | null>,
  shown: unknown,
) {
  const { revision, member } = useRoom()
  const { passageId } = usePlace()
  const { threads } = usePassages()
  const newThings = use(NewThings)
  const opened = threads.find(({ id }) => id === passageId)?.passage
  const passage = opened ?? (passageId ? passageToRaise(member.id, passageId) : null)
  const place = passage && placeOfQuote(revision.text, passage.selectors)
  const [start, end] = [place?.start ?? null, place?.end ?? null]
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs each time the text has been drawn again
  useEffect(() => {
    const text = article.current
    if (!text) return
    const placesOf = (shown: Thread[]) =>
      shown.flatMap(({ passage }) => (passage && placeOfQuote(revision.text, passage.selectors)) ?? [])
    paint('passage', text, placesOf(threads.filter((thread) => !isResolved(thread))))
    paint('passage-new', text, placesOf(threads.filter(({ id }) => newThings.has(id))))
    paint('passage-open', text, start === null || end === null ? [] : [{ start, end }])
    return () => {
      for (const name of ['passage', 'passage-new', 'passage-open']) CSS.highlights?.delete(name)
    }
  }, [article, threads, newThings, revision, start, end, shown])
  useEffect(() => {
    const [pane, text] = [scroller.current, article.current]
    const range = pane && text && start !== null && end !== null ? rangeOf(text, { start, end }) : null
    if (pane && range) return glideTo(pane, range, 'readable')
  }, [scroller, article, start, end])
}

function paint(name: string, text: HTMLElement, spans: Span[]) {
  if (typeof Highlight === 'undefined') return
  const ranges = spans.flatMap((span) => rangeOf(text, span) ?? [])
  CSS.highlights.set(name, new Highlight(...ranges))
}
