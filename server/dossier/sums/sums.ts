import type { Block } from '../../article/extract/extraction'
import { blockPositions } from '../../article/frozen-text'
import { lengthOf, type Span } from '../../claim/quote'
import { sentencesOf } from '../../coverage/sentences/sentences'
import type { Finding } from './finding'
import { type Grid, readGrid } from './table/grid'
import { tableSums } from './table/table-sums'
import { failingAges } from './text/ages'
import { failingArithmetic } from './text/arithmetic'
import { failingBesideTable } from './text/beside-table'
import { failingDurations, failingWeekdays } from './text/durations'
import { type Masked, maskOf, partOf } from './text/masked'
import { failingLists, failingRest } from './text/totals'

/** An article as it is computed with; `published` is ISO 8601, as precise as known. */
export type Reckoned = { blocks: readonly Block[]; language: string | null; published: string | null }

/**
 * What does not add up within an article, in the order of its text: totals of tables and lists, shares and changes, rates,
 * lengths of time, days of the week, ages, and what the text says otherwise than its tables. Whatever may be meant in a
 * way that adds up is left alone. Places are code points of the frozen text.
 */
export function failingSums({ blocks, language, published }: Reckoned): Finding[] {
  const places = blockPositions(blocks)
  const startOf = (index: number) => places[index]?.start ?? 0
  const tables = blocks.flatMap((block, index) => {
    if (block.kind !== 'table') return []
    const { start = 0, end = 0 } = places[index] ?? {}
    return [{ block, start, end, context: contextOf(blocks, index) }]
  })
  const read = blocks.flatMap((block, index) =>
    block.kind === 'table' ? [] : [maskOf(block.text.normalize('NFC'), startOf(index), language)],
  )
  const paragraphs = read.filter(
    ({ numbers, days }) => days.length > 0 && numbers.length + days.length <= 3 * mostNumbers,
  )
  const sentences = partsOf(read, sentencesOf(blocks, language)).filter(
    ({ numbers }) => numbers.length > 0 && numbers.length <= mostNumbers,
  )
  const found = [
    ...tables.flatMap(({ block, start, context }) => tableSums(block, { start, language, context })),
    ...tables.flatMap((table) => besideTable(sentences, table, language)),
    ...sentences.flatMap(ofSentence),
    ...paragraphs.flatMap((paragraph) => [
      ...failingDurations(paragraph, published),
      ...failingWeekdays(paragraph),
      ...failingAges(paragraph, published),
    ]),
  ]
  return withoutRepeats(found.sort((one, other) => one.quote.start - other.quote.start))
}

/** What has more numbers is a list of something, and would be searched for long. */
const mostNumbers = 30

/** The sentences of texts, both in the order of the article; those of tables are in none of these. */
function partsOf(texts: Masked[], sentences: Span[]): Masked[] {
  const ends = texts.map(({ text, start }) => start + lengthOf(text))
  let at = 0
  return sentences.flatMap((sentence) => {
    while ((ends[at] ?? Number.POSITIVE_INFINITY) <= sentence.start) at++
    const text = texts[at]
    return text && sentence.start >= text.start ? [partOf(text, sentence)] : []
  })
}

function ofSentence(sentence: Masked): Finding[] {
  if (sentence.numbers.length < 2) return []
  return [...failingArithmetic(sentence), ...failingLists(sentence), ...failingRest(sentence)]
}

type Table = { block: Block; start: number; context: string }

function besideTable(
  sentences: Masked[],
  { block, start, context }: Table,
  language: string | null,
): Finding[] {
  const grid: Grid | null = readGrid(block, { start, language, context })
  return grid ? failingBesideTable(sentences, grid, context) : []
}

/** What a table is called and what is noted about it: its caption or heading, its first row, rows of one cell, a note below. */
function contextOf(blocks: readonly Block[], index: number): string {
  const isTitle = (block: Block | undefined) => block?.kind === 'caption' || block?.kind === 'heading'
  const [before, after] = [blocks[index - 1], blocks[index + 1]]
  const note = after && (isTitle(after) || /^(?:\*|notes?\b|source)/i.test(after.text)) ? after.text : ''
  const rows = (blocks[index]?.text ?? '').split('\n')
  const within = rows.filter((row, at) => at === 0 || !row.includes('\t'))
  return [isTitle(before) ? (before?.text ?? '') : '', ...within, note].join('\n')
}

/** One number is said to be wrong once. */
function withoutRepeats(found: Finding[]): Finding[] {
  const placeOf = ({ cells }: Finding) => cells.at(-1)?.start
  return found.filter((one, at) => found.findIndex((other) => placeOf(other) === placeOf(one)) === at)
}
