import type { Card } from './card'
import type { CardShape } from './drawings'
import { cutLinesOf, type Line, linesOf } from './letters/lines'
import type { Fonts } from './letters/read-fonts'
import { shapesOf } from './letters/shapes'
import type { Span, Style } from './letters/style'
import { type Measures, measures } from './measures'
import { stampMark } from './stamp-mark'

const inks = { first: '#16181B', second: '#474B50', third: '#62666B', red: '#B3261E', rule: '#C3C5BE' }

/** All words of a card in the styles they may be drawn in, so that their fonts can be read first. */
export function cardSpans(card: Card, shape: CardShape): Span[] {
  const { slug, small, quote } = measures[shape]
  const { desk, statement, said, stamp, mark, address, foot } = card
  return [
    { text: [desk, statement, card.quote, '“”'].join(' '), style: quote },
    { text: [said, mark, stamp.label, foot].join(' '), style: small },
    { text: [shouted(card.kind), address].join(' '), style: slug },
  ]
}

/** A card on its way to a picture. */
type Sheet = { card: Card; at: Measures; inner: number; fonts: Fonts }
/** A piece of a picture and where it ends, in pixels from the top. */
type Piece = { svg: string; bottom: number }

/**
 * A card as SVG in which every letter is a shape: it looks the same wherever it is drawn and needs no font. Nothing
 * stands in its margin; what is too long is cut at a word and ends in "…".
 */
