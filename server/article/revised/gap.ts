import { likeness, type Weights } from './likeness'
import type { Pair } from './pairing'
import type { Sentence } from './sentences'

type Texts = { before: readonly Sentence[]; after: readonly Sentence[]; weigh: Weights }
/** A way to go on: so many sentences of the earlier text became so many of the later. */
type Step = { taken: number; given: number; score: number }

/** Alike enough to be the same sentence where both stand between the same neighbours; less than sure is for a person. */
const [alike, sure] = [0.4, 0.6]
/** How much more alike two sentences together must be than one of them for it to count as split or joined. */
const together = 0.05
/** Pairs of sentences compared in one gap; beyond, a text was written anew, and only what stands elsewhere is looked for. */
const mostCompared = 60_000

/**
 * Pairs the sentences of a gap between two that were kept, in order, so that the sum of their likeness is greatest;
 * one sentence may have become two, or two one.
 */
export function pairsInGap(before: number[], after: number[], texts: Texts): Pair[] {
  if (before.length * after.length > mostCompared) return []
  const steps = bestSteps(before, after, texts)
  const pairs: Pair[] = []
  let [one, other] = [0, 0]
  while (one < before.length && other < after.length) {
    const { taken, given, score } = steps[one]?.[other] ?? { taken: 1, given: 1, score: 0 }
    if (taken > 0 && given > 0)
      pairs.push({
        before: rangeOf(before, one, taken),
        after: rangeOf(after, other, given),
        isMoved: false,
        isDoubtful: score < sure,
      })
    one += taken
    other += given
  }
  return pairs
}

function rangeOf(numbers: number[], at: number, count: number) {
  const start = numbers[at] ?? 0
  return { start, end: (numbers[at + count - 1] ?? start) + 1 }
}

/** From each place in both texts on, the best way to go on. */
function bestSteps(before: number[], after: number[], texts: Texts): Step[][] {
  const steps: Step[][] = before.map(() => [])
  const worth: number[][] = Array.from({ length: before.length + 2 }, () =>
    new Array<number>(after.length + 2).fill(0),
  )
  const worthAt = (one: number, other: number) => worth[one]?.[other] ?? 0
  for (let one = before.length - 1; one >= 0; one--) {
    for (let other = after.length - 1; other >= 0; other--) {
      const ways = waysOn(before, after, { one, other }, texts)
      const total = (way: Step) => way.score + worthAt(one + way.taken, other + way.given)
      const best = ways.reduce((first, way) => (total(way) > total(first) ? way : first))
      const [row, worths] = [steps[one], worth[one]]
      if (row) row[other] = best
      if (worths) worths[other] = total(best)
    }
  }
  return steps
}

type Place = { one: number; other: number }

function waysOn(before: number[], after: number[], { one, other }: Place, texts: Texts): Step[] {
  const alikeness = (taken: number, given: number) => {
    const [from, to] = [runOf(before, one, taken), runOf(after, other, given)]
    if (!from || !to) return 0
    return likeness(tokensIn(from, texts.before), tokensIn(to, texts.after), texts.weigh)
  }
  const single = alikeness(1, 1)
  const skips: Step[] = [
    { taken: 1, given: 0, score: 0 },
    { taken: 0, given: 1, score: 0 },
  ]
  // What has nothing in common with the other is no half of it.
  if (single < alike / 3) return skips
  const ways = [{ taken: 1, given: 1, score: single >= alike ? single : 0 }]
  for (const [taken, given] of [
    [1, 2],
    [2, 1],
  ] as const) {
    const score = alikeness(taken, given)
    const second = alikenessOf(before, after, { one: one + taken - 1, other: other + given - 1 }, texts)
    if (score >= sure && score > Math.max(single, second) + together) ways.push({ taken, given, score })
  }
  return [...skips, ...ways.filter(({ score }) => score > 0)]
}

function alikenessOf(before: number[], after: number[], { one, other }: Place, texts: Texts): number {
  const [from, to] = [texts.before[before[one] ?? -1], texts.after[after[other] ?? -1]]
  return from && to ? likeness(from.tokens, to.tokens, texts.weigh) : 0
}

/** Numbers of sentences that follow one another in the text; null where others stand between. */
function runOf(numbers: number[], at: number, count: number): number[] | null {
  const run = numbers.slice(at, at + count)
  const isWhole = run.length === count && run.every((number, index) => number === (run[0] ?? 0) + index)
  return isWhole ? run : null
}

const tokensIn = (run: number[], sentences: readonly Sentence[]) =>
  run.flatMap((at) => sentences[at]?.tokens ?? [])
