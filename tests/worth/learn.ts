import { features, featuresOf } from '../../server/coverage/worth/features'
import type { Labelled } from './labelled'

/** What a model learns from: 1 and the features, and the label. */
export type Row = { seen: number[]; isWorth: boolean }

/** How strongly weights are pulled to zero: few sentences must not make a strong opinion. */
export const pulling = 1

/** From which worth on a sentence is suggested: above it, few are in vain. */
export const suggestFrom = 0.8

export function rowOf(sentence: Labelled): Row {
  const seen = featuresOf(sentence, sentence.language)
  return { seen: [1, ...features.map((feature) => seen[feature])], isWorth: sentence.isWorth }
}

/** The intercept and the weights that fit best, by gradient descent from zero: no chance is in it. */
export function weightsFor(rows: readonly Row[]): number[] {
  const weights = Array<number>(features.length + 1).fill(0)
  for (let turn = 0; turn < 4_000; turn++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : pulling * weight))
    for (const { seen, isWorth } of rows) {
      const off = chanceOf(weights, seen) - Number(isWorth)
      for (let at = 0; at < seen.length; at++) slope[at] = (slope[at] ?? 0) + off * (seen[at] ?? 0)
    }
    for (let at = 0; at < weights.length; at++)
      weights[at] = (weights[at] ?? 0) - (slope[at] ?? 0) / rows.length
  }
  return weights
}

function chanceOf(weights: readonly number[], seen: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < seen.length; at++) sum += (seen[at] ?? 0) * (weights[at] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

/**
 * How well articles are ranked by a model that was made without them: average precision over five parts, each of whole
 * articles. Chance has the share of sentences that are worth checking.
 */
export function crossValidated(labelled: readonly Labelled[], parts = 5) {
  const articles = [...new Set(labelled.map(({ article }) => article))]
  const partOf = (sentence: Labelled) => articles.indexOf(sentence.article) % parts
  const judged = Array.from({ length: parts }, (_, part) => {
    const weights = weightsFor(labelled.filter((one) => partOf(one) !== part).map(rowOf))
    const unseen = labelled.filter((one) => partOf(one) === part)
    return unseen.map((one) => ({ ...one, worth: chanceOf(weights, rowOf(one).seen) }))
  }).flat()
  const suggested = judged.filter(({ worth }) => worth >= suggestFrom)
  const right = suggested.filter(({ isWorth }) => isWorth).length
  const worthy = labelled.filter(({ isWorth }) => isWorth).length
  const of = (language: string) => judged.filter((one) => one.language === language)
  return {
    sentences: labelled.length,
    averagePrecision: rounded(averagePrecision(judged)),
    english: rounded(averagePrecision(of('en'))),
    german: rounded(averagePrecision(of('de'))),
    chance: rounded(worthy / labelled.length),
    suggestedRightly: rounded(right / suggested.length),
    worthyThatAreSuggested: rounded(right / worthy),
  }
}

function averagePrecision(judged: readonly { worth: number; isWorth: boolean }[]): number {
  const ranked = judged.toSorted((one, other) => other.worth - one.worth)
  let [found, sum] = [0, 0]
  for (const [at, { isWorth }] of ranked.entries()) {
    if (!isWorth) continue
    found += 1
    sum += found / (at + 1)
  }
  return sum / found
}

const rounded = (value: number) => Math.round(value * 1_000) / 1_000
