import type { Sentence } from './sentences'
import { isWord, type Token } from './tokens'

/** How much a word says about which sentence it stands in: a rare one much, one of every sentence little. */
export type Weights = (token: Pick<Token, 'key'>) => number

/** Weighs the words of two texts by the number of sentences they stand in (inverse document frequency). */
export function weightsIn(sentences: readonly Sentence[]): Weights {
  const standsIn = new Map<string, number>()
  for (const { tokens } of sentences)
    for (const key of new Set(tokens.map(folded))) standsIn.set(key, (standsIn.get(key) ?? 0) + 1)
  return (token) =>
    isWord(token) ? Math.log(1 + sentences.length / (standsIn.get(folded(token)) ?? 1)) : 0.1
}

/** How alike two runs of tokens are, from 0 to 1: the weight they share of the weight they have (Dice). */
export function likeness(one: readonly Token[], other: readonly Token[], weigh: Weights): number {
  const left = new Map<string, number>()
  for (const token of one) left.set(folded(token), (left.get(folded(token)) ?? 0) + 1)
  let shared = 0
  for (const token of other) {
    const count = left.get(folded(token)) ?? 0
    if (count === 0) continue
    left.set(folded(token), count - 1)
    shared += weigh(token)
  }
  const whole = weightOf(one, weigh) + weightOf(other, weigh)
  return whole === 0 ? 0 : (2 * shared) / whole
}

export const weightOf = (tokens: readonly Token[], weigh: Weights) =>
  tokens.reduce((sum, token) => sum + weigh(token), 0)

const folded = ({ key }: Pick<Token, 'key'>) => key.toLowerCase()
