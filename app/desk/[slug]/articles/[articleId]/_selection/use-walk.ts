import { type KeyboardEvent, type RefObject, useCallback } from 'react'
import { asFromTheLeft } from '@/app/_keys/along'
import { firstInView } from './text-place'

/** What keys do with the sentence that the cursor is on, while it is on one. */
export type SentenceWalk = {
  isOn: boolean
  step: (by: 1 | -1) => void
  toEnd: (of: 'first' | 'last') => void
  mark: () => void
  /** Says that it has no factual claim, or takes that back. */
  passOver: () => void
  /** Selects its words, so that a part of it can be chosen. */
  select: () => void
  leave: () => void
}

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
 * with Shift they select; Tab goes to what can be done with it, Escape lets it go. While a cursor is on a sentence,
 * arrows go from sentence to sentence.
 */
export function useWalk(
  article: RefObject<HTMLElement | null>,
  toToolbar: () => boolean,
  sentence: SentenceWalk,
) {
  return useCallback(
    (event: KeyboardEvent) => {
      const text = article.current
      const selection = document.getSelection()
      if (!text || !selection || event.target !== text) return
      const key = asFromTheLeft(event.key, text)
      if (sentence.isOn && walkSentences(event, key, { sentence, toToolbar })) return event.preventDefault()
      const isOurs = text.contains(selection.focusNode)
      if (event.key === 'Escape' && isOurs) return selection.removeAllRanges()
      if (event.key === 'Tab' && !event.shiftKey && isOurs && !selection.isCollapsed) {
        if (toToolbar()) event.preventDefault()
        return
      }
      const step = steps[key]
      if (!step || event.metaKey) return
      event.preventDefault()
      if (!isOurs) return startAt(firstInView(text), selection)
      walk(text, selection, step, event)
      showCaret(text, selection)
    },
    [article, toToolbar, sentence],
  )
}

/** Whether the key was one for sentences. */
function walkSentences(
  event: KeyboardEvent,
  key: string,
  { sentence, toToolbar }: { sentence: SentenceWalk; toToolbar: () => boolean },
): boolean {
  const { shiftKey, ctrlKey, altKey, metaKey } = event
  if (ctrlKey || altKey || metaKey) return false
  if (key === 'Tab') return !shiftKey && toToolbar()
  if (shiftKey && steps[key]) {
    sentence.select()
    return false
  }
  const act = sentenceKeys[key]
  act?.(sentence)
  return act !== undefined
}

const sentenceKeys: Record<string, (sentence: SentenceWalk) => void> = {
  ArrowRight: ({ step }) => step(1),
  ArrowDown: ({ step }) => step(1),
  ArrowLeft: ({ step }) => step(-1),
  ArrowUp: ({ step }) => step(-1),
  Home: ({ toEnd }) => toEnd('first'),
  End: ({ toEnd }) => toEnd('last'),
  Enter: ({ mark }) => mark(),
  m: ({ mark }) => mark(),
  x: ({ passOver }) => passOver(),
  X: ({ passOver }) => passOver(),
  Escape: ({ leave }) => leave(),
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
