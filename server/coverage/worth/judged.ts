import type { Block } from '../../article/extract/extraction'
import { blockPositions, frozenText } from '../../article/frozen-text'
import type { Span } from '../../claim/quote'
import { sentencesOf } from '../sentences/sentences'
import { suggestFrom, type Worth, worthOf } from './worth'

/** A sentence of an article with how much it looks worth checking. */
export type Judged = Span & Worth & { isSuggested: boolean }

/** The sentences of an article in the order of the text, each with its worth. */
export function judgedSentences(blocks: readonly Block[], language: string | null): Judged[] {
  const points = Array.from(frozenText(blocks))
  const places = blockPositions(blocks)
  const sentences = sentencesOf(blocks, language)
  let block = 0
  return sentences.map((span, at) => {
    while ((places[block]?.end ?? Number.POSITIVE_INFINITY) < span.end) block++
    const text = points.slice(span.start, span.end).join('')
    const placed = { text, kind: blocks[block]?.kind ?? 'paragraph', place: at / sentences.length }
    const { worth, reasons } = worthOf(placed, language)
    // Three digits rank well enough, and travel.
    return { ...span, worth: Math.round(worth * 1_000) / 1_000, reasons, isSuggested: worth >= suggestFrom }
  })
}
