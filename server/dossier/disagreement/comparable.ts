import type { Figure } from '../../claim/figure/figure'
import { countedKey, wordsKey } from './counted'

/** A figure with its words made comparable once, so that many can be held against each other. */
export type Comparable = {
  unit: string
  counted: string
  scope: string
  place: string
  per: string
  from: string | null
  to: string | null
}

/** Makes the words of a figure comparable. */
export function comparableOf(figure: Figure, keyOfWords = countedKey): Comparable {
  const { from, to } = figure
  return {
    unit: unitKey(figure.unit),
    counted: keyOfWords(figure.counted),
    scope: keyOfWords(figure.scope),
    place: wordsKey(figure.place),
    per: keyOfWords(figure.per),
    from,
    to,
  }
}

/** Why two figures are not held against each other. */
export type ApartCode =
  | 'figures-counted-unknown'
  | 'figures-other-counted'
  | 'figures-other-unit'
  | 'figures-other-per'
  | 'figures-other-scope'
  | 'figures-other-place'
  | 'figures-other-period'

/** Why figures that count the same thing in one measure are not: what both say and say otherwise. */
export const apartReasons = ['other-scope', 'other-place', 'other-period'] as const
export type ApartReason = (typeof apartReasons)[number]

/** The same as a word for programs; null for what has other measures. */
export const reasonOf = (code: ApartCode): ApartReason | null =>
  apartReasons.find((reason) => code === `figures-${reason}`) ?? null

/** Figures of one measure have the same unit, counted thing and denominator; null for a figure that does not say what it counts. */
export function measureOf({ unit, counted, per }: Comparable): string | null {
  return counted ? [counted, unit, per].join('|') : null
}

/**
 * Why two figures cannot be held against each other; null when they can. What one of them does not say, of scope, place
 * or period, does not forbid it: somebody who reads both has to say it.
 */
export function whyNotComparable(one: Figure, other: Figure): { code: ApartCode } | null {
  return whyNotCompared(comparableOf(one), comparableOf(other))
}

/** The same for figures whose words are comparable already. */
export function whyNotCompared(one: Comparable, other: Comparable): { code: ApartCode } | null {
  if (!one.counted || !other.counted) return { code: 'figures-counted-unknown' }
  if (one.counted !== other.counted) return { code: 'figures-other-counted' }
  if (one.unit !== other.unit) return { code: 'figures-other-unit' }
  if (one.per !== other.per) return { code: 'figures-other-per' }
  if (isOther(one.scope, other.scope)) return { code: 'figures-other-scope' }
  if (isOther(one.place, other.place)) return { code: 'figures-other-place' }
  return isOtherPeriod(one, other) ? { code: 'figures-other-period' } : null
}

const isOther = (one: string, other: string) => one !== '' && other !== '' && one !== other

/** "2024" and "2024-05-03" may be the same day; a period that ends before the other begins is another one. */
function isOtherPeriod(one: Comparable, other: Comparable): boolean {
  if (isOtherDay(one.from, other.from) || isOtherDay(one.to, other.to)) return true
  return isBefore(one.to, other.from) || isBefore(other.to, one.from)
}

const isOtherDay = (one: string | null, other: string | null) =>
  one !== null && other !== null && !one.startsWith(other) && !other.startsWith(one)

const isBefore = (to: string | null, from: string | null) =>
  to !== null && from !== null && isOtherDay(to, from) && to < from

function unitKey(unit: string): string {
  const key = unit.normalize('NFKC').trim().toLowerCase()
  return percents.has(key) ? '%' : key
}

const percents = new Set(['%', 'percent', 'per cent', 'pct', '퍼센트', '프로', '٪', 'في المئة', 'بالمئة'])
