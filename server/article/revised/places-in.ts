import { diffArrays } from 'diff'
import type { Pair } from './pairing'
import type { Sentence } from './sentences'
import { isWord, type Token } from './tokens'

type Paired = { before: readonly Sentence[]; after: readonly Sentence[]; pairs: readonly Pair[] }
/** UTF-16 offsets. */
type Words = { start: number; end: number }
type Found = Words & { isMoved: boolean; isDoubtful: boolean }
/** What is left of a passage in one pair of sentences; of its words, `kept` are there as they were. */
type Part = Found & { kept: number }

/** The share of a passage's words that must be there still for it to be the passage, and for that to be sure. */
const [enough, sure] = [0.3, 0.5]
/** What was one passage may lie so much further apart, in UTF-16 units, before it counts as torn. */
const mostApart = 200
/** Tokens that may differ between two sentences; beyond, which became which is not worked out. */
const mostDifferent = 500

/** Answers where passages of the earlier text stand in the later; null for those whose words are gone. */
export function placesIn({ before, after, pairs }: Paired): (passage: Words) => Found | null {
  const pairOf = new Map(pairs.flatMap((pair) => numbersIn(pair.before).map((at) => [at, pair])))
  const sides = new Map<Pair, Sides>()
  const sidesOf = (pair: Pair) => {
    const known = sides.get(pair) ?? sidesIn(pair, before, after)
    sides.set(pair, known)
    return known
  }
  return (passage) => {
    const touched = numbersIn(touching(before, passage))
    const its = new Set(touched.flatMap((at) => pairOf.get(at) ?? []))
    const parts = [...its].flatMap((pair) => partIn(pair, sidesOf(pair), passage) ?? [])
    const words = touched.flatMap((at) => wordsIn(before[at]?.tokens ?? [], passage))
    return joined(parts, passage, words.length)
  }
}

/** One passage of its parts; `words` is how many it had. */
function joined(parts: readonly Part[], passage: Words, words: number): Found | null {
  const [first] = parts
  if (!first) return null
  const kept = parts.reduce((sum, part) => sum + part.kept, 0)
  const isReplaced = kept === 0 && parts.length === 1 && words <= 3
  if (!isReplaced && kept < words * enough) return null
  const start = Math.min(...parts.map((part) => part.start))
  const end = Math.max(...parts.map((part) => part.end))
  // Torn apart, a passage is where it begins; a person says what is left of it.
  const isTorn = end - start > (passage.end - passage.start) * 2 + mostApart
  return {
    ...(isTorn ? { start: first.start, end: first.end } : { start, end }),
    isMoved: parts.every((part) => part.isMoved),
    isDoubtful: isTorn || isReplaced || kept < words * sure || parts.some((part) => part.isDoubtful),
  }
}

function partIn(pair: Pair, sides: Sides, passage: Words): Part | null {
  const { here, there, places, fills } = sides
  const inside = touching(here, passage)
  const [first, last] = [inside.start, inside.end - 1]
  if (first > last) return null
  // Which became which is not known: it is somewhere in there.
  if (!sides.isKnown) return { ...pair, ...wholeOf(there), kept: inside.end - inside.start, isDoubtful: true }
  // A whole sentence is one still when words were put before its first or after its last.
  const isWhole = first <= sides.firstWord && last >= sides.lastWord
  const final = last === here.length - 1 ? there.length - 1 : there.findLastIndex(isWord)
  const from = isWhole ? 0 : beginning(first, last, places, fills)
  const to = isWhole ? final : ending(first, last, places, fills)
  const [start, end] = [there[from ?? -1], there[to ?? -1]]
  if (!start || !end || start.start > end.start) return null
  // A passage may begin and end inside a word.
  const before = places[first] === from ? insetOf(here[first], start, passage.start, 'start') : 0
  const behind = places[last] === to ? insetOf(here[last], end, passage.end, 'end') : 0
  const isKept = (at: number) => isWord(here[at] ?? { key: '' }) && places[at] !== undefined
  const kept = numbersIn(inside).filter(isKept).length
  return { ...pair, start: start.start + before, end: end.end + behind, kept }
}

