import { codePointsBefore, type Span, utf16Before } from '@/server/claim/quote'

/**
 * Between the page and the frozen text. Every element that shows a stretch of the text names its code points in
 * `data-from` and `data-to`, and holds exactly these words.
 */
const runSelector = '[data-from]'

/** What is selected of the article, in code points; empty at a caret, null when the selection is elsewhere. */
export function selectedSpan(article: Element): Span | null {
  const selection = document.getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null
  if (!range || !article.contains(range.startContainer)) return null
  const start = placeOf(article, range.startContainer, range.startOffset, 'start')
  const end = range.collapsed ? start : placeOf(article, range.endContainer, range.endOffset, 'end')
  return start === null || end === null || end < start ? null : { start, end }
}

/** The code point at a place of the page; between two stretches, where the next begins or the last one ended. */
function placeOf(article: Element, node: Node, offset: number, side: 'start' | 'end'): number | null {
  const run = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(runSelector)
  if (run && article.contains(run)) {
    const before = document.createRange()
    before.setStart(run, 0)
    before.setEnd(node, offset)
    return from(run) + codePointsBefore(run.textContent ?? '', before.toString().length)
  }
  const point = document.createRange()
  point.setStart(node, offset)
  const runs = [...article.querySelectorAll<HTMLElement>(runSelector)]
  const isAfter = (other: HTMLElement) => point.comparePoint(other, 0) >= 0
  if (side === 'start') return mapNullable(runs.find(isAfter), from)
  return mapNullable(
    runs.findLast((other) => !isAfter(other)),
    to,
  )
}

/** A range of the page over a span of the text; null when the article does not show it. */
export function rangeOf(article: Element, span: Span): Range | null {
  const runs = [...article.querySelectorAll<HTMLElement>(runSelector)]
  const first = runs.find((run) => to(run) > span.start)
  const last = runs.findLast((run) => from(run) < span.end)
  return first && last ? rangeBetween(first, last, span) : null
}

/** The ranges over many spans, which come in the order of the text and do not overlap: the page is walked once. */
export function rangesOf(article: Element, spans: readonly Span[]): Range[] {
  const runs = [...article.querySelectorAll<HTMLElement>(runSelector)]
  const places = runs.map((run) => ({ run, from: from(run), to: to(run) }))
  let at = 0
  return spans.flatMap((span) => {
    while ((places[at]?.to ?? Number.POSITIVE_INFINITY) <= span.start) at++
    const first = places[at]
    if (!first || first.from >= span.end) return []
    let last = first
    for (let next = at + 1; (places[next]?.from ?? span.end) < span.end; next++) last = places[next] ?? last
    return rangeBetween(first.run, last.run, span) ?? []
  })
}

function rangeBetween(first: HTMLElement, last: HTMLElement, span: Span): Range | null {
  const range = document.createRange()
  const [start, end] = [pointIn(first, span.start), pointIn(last, span.end)]
  if (!start || !end) return null
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}

/** The text node and its UTF-16 offset for a code point of the frozen text. */
function pointIn(run: HTMLElement, place: number): { node: Node; offset: number } | null {
  let left = utf16Before(run.textContent ?? '', Math.max(0, place - from(run)))
  const walker = document.createTreeWalker(run, NodeFilter.SHOW_TEXT)
  let last: Node | null = null
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? ''
    if (left <= length) return { node, offset: left }
    left -= length
    last = node
  }
  return last && { node: last, offset: last.textContent?.length ?? 0 }
}

/** The first stretch of text that stands in the visible part of its pane. */
export function firstInView(article: Element): HTMLElement | null {
  const top = article.closest('.ws-read')?.getBoundingClientRect().top ?? 0
  const runs = [...article.querySelectorAll<HTMLElement>(runSelector)]
  return runs.find((run) => run.getBoundingClientRect().bottom > top + 8) ?? runs[0] ?? null
}

/** The code point of the letter at the top of the visible part of the pane. */
export function placeAtTop(article: Element): number | null {
  const run = firstInView(article)
  const pane = article.closest('.ws-read')?.getBoundingClientRect()
  if (!run || !pane) return null
  const box = run.getBoundingClientRect()
  if (box.top >= pane.top) return from(run)
  // Where the first whole line begins; older Safari knows this under another name only.
  const [left, top] = [box.left + 1, pane.top + 24]
  const point = document.caretPositionFromPoint?.(left, top)
  const range = point ? null : document.caretRangeFromPoint?.(left, top)
  const node = point?.offsetNode ?? range?.startContainer
  if (!node || !run.contains(node)) return from(run)
  return placeOf(article, node, point?.offset ?? range?.startOffset ?? 0, 'start')
}

const from = (run: HTMLElement) => Number(run.dataset.from)
const to = (run: HTMLElement) => Number(run.dataset.to)

function mapNullable<In, Out>(value: In | undefined, change: (value: In) => Out): Out | null {
  return value === undefined ? null : change(value)
}
