import { z } from 'zod'

/**
 * Where a quote stands in a frozen text: the W3C Web Annotation model's TextQuote and TextPosition selectors.
 * Positions are Unicode code points; `prefix` and `suffix` are up to 32 code points of the text around it.
 */
export const selectorsShape = z.object({
  quote: z.object({ exact: z.string().min(1), prefix: z.string(), suffix: z.string() }),
  position: z.object({ start: z.number().int().nonnegative(), end: z.number().int().positive() }),
})
export type Selectors = z.infer<typeof selectorsShape>
export type Span = { start: number; end: number }

const contextLength = 32

/** The selectors of a span of code points; null when the span is empty, blank or outside the text. */
export function describeQuote(text: string, span: Span): Selectors | null {
  const points = Array.from(text)
  const { start, end } = trimmed(points, span)
  if (start < 0 || end > points.length || start >= end) return null
  return {
    quote: {
      exact: points.slice(start, end).join(''),
      prefix: points.slice(Math.max(0, start - contextLength), start).join(''),
      suffix: points.slice(end, end + contextLength).join(''),
    },
    position: { start, end },
  }
}

/** A selection often takes a space or a line end too many; a quote begins and ends with a word. */
function trimmed(points: string[], { start, end }: Span): Span {
  while (start < end && /\s/u.test(points[start] ?? '')) start++
  while (end > start && /\s/u.test(points[end - 1] ?? '')) end--
  return { start, end }
}

/** Whether the text holds exactly the quoted words at the stated place, and around them what is said to be there. */
export function quoteStands(text: string, { quote, position }: Selectors): boolean {
  const { start, end } = position
  if (end <= start || lengthOf(quote.exact) !== end - start) return false
  // Lists ask this of a thousand claims: spreading a long article into code points for each would take seconds.
  const from = utf16Before(text, start)
  const isAfterPrefix = text.slice(0, from).endsWith(quote.prefix)
  return isAfterPrefix && text.startsWith(quote.exact + quote.suffix, from)
}

/**
 * Where quoted words stand in a text that may be another than they were taken from: at their place, else where they
 * stand once with what was around them, else where they stand once at all. Null where they are gone, or cannot be told
 * apart; words that are only alike are others.
 */
export function placeOfQuote(text: string, selectors: Selectors): Span | null {
  if (quoteStands(text, selectors)) return selectors.position
  const { exact, prefix, suffix } = selectors.quote
  const around = onlyPlaceOf(text, prefix + exact + suffix)
  const from = around === null ? onlyPlaceOf(text, exact) : around + prefix.length
  if (from === null) return null
  const start = codePointsBefore(text, from)
  return { start, end: start + lengthOf(exact) }
}

/** The UTF-16 offset of words that a text holds once. */
function onlyPlaceOf(text: string, words: string): number | null {
  const at = text.indexOf(words)
  return at >= 0 && text.indexOf(words, at + 1) < 0 ? at : null
}

/** Code points before a UTF-16 offset: what the DOM counts, in what we store. */
export function codePointsBefore(text: string, utf16Offset: number): number {
  let count = 0
  for (let at = 0; at < utf16Offset && at < text.length; count++) {
    const point = text.codePointAt(at)
    at += point !== undefined && point > 0xffff ? 2 : 1
  }
  return count
}

/** The UTF-16 offset of a code point: what we store, in what the DOM counts. */
export function utf16Before(text: string, codePoints: number): number {
  const wide = widePlaces(text)
  let [low, high] = [0, wide.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((wide[middle] ?? 0) < codePoints) low = middle + 1
    else high = middle
  }
  return Math.min(text.length, Math.max(0, codePoints) + low)
}

let known: { text: string; wide: number[] } = { text: '', wide: [] }

/** The code points that take two UTF-16 units; remembered for one text, as lists ask about one article many times. */
function widePlaces(text: string): number[] {
  if (text !== known.text) {
    const wide = [...text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map((match, nth) => match.index - nth)
    known = { text, wide }
  }
  return known.wide
}

/** The words at a span of code points. */
export function wordsAt(text: string, { start, end }: Span): string {
  return text.slice(utf16Before(text, start), utf16Before(text, end))
}

/** How many code points a text has. */
export function lengthOf(text: string): number {
  return codePointsBefore(text, text.length)
}
