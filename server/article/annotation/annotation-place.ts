import { codePointsBefore, type Span } from '../../claim/quote'
import { likeness } from '../revised/likeness'
import { type AlikeRun, mostAlikeRun, placeOfRun } from '../revised/run-of-words'
import { isWord, type Token, tokensOf } from '../revised/tokens'
import type { Annotation } from './annotation'

/** Where an annotation's quote stands in a text (code points): for sure, in doubt for a person to say, or nowhere. */
export type AnnotationPlace = { is: 'placed' | 'doubtful'; span: Span } | { is: 'not-found' }

/**
 * How alike, from 0 to 1, a passage and what stands around it must be to the quote and its surroundings to be taken for
 * it. Below 0.8 Hypothesis' matcher found deleted sentences in others; below the second it is not even asked about.
 */
const [sure, worthAsking] = [0.8, 0.55]
/** Of quotes shorter than this, in words, only the exact words are looked for: a few alike words are anywhere. */
const fewestWords = 4
/** By how much the best of several places must be better than the next. */
const apart = 0.15

/**
 * Finds where quotes of annotations stand in a text: the exact words, however they are set, where they stand once or what
 * is around them tells the places apart; else the words most alike.
 */
export function placesOfAnnotations(text: string, annotations: readonly Annotation[]): AnnotationPlace[] {
  const tokens = tokensOf(text)
  const read = { text, tokens, keys: tokens.map(folded) }
  return annotations.map(({ quote }) => placeOf(read, quote))
}

type Read = { text: string; tokens: Token[]; keys: string[] }
type Hit = AlikeRun

function placeOf(read: Read, quote: Annotation['quote']): AnnotationPlace {
  const wanted = tokensOf(quote.exact)
  const around = aroundIn(quote)
  if (wanted.length === 0) return { is: 'not-found' }
  const keys = wanted.map(folded)
  const exact = exactly(read.keys, keys)
  if (exact.length > 0)
    return amongExact(
      read,
      exact.map((at) => ({ at, length: wanted.length, score: 0 })),
      around,
    )
  if (wanted.filter(isWord).length < fewestWords) return { is: 'not-found' }
  const best = mostAlikeRun(read.keys, keys)
  if (!best) return { is: 'not-found' }
  const score = together(best.score, surroundings(read.tokens, best, around))
  if (score < worthAsking) return { is: 'not-found' }
  return { is: score >= sure ? 'placed' : 'doubtful', span: spanOf(read, best) }
}

type Around = { before: Token[]; after: Token[] }

/** A prefix may begin and a suffix end in the middle of a word: where there are enough, that one is left out. */
function aroundIn({ prefix, suffix }: Annotation['quote']): Around {
  const [before, after] = [tokensOf(prefix), tokensOf(suffix)]
  return {
    before: before.length > 2 ? before.slice(1) : before,
    after: after.length > 2 ? after.slice(0, -1) : after,
  }
}

function amongExact(read: Read, hits: Hit[], around: Around): AnnotationPlace {
  const scored = hits
    .map((hit) => ({ ...hit, score: surroundings(read.tokens, hit, around) ?? 0 }))
    .sort((one, other) => other.score - one.score)
  const [best, next] = scored as [Hit, ...Hit[]] // There is at least one.
  const isAlone = !next || best.score - next.score >= apart
  return { is: isAlone ? 'placed' : 'doubtful', span: spanOf(read, best) }
}

/** Where all tokens stand in a row; letters' size makes no difference. */
function exactly(keys: readonly string[], wanted: readonly string[]): number[] {
  const found: number[] = []
  for (let at = placeOfRun(keys, wanted); at >= 0; at = placeOfRun(keys, wanted, at + 1)) found.push(at)
  return found
}

/** How alike what stands around a place is to what the annotation says; null where it says nothing. */
function surroundings(
  tokens: readonly Token[],
  { at, length }: Hit,
  { before, after }: Around,
): number | null {
  const sides = [
    { said: before, there: tokens.slice(Math.max(0, at - before.length), at) },
    { said: after, there: tokens.slice(at + length, at + length + after.length) },
  ].filter(({ said }) => said.length > 0)
  if (sides.length === 0) return null
  const scores = sides.map(({ said, there }) => likeness(said, there, weigh))
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}

/** Marks stand around everything. */
const weigh = (token: Pick<Token, 'key'>) => (isWord(token) ? 1 : 0.1)

const together = (quote: number, around: number | null) =>
  around === null ? quote : 0.75 * quote + 0.25 * around

function spanOf({ text, tokens }: Read, { at, length }: Hit): Span {
  const [first, last] = [tokens[at], tokens[at + length - 1]]
  return { start: codePointsBefore(text, first?.start ?? 0), end: codePointsBefore(text, last?.end ?? 0) }
}

const folded = ({ key }: Token) => key.toLowerCase()
