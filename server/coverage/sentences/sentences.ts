import { cutSentences } from '../../article/cut-sentences'
import type { Block } from '../../article/extract/extraction'
import { blockPositions } from '../../article/frozen-text'
import type { Span } from '../../claim/quote'
import { cellRuns } from '../../claim/segments'
import { goesOn } from './going-on'

/** A sentence of a text, in UTF-16 units of it. */
type Cut = { from: number; text: string }

/** Where each sentence of an article stands in its frozen text, in Unicode code points and in order. */
export function sentencesOf(blocks: readonly Block[], language: string | null): Span[] {
  const segmenter = segmenterFor(language)
  const places = blockPositions(blocks)
  return blocks.flatMap((block, index) => {
    const text = block.text.normalize('NFC')
    const start = places[index]?.start ?? 0
    if (block.kind === 'table') return rowsOf(text, start, segmenter)
    // A picture that says nothing is named by its address, which is no sentence.
    if (block.kind === 'picture' && text === block.address) return []
    return spansOf(text, start, segmenter, markerIn(block.kind, text))
  })
}

/**
 * A row of a table says one thing, so it is one sentence: a number alone in its cell says nothing. Rows with whole
 * sentences in a cell, as in tables that only lay a page out, are cut like text.
 */
function rowsOf(text: string, start: number, segmenter: Intl.Segmenter): Span[] {
  return cellRuns(text, start).flatMap((cells) => {
    const perCell = cells.map((cell) => spansOf(cell.text, cell.start, segmenter))
    if (perCell.some((spans) => spans.length > 1)) return perCell.flat()
    const spans = perCell.flat()
    const [first, last] = [spans[0], spans.at(-1)]
    return first && last ? [{ start: first.start, end: last.end }] : []
  })
}

/** The sentences of one stretch of text that begins at `start`; nothing before `skip`, in UTF-16 units, belongs to one. */
function spansOf(text: string, start: number, segmenter: Intl.Segmenter, skip = 0): Span[] {
  let [unit, point] = [0, start]
  const pointAt = (to: number) => {
    point += Array.from(text.slice(unit, to)).length
    unit = to
    return point
  }
  return cut(text.slice(skip), segmenter).map(({ from, text: sentence }) => ({
    start: pointAt(skip + from),
    end: pointAt(skip + from + sentence.length),
  }))
}

/** Cuts a text at the ends of its sentences; each is without the space around it, and has a letter or a digit. */
function cut(text: string, segmenter: Intl.Segmenter): Cut[] {
  const { locale } = segmenter.resolvedOptions()
  const sentences: Cut[] = []
  for (const { segment, index } of cutSentences(withoutNotes(text), segmenter)) {
    const last = sentences.at(-1)
    if (last && goesOn(last.text, segment, locale)) last.text += segment
    else sentences.push({ from: index, text: segment })
  }
  return sentences
    .map(({ from, text: { length } }) => trimmed({ from, text: text.slice(from, from + length) }))
    .filter(({ text: sentence }) => /[\p{L}\p{N}]/u.test(sentence))
}

/** Numbers of footnotes end no sentence, and cling to the one before them as marks of quotation do. */
function withoutNotes(text: string): string {
  return text.replace(/\[\d{1,3}\]/g, (note) => '”'.repeat(note.length))
}

function trimmed({ from, text }: Cut): Cut {
  return { from: from + text.length - text.trimStart().length, text: text.trim() }
}

/** What stands before an item of a list, such as "•", "3." or "b)": it says nothing, and its dot ends nothing. */
function markerIn(kind: Block['kind'], text: string): number {
  const marker =
    kind === 'list-item' || kind === 'heading'
      ? /^(?:[\p{Pd}\p{Po}·▪●■◦*]|\(?(?:\d{1,3}|\p{L})[.)])\s+/u
      : bullet
  return marker.exec(text)?.[0].length ?? 0
}

/** In a paragraph a number with a dot may be a date. */
const bullet = /^(?:[•‣◦▪●■*]|\(?\d{1,3}\))\s+/u

/** Languages are written by people: one that no browser knows is cut as English is. */
function segmenterFor(language: string | null): Intl.Segmenter {
  const known = language && Intl.Segmenter.supportedLocalesOf(isTag(language) ? language : []).length > 0
  return new Intl.Segmenter(known ? language : 'en', { granularity: 'sentence' })
}

function isTag(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0
  } catch {
    // The only answer that Intl has for what is no tag.
    return false
  }
}
