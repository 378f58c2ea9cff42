import { pairsInGap } from './gap'
import { inOrder } from './in-order'
import { likeness, type Weights, weightsIn } from './likeness'
import type { Sentence } from './sentences'
import { isWord } from './tokens'

/**
 * Sentences of the earlier text, next to one another, and what became of them in the later one. `isMoved`: not where
 * they stood among the others. `isDoubtful`: alike, but not so much that they could not be others.
 */
export type Pair = { before: Range; after: Range; isMoved: boolean; isDoubtful: boolean }
/** Sentences by their number; the end is exclusive. */
export type Range = { start: number; end: number }

/** How alike sentences must be to be taken for the same ones elsewhere, and how much more than the next best. */
const [alikeElsewhere, ahead] = [0.75, 0.15]
/** Fewer words than this say too little to be known by elsewhere. */
const fewestWords = 4
/** A word of more sentences than this leads to none of them. */
const mostPlaces = 50

/**
 * Pairs the sentences of two revisions: those that are the same and alone in it, in the order that most of them keep;
 * between those the ones that are alike; then what is left over, wherever it went.
 */
export function pairsOf(before: readonly Sentence[], after: readonly Sentence[]): Pair[] {
  const texts = { before, after, weigh: weightsIn([...before, ...after]) }
  const same = samePairs(before, after)
  const pairs = same.map(([one, other]) => pairOf(one, other))
  const isFree = {
    before: free(
      before,
      pairs.map((pair) => pair.before),
    ),
    after: free(
      after,
      pairs.map((pair) => pair.after),
    ),
  }
  for (const gap of gapsBetween(inOrder(same), before.length, after.length)) {
    const [here, there] = [numbers(gap.before).filter(isFree.before), numbers(gap.after).filter(isFree.after)]
    pairs.push(...pairsInGap(here, there, texts))
  }
  const left = {
    before: numbers({ start: 0, end: before.length }).filter(
      free(
        before,
        pairs.map((pair) => pair.before),
      ),
    ),
    after: numbers({ start: 0, end: after.length }).filter(
      free(
        after,
        pairs.map((pair) => pair.after),
      ),
    ),
  }
  return withMoved([...pairs, ...pairsElsewhere(left, texts)])
}

/** The pairs in the order of the earlier text; those have moved that stand out of the order that most keep. */
function withMoved(pairs: readonly Pair[]): Pair[] {
  const sorted = pairs.toSorted((one, other) => one.before.start - other.before.start)
  const inPlace = new Set(
    inOrder(sorted.map(({ before, after }) => [before.start, after.start])).map(([one]) => one),
  )
  return sorted.map((pair) => ({ ...pair, isMoved: !inPlace.has(pair.before.start) }))
}

const pairOf = (one: number, other: number): Pair => ({
  before: { start: one, end: one + 1 },
  after: { start: other, end: other + 1 },
  isMoved: false,
  isDoubtful: false,
})

const numbers = ({ start, end }: Range) => Array.from({ length: end - start }, (_, index) => start + index)

/** Whether a sentence is in none of these ranges. */
function free(sentences: readonly Sentence[], ranges: readonly Range[]): (at: number) => boolean {
  const isTaken = new Uint8Array(sentences.length)
  for (const { start, end } of ranges) isTaken.fill(1, start, end)
  return (at) => isTaken[at] === 0
}

/** Sentences that stand once in each text, and those beside them that are the same, as numbers in both. */
function samePairs(before: readonly Sentence[], after: readonly Sentence[]): [number, number][] {
  const [here, there] = [placesOf(before), placesOf(after)]
  const pairs = new Map<number, number>()
  for (const [key, [at, ...others]] of here) {
    const [only, ...more] = there.get(key) ?? []
    if (at !== undefined && only !== undefined && others.length + more.length === 0) pairs.set(at, only)
  }
  for (const step of [1, -1]) spread(pairs, step, before, after)
  return [...pairs].sort(([one], [other]) => one - other)
}

/** Pairs what stands next to a pair and is the same, though it stands elsewhere, too: a caption, a line of a list. */
function spread(
  pairs: Map<number, number>,
  step: number,
  before: readonly Sentence[],
  after: readonly Sentence[],
) {
  const used = new Set(pairs.values())
  // The texts' own beginnings and ends stand for pairs, too.
  const edge: [number, number] = step > 0 ? [-1, -1] : [before.length, after.length]
  for (const [start, met] of [edge, ...[...pairs].sort(([one], [other]) => (one - other) * step)]) {
    let [at, other] = [start + step, met + step]
    while (!pairs.has(at) && !used.has(other) && before[at] && before[at]?.key === after[other]?.key) {
      pairs.set(at, other)
      used.add(other)
      at += step
      other += step
    }
  }
}

function placesOf(sentences: readonly Sentence[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, { key }] of sentences.entries()) placed(places, key, at)
  return places
}

function placed(places: Map<string, number[]>, key: string, at: number): void {
  const known = places.get(key)
  if (known) known.push(at)
  else places.set(key, [at])
}

type Gap = { before: Range; after: Range }

/** What lies between pairs that keep their order. */
function gapsBetween(kept: [number, number][], beforeLength: number, afterLength: number): Gap[] {
  let [one, other] = [0, 0]
  return [...kept, [beforeLength, afterLength] as [number, number]].flatMap(([nextOne, nextOther]) => {
    const gap = { before: { start: one, end: nextOne }, after: { start: other, end: nextOther } }
    one = nextOne + 1
    other = nextOther + 1
    return gap.before.start < gap.before.end && gap.after.start < gap.after.end ? [gap] : []
  })
}

type Loose = { before: number[]; after: number[] }
type Texts = { before: readonly Sentence[]; after: readonly Sentence[]; weigh: Weights }

/** What was taken out in one place and put in at another, changed a little; only where nothing else is nearly as alike. */
function pairsElsewhere(loose: Loose, { before, after, weigh }: Texts): Pair[] {
  const open = new Set(loose.after)
  const holding = new Map<string, number[]>()
  for (const at of loose.after)
    for (const key of new Set(after[at]?.tokens.map((token) => token.key))) placed(holding, key, at)
  return loose.before.flatMap((at) => {
    const tokens = before[at]?.tokens ?? []
    if (tokens.filter(isWord).length < fewestWords) return []
    const rarest = [...tokens].sort((one, other) => weigh(other) - weigh(one)).slice(0, 4)
    const places = rarest
      .map(({ key }) => holding.get(key) ?? [])
      .filter(({ length }) => length <= mostPlaces)
    const candidates = new Set(places.flat().filter((one) => open.has(one)))
    const [best, next] = [...candidates]
      .map((other) => ({ other, score: likeness(tokens, after[other]?.tokens ?? [], weigh) }))
      .sort((one, other) => other.score - one.score)
    if (!best || best.score < alikeElsewhere || best.score - (next?.score ?? 0) < ahead) return []
    open.delete(best.other)
    return [pairOf(at, best.other)]
  })
}
