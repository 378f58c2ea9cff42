import type { Figure } from '../../claim/figure/figure'
import { type ApartCode, type Comparable, comparableOf, measureOf, whyNotCompared } from './comparable'
import { countedKey } from './counted'
import { areApart, type Interval, intervalOf } from './interval'

/** A figure and the claim it stands in. */
export type ClaimFigure = { claimId: string; figure: Figure }

/** Two figures of one measure that say different things, in the order in which they were given. */
export type Disagreement<T> = { key: string; figures: [T, T] }

/** Pairs that say different things and are not held against each other, for one reason; `more` were left out. */
export type Apart<T> = { code: ApartCode; pairs: Disagreement<T>[]; more: number }

/**
 * All figures of one measure, with the pairs that cannot both hold, those that differ though both may, and those that
 * tell nothing of each other; `more` of the first two were left out.
 */
export type Measure<T> = {
  measure: string
  figures: T[]
  conflicts: Disagreement<T>[]
  differences: Disagreement<T>[]
  more: number
  apart: Apart<T>[]
}

/** Most pairs of a kind in one measure: more than anybody explains one by one. */
const mostPairs = 100

/** Whether two figures count the same thing and no number satisfies both. */
export function cannotBothHold(one: Figure, other: Figure): boolean {
  return relationOf(readied(one), readied(other)) === 'conflict'
}

/** Whether two figures count the same thing and say different things that may both hold: "more than 500" and "560". */
export function differs(one: Figure, other: Figure): boolean {
  return relationOf(readied(one), readied(other)) === 'difference'
}

/**
 * Names two claims' figures as they are, in whichever order: the same as long as neither figure changes in anything but
 * where its words stand, so that what was said about them is found again.
 */
export function pairKey(one: ClaimFigure, other: ClaimFigure): string {
  return joined(figureKey(one), figureKey(other))
}

/** Whether a figure as it is is one of a pair. */
export const isOfPair = (pair: string, figure: ClaimFigure): boolean =>
  pair.split('-').includes(figureKey(figure))

/** Those of the pairs that are of two of these figures, both as they are. */
export function pairsAmong(pairs: string[], figures: ClaimFigure[]): string[] {
  const keys = new Set(figures.map(figureKey))
  return pairs.filter((pair) => pair.split('-').every((key) => keys.has(key)))
}

/** The figures that count the same thing, measure by measure in the order of their first one, and how they disagree. */
export function measuresOf<T extends ClaimFigure>(all: readonly T[]): Measure<T>[] {
  // Words are folded slowly, and most figures share theirs.
  const folded = new Map<string, string>()
  const keyOfWords = (words: string) => {
    const key = folded.get(words) ?? countedKey(words)
    folded.set(words, key)
    return key
  }
  const entries = all.map((item) => ({ item, key: '', ...readied(item.figure, keyOfWords) }))
  const groups = grouped(entries, ({ comparable }) => measureOf(comparable))
  groups.delete(null)
  return [...groups].map(([measure, group]) => measured(measure ?? '', group))
}

function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

type Readied = { figure: Figure; comparable: Comparable; interval: Interval }
type Entry<T> = Readied & { item: T; key: string }

function readied(figure: Figure, keyOfWords = countedKey): Readied {
  return { figure, comparable: comparableOf(figure, keyOfWords), interval: intervalOf(figure) }
}

type Relation = 'conflict' | 'difference' | ApartCode

/** How figures that say different things stand to each other; null for those that say the same. */
function relationOf(one: Readied, other: Readied): Relation | null {
  if (isSame(one, other)) return null
  const reason = whyNotCompared(one.comparable, other.comparable)
  if (reason) return reason.code
  return areApart(one.interval, other.interval) ? 'conflict' : 'difference'
}

const isSame = ({ figure: one }: Readied, { figure: other }: Readied) =>
  one.low === other.low && one.high === other.high && one.exactness === other.exactness

function measured<T extends ClaimFigure>(measure: string, entries: Entry<T>[]): Measure<T> {
  const figures = entries.map(({ item }) => item)
  const found = new Map<Relation, { pairs: Disagreement<T>[]; more: number }>()
  // What many say alike is held against the rest once.
  const said = [...grouped(entries, wayOfSaying).values()]
  said.forEach((ones, index) => {
    for (const others of said.slice(index + 1)) {
      const relation = ones[0] && others[0] && relationOf(ones[0], others[0])
      if (!relation) continue
      const alike = found.get(relation) ?? { pairs: [], more: 0 }
      found.set(relation, alike)
      const added = pairsOf(ones, others, mostPairs - alike.pairs.length)
      alike.pairs.push(...added)
      alike.more += ones.length * others.length - added.length
    }
  })
  const [conflict, difference] = [found.get('conflict'), found.get('difference')]
  return {
    ...{ measure, figures, conflicts: conflict?.pairs ?? [], differences: difference?.pairs ?? [] },
    more: (conflict?.more ?? 0) + (difference?.more ?? 0),
    apart: [...found].flatMap(([code, pairs]) =>
      code === 'conflict' || code === 'difference' ? [] : [{ code, ...pairs }],
    ),
  }
}

function wayOfSaying({ figure, comparable, interval }: Readied): string {
  const { low, high } = interval
  const { scope, place, from, to } = comparable
  return [figure.low, figure.high, figure.exactness, low, high, scope, place, from, to].join('|')
}

function pairsOf<T extends ClaimFigure>(ones: Entry<T>[], others: Entry<T>[], most: number) {
  const pairs: Disagreement<T>[] = []
  for (const one of ones)
    for (const other of others) {
      if (pairs.length >= most) return pairs
      pairs.push({ key: joined(keyOf(one), keyOf(other)), figures: [one.item, other.item] })
    }
  return pairs
}

/** Only figures that disagree need a key, and each once. */
function keyOf<T extends ClaimFigure>(entry: Entry<T>): string {
  entry.key ||= figureKey(entry.item)
  return entry.key
}

function figureKey({ claimId, figure }: ClaimFigure): string {
  const { reported, low, high, exactness, unit, counted, scope, per, place, from, to, saidBy } = figure
  const said = [claimId, reported, low, high, exactness, unit, counted, scope, per, place, from, to, saidBy]
  const { workedOut } = figure
  // Only where it is there: what was said of a pair before is found by the key that it had.
  return hashOf(JSON.stringify(workedOut ? [...said, workedOut.value, workedOut.how] : said))
}

/** 64 bits by FNV-1a in two lanes: enough to tell the figures of a newsroom apart, and quick for thousands. */
function hashOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0xcbf29ce4]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ (unit + at), 0x01000193)
  }
  return [one, other].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')
}

const joined = (one: string, other: string) => (one < other ? `${one}-${other}` : `${other}-${one}`)
