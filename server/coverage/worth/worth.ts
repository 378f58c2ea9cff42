import { type Feature, features, featuresOf, type Placed } from './features'
import weights from './weights.json'

/** How much a sentence looks worth checking, from 0 to 1, and what speaks for it, the strongest first. */
export type Worth = { worth: number; reasons: Reason[] }

/** From here on a sentence is suggested. Nothing is hidden below: it comes later. */
export const suggestFrom = weights.suggestFrom

/** Judges a sentence by a logistic model whose weights anyone can read (weights.json). */
export function worthOf(sentence: Placed, language: string | null): Worth {
  const seen = featuresOf(sentence, language)
  const parts = features.map((feature) => ({ feature, part: seen[feature] * weights.weights[feature] }))
  const sum = parts.reduce((all, { part }) => all + part, weights.intercept)
  const speaking = parts
    .filter(({ part }) => part >= leastPart)
    .sort((one, other) => other.part - one.part)
    .map(({ feature }) => feature)
  return { worth: 1 / (1 + Math.exp(-sum)), reasons: speaking.filter(isReason).slice(0, mostReasons) }
}

const mostReasons = 3
/** What adds less is no reason that a person would name. */
const leastPart = 0.15
/** What is no reason to check, whatever its weight: how a sentence is built, and what speaks against it. */
const silent = [
  ...(['long', 'short', 'early', 'heading', 'quote', 'hedge', 'future'] as const),
  ...(['opinion', 'first-person', 'reader', 'question', 'exclamation'] as const),
] as const
export type Reason = Exclude<Feature, (typeof silent)[number]>

const isReason = (feature: Feature): feature is Reason => !silent.some((one) => one === feature)