const wholeOf = (tokens: readonly Token[]): Words => ({
  start: tokens[0]?.start ?? 0,
  end: tokens.at(-1)?.end ?? 0,
})

/** How far inside a word a passage begins (positive) or ends (negative); the later word must be as long. */
function insetOf(word: Token | undefined, later: Token, at: number, edge: 'start' | 'end'): number {
  if (!word || word.end - word.start !== later.end - later.start) return 0
  return edge === 'start' ? Math.max(0, at - word.start) : Math.min(0, at - word.end)
}

const numbersIn = ({ start, end }: { start: number; end: number }) =>
  Array.from({ length: end - start }, (_, index) => start + index)

/** The sentences or tokens that a passage touches, by their numbers; the end is exclusive. */
function touching(runs: readonly Words[], passage: Words): { start: number; end: number } {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.end ?? 0) <= passage.start) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < runs.length && (runs[end]?.start ?? 0) < passage.end) end++
  return { start: low, end }
}

function wordsIn(tokens: readonly Token[], passage: Words): Token[] {
  const { start, end } = touching(tokens, passage)
  return tokens.slice(start, end).filter(isWord)
}

const tokensOfRange = (sentences: readonly Sentence[], { start, end }: { start: number; end: number }) =>
  sentences.slice(start, end).flatMap(({ tokens }) => tokens)

/**
 * The tokens of a pair of sentences: which each became, by number, and what was put in the place of those that are gone.
 */
type Sides = {
  here: Token[]
  there: Token[]
  places: (number | undefined)[]
  fills: ({ start: number; end: number } | undefined)[]
  isKnown: boolean
  firstWord: number
  lastWord: number
}

function sidesIn(pair: Pair, before: readonly Sentence[], after: readonly Sentence[]): Sides {
  const [here, there] = [tokensOfRange(before, pair.before), tokensOfRange(after, pair.after)]
  const [places, fills]: [Sides['places'], Sides['fills']] = [[], []]
  let [one, other] = [0, 0]
  const runs = diffArrays(here, there, {
    comparator: (a, b) => a.key.toLowerCase() === b.key.toLowerCase(),
    maxEditLength: mostDifferent,
  })
  for (const [index, { added, removed, value }] of (runs ?? []).entries()) {
    if (added) other += value.length
    else if (removed) {
      // An insertion stands for what was taken out right before or after it.
      const put = [runs?.[index - 1], runs?.[index + 1]].find((run) => run?.added)
      const start = put && put === runs?.[index - 1] ? other - put.value.length : other
      for (const nth of value.keys())
        fills[one++] = put && fillFor(nth, value.length, start, put.value.length)
    } else for (const _ of value) places[one++] = other++
  }
  const [firstWord, lastWord] = [here.findIndex(isWord), here.findLastIndex(isWord)]
  return { here, there, places, fills, isKnown: runs !== undefined, firstWord, lastWord }
}

/** As many for as many stand for one another one by one. */
function fillFor(nth: number, gone: number, start: number, put: number) {
  return gone === put ? { start: start + nth, end: start + nth + 1 } : { start, end: start + put }
}

/** The token that a passage begins with now: what its first is, or what stands for it, else what its next is. */
function beginning(first: number, last: number, places: Sides['places'], fills: Sides['fills']) {
  for (let at = first; at <= last; at++) {
    const place = places[at] ?? fills[at]?.start
    if (place !== undefined) return place
  }
  return undefined
}

function ending(first: number, last: number, places: Sides['places'], fills: Sides['fills']) {
  for (let at = last; at >= first; at--) {
    const fill = fills[at]
    const place = places[at] ?? (fill && fill.end - 1)
    if (place !== undefined) return place
  }
  return undefined
}
