import type { EmbeddingLevels } from 'bidi-js'
import type { Glyph, GlyphPosition } from 'fontkit'
import { bidi, type Letters, lettersOf } from './letters'
import type { Fonts, SetFont } from './read-fonts'
import { flat, type Span } from './style'

/** Letters of one font and style that stand next to each other; `x` is from the line's left, in the sheet's units. */
export type Run = {
  x: number
  advance: number
  font: SetFont
  span: Span
  isRtl: boolean
  /** Where it begins in the paragraph's text. */
  start: number
  /** What the letters say, in the order in which it is read. */
  text: string
  glyphs: Glyph[]
  positions: GlyphPosition[]
}
export type Line = { runs: Run[]; width: number; isRtl: boolean; text: string }

/** Words broken into lines no wider than `width`, each in the order in which it is seen (UAX #9, UAX #14). */
export function linesOf(spans: Span[], width: number, fonts: Fonts): Line[] {
  const letters = lettersOf(spans, fonts)
  return fill(letters, width).map(([from, to]) => lineOf(letters, from, to))
}

/** The same with at most `most` lines: what does not fit is cut at a word and ends in "…". */
export function cutLinesOf(
  spans: Span[],
  { width, most }: { width: number; most: number },
  fonts: Fonts,
): Line[] {
  const whole = linesOf(spans, width, fonts)
  if (whole.length <= most) return whole
  const letters = lettersOf(spans, fonts)
  const places = placesOf(letters, width)
  let [least, tooMuch] = [0, places.length]
  const cutAt = (place: number) =>
    linesOf(ended(spans, letters.text.slice(0, places[place - 1] ?? 0)), width, fonts)
  while (tooMuch - least > 1) {
    const middle = Math.floor((least + tooMuch) / 2)
    if (cutAt(middle).length <= most) least = middle
    else tooMuch = middle
  }
  return cutAt(least)
}

/** The beginning of some spans, as long as `kept`, with what says that more came. */
function ended(spans: Span[], kept: string): Span[] {
  let left = kept.replace(/[\s\p{Pd},;:.(“„«]+$/u, '').length
  const cut = spans.map((span) => {
    const text = flat(span.text).slice(0, left)
    left -= text.length
    return { ...span, text }
  })
  const last = cut.findLast(({ text }) => text !== '') ?? cut[0]
  return cut.map((span) => (span === last ? { ...span, text: `${span.text}…` } : span))
}

function fill(letters: Letters, width: number): [from: number, to: number][] {
  const lines: [number, number][] = []
  let from = 0
  let end = 0
  // Words are measured once each, with the space behind them, which does not count at a line's end.
  let filled = 0
  for (const to of placesOf(letters, width)) {
    if (end > from && filled + widthOf(letters, end, trimmedEnd(letters, end, to)) > width) {
      lines.push([from, end])
      from = end
      filled = 0
    }
    filled += widthOf(letters, end, to)
    end = to
  }
  if (end > from) lines.push([from, end])
  return lines
}

/** Where lines of a width may end. */
function placesOf(letters: Letters, width: number): number[] {
  return letters.breaks.flatMap((to, index) => inPieces(letters, letters.breaks[index - 1] ?? 0, to, width))
}

/** A word that is wider than a line may end at any letter that a reader sees as one. */
function inPieces(letters: Letters, from: number, to: number, width: number): number[] {
  if (widthOf(letters, from, trimmedEnd(letters, from, to)) <= width) return [to]
  const word = letters.text.slice(from, to)
  return [...graphemes.segment(word)].map(({ index, segment }) => from + index + segment.length)
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function widthOf(letters: Letters, from: number, to: number): number {
  return runsOf(letters, from, to).reduce((sum, { advance }) => sum + advance, 0)
}

function trimmedEnd({ text }: Letters, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length
}

function lineOf(letters: Letters, from: number, to: number): Line {
  const runs = runsOf(letters, from, trimmedEnd(letters, from, to))
  let width = 0
  for (const run of runs) {
    run.x = width
    width += run.advance
  }
  const isRtl = (letters.levels.paragraphs[0]?.level ?? 0) % 2 === 1
  return { runs, width, isRtl, text: letters.text.slice(from, to).trimEnd() }
}

/** The runs of a line from left to right. */
function runsOf({ text, letters, levels }: Letters, from: number, to: number): Run[] {
  if (to <= from) return []
  const order = orderOf(text, levels, from, to)
  const runs: Run[] = []
  let start = 0
  for (let at = 1; at <= order.length; at++) {
    if (at < order.length && isSameRun(order[at - 1] ?? 0, order[at] ?? 0, letters, levels)) continue
    const units = order.slice(start, at)
    runs.push(runOf(text, letters, levels, Math.min(...units), Math.max(...units)))
    start = at
  }
  return runs
}

/** The letters of a line from left to right; where all go that way there is nothing to turn around. */
function orderOf(text: string, levels: EmbeddingLevels, from: number, to: number): number[] {
  if (levels.levels.subarray(from, to).every((level) => level === 0))
    return Array.from({ length: to - from }, (_, index) => from + index)
  return bidi.getReorderedIndices(text, levels, from, to - 1).slice(from, to)
}

function isSameRun(
  one: number,
  next: number,
  letters: Letters['letters'],
  { levels }: EmbeddingLevels,
): boolean {
  const [a, b] = [letters[one], letters[next]]
  const step = (levels[one] ?? 0) % 2 ? -1 : 1
  return a?.font === b?.font && a?.span === b?.span && levels[one] === levels[next] && next === one + step
}

function runOf(
  text: string,
  letters: Letters['letters'],
  { levels }: EmbeddingLevels,
  first: number,
  last: number,
): Run {
  const letter = letters[first]
  if (!letter) throw new Error('a run has letters')
  const { font, span } = letter
  const isRtl = (levels[first] ?? 0) % 2 === 1
  const said = text.slice(first, last + 1)
  const shown = said.replace(/[\u200e\u200f\u2066-\u2069]/gu, '')
  const seen = isRtl ? shown.replace(/./gu, (one) => bidi.getMirroredCharacter(one) ?? one) : shown
  const { glyphs, positions } = font.font.layout(seen, undefined, undefined, undefined, isRtl ? 'rtl' : 'ltr')
  const scale = span.style.size / font.font.unitsPerEm
  const advance = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * scale
  return { x: 0, advance, font, span, isRtl, start: first, text: said, glyphs, positions }
}
