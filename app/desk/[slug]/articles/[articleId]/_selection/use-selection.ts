import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Span } from '@/server/claim/quote'
import { rangeOf, selectedSpan } from './text-place'

/** What a person has selected in the article. */
export type Selected = {
  span: Span
  /** Where its first and last line stand, in px from the sheet's corner. */
  first: Box
  last: Box
  /** Whether it is still being drawn with the mouse. */
  isMoving: boolean
}
type Box = { top: number; bottom: number; left: number }

/** Follows the selection in the article, however it is made; `shown` is what the article shows. */
export function useSelection(article: RefObject<HTMLElement | null>, shown: unknown) {
  const [selected, setSelected] = useState<Selected | null>(null)
  const kept = useRef<Span | null>(null)
  useEffect(() => {
    let isDown = false
    let frame = 0
    const read = () => {
      cancelAnimationFrame(frame)
      if (document.getSelection()?.isCollapsed) kept.current = null
      frame = requestAnimationFrame(() => {
        const next = article.current && readSelected(article.current, isDown)
        kept.current = next && next.span.end > next.span.start ? next.span : null
        setSelected(next)
      })
    }
    const onDown = (event: PointerEvent) => {
      isDown = event.pointerType === 'mouse' && article.current?.contains(event.target as Node) === true // targets are nodes
    }
    const onUp = () => {
      isDown = false
      read()
    }
    document.addEventListener('selectionchange', read)
    document.addEventListener('pointerdown', onDown)
    document.addEventListener('pointerup', onUp)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('selectionchange', read)
      document.removeEventListener('pointerdown', onDown)
      document.removeEventListener('pointerup', onUp)
    }
  }, [article])

  // When somebody else's mark cuts the text anew, the browser loses the ends of what is selected here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs each time the text has been drawn again
  useLayoutEffect(() => {
    const span = kept.current
    if (article.current && span) restore(article.current, span)
  }, [article, shown])

  const clear = useCallback(() => {
    kept.current = null
    document.getSelection()?.removeAllRanges()
    setSelected(null)
  }, [])
  return { selected, clear }
}

function restore(article: HTMLElement, span: Span) {
  const now = selectedSpan(article)
  if (now?.start === span.start && now.end === span.end) return
  const range = rangeOf(article, span)
  const selection = document.getSelection()
  if (!range || !selection) return
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
}

function readSelected(article: HTMLElement, isMoving: boolean): Selected | null {
  const span = selectedSpan(article)
  if (!span) return null
  const rects = [...(document.getSelection()?.getRangeAt(0).getClientRects() ?? [])]
  const [first, last] = [rects[0], rects.at(-1)]
  if (!first || !last) return null
  const corner = article.getBoundingClientRect()
  const place = (rect: DOMRect, left: number) => ({
    top: rect.top - corner.top,
    bottom: rect.bottom - corner.top,
    left: left - corner.left,
  })
  return { span, first: place(first, first.left), last: place(last, last.left), isMoving }
}
