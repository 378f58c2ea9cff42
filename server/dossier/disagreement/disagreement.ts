import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Figure } from '../../claim/figure/figure'
import { type Comparable, comparableOf, measureOf, whyNotCompared } from './comparable'
import { areApart, type Interval, intervalOf } from './interval'

/** A figure and the claim it stands in. */
export type ClaimFigure = { claimId: string; figure: Figure }

/** Two figures of one measure that say different things, in the order in which they were given. */
export type Disagreement<T> = { key: string; figures: [T, T] }

/** All figures of one measure, with the pairs that cannot both hold and those that differ though both may; `more` pairs were left out. */
export type Measure<T> = {
  measure: string
  figures: T[]
  conflicts: Disagreement<T>[]
  differences: Disagreement<T>[]
  more: number
}

/** Most pairs of a kind in one measure: more than anybody explains one by one. */
const mostPairs = 300

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

/** The figures that count the same thing, measure by measure in the order of their first one, and how they disagree. */
export function measuresOf<T extends ClaimFigure>(all: readonly T[]): Measure<T>[] {
  const groups = new Map<string, Entry<T>[]>()
  for (const item of all) {
    const entry = { item, key: '', ...readied(item.figure) }
    const measure = measureOf(entry.comparable)
    if (measure === null) continue
    const group = groups.get(measure)
    if (group) group.push(entry)
    else groups.set(measure, [entry])
  }
  return [...groups].map(([measure, entries]) => measured(measure, entries))
}

type Readied = { figure: Figure; comparable: Comparable; interval: Interval }
type Entry<T> = Readied & { item: T; key: string }

function readied(figure: Figure): Readied {
  return { figure, comparable: comparableOf(figure), interval: intervalOf(figure) }
}

function relationOf(one: Readied, other: Readied): 'conflict' | 'difference' | null {
  if (isSame(one, other) || whyNotCompared(one.comparable, other.comparable)) return null
  return areApart(one.interval, other.interval) ? 'conflict' : 'difference'
}

const isSame = ({ figure: one }: Readied, { figure: other }: Readied) =>
  one.low === other.low && one.high === other.high && one.exactness === other.exactness

function measured<T extends ClaimFigure>(measure: string, entries: Entry<T>[]): Measure<T> {
  const found: Measure<T> = {
    measure,
    figures: entries.map(({ item }) => item),
    conflicts: [],
    differences: [],
    more: 0,
  }
  entries.forEach((one, index) => {
    for (let at = index + 1; at < entries.length; at++) {
      const other = entries[at]
      const relation = other && relationOf(one, other)
      if (!relation) continue
      const pairs = relation === 'conflict' ? found.conflicts : found.differences
      if (pairs.length === mostPairs) found.more++
      else pairs.push({ key: joined(keyOf(one), keyOf(other)), figures: [one.item, other.item] })
    }
  })
  return found
}

/** Only figures that disagree need a key, and each once. */
function keyOf<T extends ClaimFigure>(entry: Entry<T>): string {
  entry.key ||= figureKey(entry.item)
  return entry.key
}

function figureKey({ claimId, figure }: ClaimFigure): string {
  const { reported, low, high, exactness, unit, counted, scope, per, place, from, to, saidBy } = figure
  const said = [claimId, reported, low, high, exactness, unit, counted, scope, per, place, from, to, saidBy]
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(said)))).slice(0, 32)
}

const joined = (...keys: [string, string]) => keys.sort().join('-')
