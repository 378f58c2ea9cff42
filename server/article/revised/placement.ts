import { type Span, utf16Before } from '../../claim/quote'
import { type Change, changeOf } from './change'
import { pairsOf } from './pairing'
import { placesIn } from './places-in'
import { sentencesOf } from './sentences'
import { namesIn } from './telling/names'

/**
 * What became of a passage in a later revision. `moved`: the same words, elsewhere. `isDoubtful`: a person is to say
 * whether this is it.
 */
export type Placement =
  | { change: Change | 'moved'; span: Span; isDoubtful: boolean }
  | { change: 'removed'; span: null; isDoubtful: false }

export type PlacedText = { text: string; language: string | null }
type Text = PlacedText
/** A passage; `was` are words that it is compared with where they are others than it has. */
export type Passage = Span & { was?: string }

/**
 * Where passages of one revision stand in the next and what was done to them, in the order they are given. Spans are
 * Unicode code points. By sentences that were kept and words within those that were changed; words that are gone are
 * never looked for among others that are only alike.
 */
export function placementsOf(before: Text, after: Text, passages: readonly Passage[]): Placement[] {
  const [here, there] = [sentencesOf(before.text), sentencesOf(after.text)]
  const placeOf = placesIn({ before: here, after: there, pairs: pairsOf(here, there) })
  const language = after.language ?? before.language
  const names = new Set([...namesIn(before.text, language), ...namesIn(after.text, language)])
  const surroundings = { names, language }
  const pointAt = pointsOf(after.text)
  return passages.map(({ start, end, was: held }) => {
    const words = { start: utf16Before(before.text, start), end: utf16Before(before.text, end) }
    const found = placeOf(words)
    if (!found) return { change: 'removed', span: null, isDoubtful: false }
    const was = held ?? before.text.slice(words.start, words.end)
    const change = changeOf(was, after.text.slice(found.start, found.end), surroundings)
    const isKept = change === 'same' || change === 'cosmetic'
    return {
      change: found.isMoved && isKept ? 'moved' : change,
      span: { start: pointAt(found.start), end: pointAt(found.end) },
      isDoubtful: found.isDoubtful && !isKept,
    }
  })
}

/** Answers how many code points stand before a UTF-16 offset of a text, whose wide ones are looked up once. */
function pointsOf(text: string): (offset: number) => number {
  const wide = [...text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map(({ index }) => index)
  return (offset) => {
    let [low, high] = [0, wide.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((wide[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}
