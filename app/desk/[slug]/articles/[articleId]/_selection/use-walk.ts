import { type KeyboardEvent, type RefObject, useCallback } from 'react'
import { firstInView } from './text-place'

const steps: Record<string, ['forward' | 'backward', 'character' | 'line' | 'lineboundary']> = {
  ArrowLeft: ['backward', 'character'],
  ArrowRight: ['forward', 'character'],
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
}

/**
 * Lets people walk through the article and select by keys alone: arrows move a caret, with Ctrl or Alt by words,
 * with Shift they select; Tab goes to what can be done with it, Escape lets it go.
 */
export function useWalk(article: RefObject<HTMLElement | null>, toToolbar: () => boolean) {
  return useCallback(
    (event: KeyboardEvent) => {
      const text = article.current
      const selection = document.getSelection()
      if (!text || !selection || event.target !== text) return
      const isOurs = text.contains(selection.focusNode)
      if (event.key === 'Escape' && isOurs) return selection.removeAllRanges()
      if (event.key === 'Tab' && !event.shiftKey && isOurs && !selection.isCollapsed) {
        if (toToolbar()) event.preventDefault()
        return
      }
      const step = steps[event.key]
      if (!step || event.metaKey) return
      event.preventDefault()
      if (!isOurs) return startAt(firstInView(text), selection)
      walk(text, selection, step, event)
      showCaret(text, selection)
    },
    [article, toToolbar],
  )
}

function startAt(run: HTMLElement | null, selection: Selection) {
  if (run) selection.collapse(run, 0)
}

function walk(
  text: HTMLElement,
  selection: Selection,
  [direction, unit]: [string, string],
  keys: Pick<KeyboardEvent, 'shiftKey' | 'ctrlKey' | 'altKey'>,
) {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  const granularity = unit === 'character' && (keys.ctrlKey || keys.altKey) ? 'word' : unit
  selection.modify(keys.shiftKey ? 'extend' : 'move', direction, granularity)
  // At either end the browser walks on into the next pane.
  if (!text.contains(selection.focusNode) && anchorNode && focusNode)
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
}

function showCaret(text: HTMLElement, selection: Selection) {
  const caret = document.createRange()
  if (!selection.focusNode) return
  caret.setStart(selection.focusNode, selection.focusOffset)
  const place = caret.getClientRects()[0]
  const pane = text.closest('.ws-read')
  const box = pane?.getBoundingClientRect()
  if (!place || !pane || !box) return
  if (place.top < box.top + 40) pane.scrollTop += place.top - box.top - 40
  if (place.bottom > box.bottom - 60) pane.scrollTop += place.bottom - box.bottom + 60
}
