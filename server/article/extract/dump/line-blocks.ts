import { announcedCaption } from '../chrome-words'
import type { Block } from '../extraction'
import { isPlain, type Window } from './body-window'
import { isChrome, type Line } from './line-classes'

export type Body = { window: Window; opening: number[]; titleAt: number | null }

/** The blocks of a body: furniture left out, lists, tables, captions and headings told apart. */
export function blocksOf(lines: Line[], { window, opening, titleAt }: Body): Block[] {
  const title = titleAt === null ? null : lines[titleAt]?.text.toLowerCase()
  const proseFrom = lines.findIndex(
    (line, at) => at >= window.start && at !== titleAt && line.class === 'prose',
  )
  const isBody = isPlain(lines) ? isPastedLine(proseFrom) : isPageLine(lines, window, proseFrom)
  const opens = new Set(opening)
  const body = lines
    .map((line, at) => ({ line, at }))
    .filter(({ at }) => opens.has(at) || (at >= window.start && at < window.end))
    .filter(({ line, at }) => at !== titleAt && isBody(line, at))
    // The headline said again before the first sentence is still the headline; further down it is a heading.
    .filter(({ line, at }) => line.text.toLowerCase() !== title || at > proseFrom)
    .map(({ line }) => line)
    .filter(notInLinkRun(lines.length > window.end || window.start > (titleAt ?? 0) + 3))
  const doubled = new Set(body.filter((line, index) => isAltText(line, body[index + 1])))
  const isDoubled = (line: Line | undefined) => line !== undefined && doubled.has(line)
  const announced = new Set(lines.filter((line, at) => isAnnounced(line, lines[at - 1])))
  const captions = new Set(body.filter((line, index) => announced.has(line) || isDoubled(body[index - 1])))
  return inBlocks(
    body.filter((line) => !doubled.has(line)),
    captions,
  )
}

// "Image caption," on a line of its own, or the owner of the picture's rights behind the words.
function isAnnounced(line: Line, before: Line | undefined): boolean {
  if (before && /^(?:image|photo|picture) caption,?$/i.test(before.text)) return true
  return (
    line.words <= 60 &&
    !line.marker &&
    /\S\s*(?:©\s*(?:\d{4}\s)?\p{L}[^.]{1,60}|\((?:photo|image|foto|picture)s?\b[^)]{2,60}\))$/iu.test(
      line.text,
    )
  )
}

// In a text pasted by itself only a byline or date above its first sentence is not the body's.
function isPastedLine(proseFrom: number) {
  return (line: Line, at: number) => at > proseFrom || (line.class !== 'date' && line.class !== 'byline')
}

function isPageLine(lines: Line[], window: Window, proseFrom: number) {
  const lastProse = lines.findLastIndex((line, at) => at < window.end && line.class === 'prose')
  return (line: Line, at: number) => {
    // "Jane Doe is a reporter" signs off at the end; among sentences it may be what the article tells.
    if (line.class === 'sign-off') return at < lastProse - 2
    if (line.class === 'date') return at > proseFrom && at < window.end - 1
    return !isChrome(line)
  }
}

// Three headlines and more under each other, in a page with furniture, are links to other articles.
function notInLinkRun(isPage: boolean) {
  return (line: Line, index: number, body: Line[]): boolean => {
    if (!isPage || !isLinkLike(line)) return true
    const start = body.findLastIndex((other, at) => at < index && !isLinkLike(other)) + 1
    const end = body.findIndex((other, at) => at > index && !isLinkLike(other))
    // A list that a sentence announces with a colon belongs to the sentence.
    return (
      (end < 0 ? body.length : end) - start < 3 ||
      /:$/.test(body[start - 1]?.text ?? '') ||
      /:$/.test(body[start]?.text ?? '')
    )
  }
}

function isLinkLike(line: Line): boolean {
  return line.class === 'headline' && !line.marker && !/[:;,]$/.test(line.text) && !/^\W*\d/.test(line.text)
}

// A picture's alternative text and its caption stand under each other, one a word or two longer ("… Premium").
function isAltText(line: Line, next: Line | undefined): boolean {
  if (!next || line.words < 4) return false
  const [one, other] = [line.text.toLowerCase(), next.text.toLowerCase()]
  return one.startsWith(other.replace(/[.…]$/, '')) && line.words - next.words <= 2
}

function inBlocks(body: Line[], captions: Set<Line>): Block[] {
  const blocks: Block[] = []
  for (let index = 0; index < body.length; ) {
    const rows = tableAt(body, index)
    if (rows.length > 0) {
      blocks.push({ kind: 'table', text: rows.map((row) => row.join('\t')).join('\n'), rows })
      index += rows.length
      continue
    }
    const line = body[index]
    if (line) blocks.push(blockOf(line, body[index - 1], body[index + 1], captions.has(line)))
    index++
  }
  return blocks
}

function blockOf(line: Line, before: Line | undefined, after: Line | undefined, isCaption: boolean): Block {
  const caption = announcedCaption(line.text)
  if (caption !== null || isCaption) return { kind: 'caption', text: caption ?? line.text }
  if (line.marker === 'bullet' || line.marker === 'number') return { kind: 'list-item', text: line.text }
  if (line.marker === 'quote') return { kind: 'quote', text: line.text }
  return { kind: isHeading(line, before, after) ? 'heading' : 'paragraph', text: line.text }
}

function isHeading(line: Line, before: Line | undefined, after: Line | undefined): boolean {
  if (line.marker === 'heading') return true
  if (!after || line.words > 16 || line.cells) return false
  if (/[.,;:!…。]["”]?$/u.test(line.text) || /^["“„«]/.test(line.text)) return false
  // A question that stands alone between paragraphs is a heading; one among sentences is not.
  if (line.ends && !(line.gapBefore && after.gapBefore && line.words >= 3 && before !== undefined))
    return false
  return line.gapBefore || before === undefined || before.ends
}

// Cells set apart by tabs are a table; so are three lines and more under each other that end in a figure,
// below a line that heads them. Where the heading line's columns part cannot be known, so it stays one cell.
function tableAt(body: Line[], start: number): string[][] {
  const celled = whileTrue(body, start, (line) => line.cells !== null).map((line) => line.cells ?? [])
  if (celled.length > 1) return celled.filter((cells) => !cells.every((cell) => /^[-: ]*$/.test(cell)))
  const head = body[start]
  if (!head || head.ends || head.marker || head.words > 14 || labelAndFigure(head)) return []
  const rows = whileTrue(body, start + 1, (line) => !line.gapBefore && labelAndFigure(line) !== null)
  return rows.length >= 3 ? [[head.text], ...rows.map((line) => labelAndFigure(line) ?? [])] : []
}

function labelAndFigure(line: Line): [string, string] | null {
  const match =
    /^(?<label>.*\S)\s+(?<figure>[~<>≈+-]?[$€£]?\d[\d.,]*(?:\+|%|\s?(?:million|billion|bn|m|k|km|kg))?)$/u.exec(
      line.text,
    )
  const { label, figure } = match?.groups ?? {}
  return label && figure && line.words <= 14 && !line.ends && !line.marker ? [label, figure] : null
}

function whileTrue(body: Line[], start: number, holds: (line: Line) => boolean): Line[] {
  const end = body.findIndex((line, index) => index >= start && !holds(line))
  return body.slice(start, end < 0 ? body.length : end)
}