export function pictureOf(card: Card, shape: CardShape, fonts: Fonts): string {
  const at = measures[shape]
  const { width, height, margin } = at
  const sheet = { card, at, inner: width - 2 * margin, fonts }
  const head = headOf(sheet)
  const foot = footOf(sheet)
  const stamp = stampOf(sheet, head.bottom + at.label.size * 0.75)
  const mark = markOf(sheet, stamp.bottom)
  const words = wordsOf(sheet, mark.bottom + at.label.size * 0.4, foot.top - at.quote.size * 0.6)
  const paper = box({ x: 0, y: 0, width, height }, '#FFFFFF')
  const all = [paper, head.svg, stamp.svg, mark.svg, words, foot.svg].join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${all}</svg>`
}

/** The desk's name, what this is, and a rule. */
function headOf(sheet: Sheet): Piece {
  const { card, at, inner } = sheet
  const y = at.margin + at.name.size * 0.8
  const kind = oneLine(sheet, shouted(card.kind), at.slug, inner / 3)
  const name = oneLine(sheet, card.desk, at.name, inner - kind.width - 40)
  const bottom = y + at.name.size * 0.6
  const rule = box({ x: at.margin, y: bottom, width: inner, height: 2 }, inks.first)
  return { svg: pair(sheet, [name, inks.first], [kind, inks.third], y) + rule, bottom }
}

/** Where it is read, and which version it is of. */
function footOf(sheet: Sheet): { svg: string; top: number } {
  const { card, at, inner } = sheet
  const y = at.height - at.margin - at.small.size * 0.3
  const version = oneLine(sheet, card.foot, at.small, inner * 0.65)
  const address = oneLine(sheet, card.address, at.slug, inner - version.width - 40)
  const top = y - at.small.size * 1.75
  const rule = box({ x: at.margin, y: top, width: inner, height: 1 }, inks.rule)
  return { svg: rule + pair(sheet, [address, inks.third], [version, inks.third], y), top }
}

/** The verdict as it is printed in public: mark, full label, double rule. */
function stampOf(sheet: Sheet, y: number): Piece {
  const { at, inner } = sheet
  const { ink, ground, label } = sheet.card.stamp
  const { size } = at.label
  const line = oneLine(sheet, label, at.label, inner - size * 3)
  const [width, height] = [line.width + size * 2.9, size * 1.95]
  const x = placed(sheet, 0, width)
  const rules = [1, 7].map(
    (gap) =>
      `<rect x="${x + gap}" y="${y + gap}" width="${width - 2 * gap}" height="${height - 2 * gap}" fill="${ground}" stroke="${ink}" stroke-width="2"/>`,
  )
  const markSize = size * 0.95
  const markAt = `translate(${placed(sheet, size * 0.6, markSize)} ${y + (height - markSize) / 2}) scale(${markSize / 20})`
  const drawn = `<g transform="${markAt}" color="${ink}">${stampMark(sheet.card.stamp)}</g>`
  const word = shapesOf(line, { x: placed(sheet, size * 2, line.width), y: y + size * 1.32, colour: ink })
  return { svg: rules.join('') + drawn + word, bottom: y + height }
}

/** What limits the verdict, beside the red bar of corrections. */
function markOf(sheet: Sheet, y: number): Piece {
  const { card, at, inner } = sheet
  if (!card.mark) return { svg: '', bottom: y }
  const { size } = at.mark
  const [top, height] = [y + size * 0.75, size * 1.35]
  const bar = box({ x: placed(sheet, 0, 5), y: top, width: 5, height }, inks.red)
  const line = oneLine(sheet, card.mark, at.mark, inner - 24)
  const words = shapesOf(line, { x: placed(sheet, 20, line.width), y: top + size, colour: inks.first })
  return { svg: bar + words, bottom: top + height }
}

/** The claim as large as it fits between two heights, the words that were checked, and who said them. */
function wordsOf(sheet: Sheet, top: number, floor: number): string {
  const { card, at, inner, fonts } = sheet
  const quoted: Span[] = [{ text: card.quote && `“${card.quote}”`, style: at.quote }]
  const quote = card.quote ? cutLinesOf(quoted, { width: inner, most: at.quoteLines }, fonts) : []
  const said = card.said ? [oneLine(sheet, card.said, at.said)] : []
  const below =
    (quote.length && (quote.length * 1.38 + 0.5) * at.quote.size) + said.length * at.said.size * 1.7
  const statement = fittedLines(sheet, floor - top - below)
  const size = statement[0]?.runs[0]?.span.style.size ?? 0
  const quoteTop = top + statement.length * size * 1.18 + (quote.length && at.quote.size * 0.5)
  const saidTop = quoteTop + quote.length * at.quote.size * 1.38
  return [
    ...statement.map((line, index) => own(sheet, line, top + size * (1.18 * index + 1), inks.first)),
    ...quote.map((line, index) =>
      own(sheet, line, quoteTop + at.quote.size * (1.38 * index + 1.05), inks.second),
    ),
    ...said.map((line) => own(sheet, line, saidTop + at.said.size * 1.4, inks.third)),
  ].join('')
}

/** The statement in the first size in which it fits into so many pixels; cut in the smallest. */
function fittedLines({ card, at, inner, fonts }: Sheet, height: number): Line[] {
  for (const size of at.statements) {
    const spans: Span[] = [{ text: card.statement, style: { face: 'serif', weight: 640, size } }]
    const most = Math.max(1, Math.floor(height / (size * 1.18)))
    if (size === at.statements.at(-1)) return cutLinesOf(spans, { width: inner, most }, fonts)
    const lines = linesOf(spans, inner, fonts)
    if (lines.length <= most) return lines
  }
  return []
}

function oneLine({ fonts, inner }: Sheet, text: string, style: Style, width = inner): Line {
  const [line] = cutLinesOf([{ text, style }], { width, most: 1 }, fonts)
  return line ?? { runs: [], width: 0, isRtl: false, text: '' }
}

/** A line on the side where its own script begins. */
function own({ at }: Sheet, line: Line, y: number, colour: string): string {
  const x = line.isRtl ? at.width - at.margin - line.width : at.margin
  return shapesOf(line, { x, y, colour })
}

/** Two lines on one height, one where the desk's language begins and one where it ends. */
function pair(
  sheet: Sheet,
  [start, first]: [Line, string],
  [end, second]: [Line, string],
  y: number,
): string {
  const begin = shapesOf(start, { x: placed(sheet, 0, start.width), y, colour: first })
  return begin + shapesOf(end, { x: placed(sheet, sheet.inner - end.width, end.width), y, colour: second })
}

/** The left of something that begins so far from where the desk's language begins. */
function placed({ card, at }: Sheet, start: number, width: number): number {
  return card.isRtl ? at.width - at.margin - start - width : at.margin + start
}

function box(
  { x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>,
  colour: string,
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`
}

const shouted = (text: string) => text.toUpperCase()
