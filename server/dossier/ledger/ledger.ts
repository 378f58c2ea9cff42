import type { Verdict } from '../../../db/vocabulary'
import type { Figure } from '../../claim/figure/figure'
import { inStatedOrder } from '../../date/stated-order'
import { countedKey } from '../disagreement/counted'
import { type Disagreement, type Measure, measuresOf } from '../disagreement/disagreement'
import { type Card, cardsOf, lettersOf } from './cards'
import { type ApartCards, type ApartGroups, apartIn, withOthers } from './not-compared'
import { isAtReference, referenceOf } from './reference'
import { type Remark, withRemarks } from './remarks'

/** What one claim of a dossier says in numbers: who said it, when and where, and what became of it. */
export type LedgerEntry = {
  claimId: string
  figure: Figure | null
  /** When it was said, else when its article appeared: ISO 8601, as precise as stated. */
  day: string | null
  said: string
  where: string
  quote: string
  statement: string
  verdict: Verdict | null
  /** The verdict in the words of its desk. */
  label: string
  standing: 'standing' | 'under-review' | 'retracted'
  /** Where the passage is read. */
  href: string
}
export type FiguredEntry = LedgerEntry & { figure: Figure }

/** An entry with the letters of the disagreements that have its saying against others, and those of remarks about it. */
export type LedgerRow = LedgerEntry & {
  letters: string[]
  remarked: string[]
  /** Whether the dotted line stands for it. */
  isReference: boolean
}

/** Figures that count the same thing, with what cannot both hold among them. */
export type LedgerGroup = {
  id: string
  /** What is counted, as most of them say it; empty where none does. */
  counted: string
  unit: string
  per: string
  rows: LedgerRow[]
  /** Where the dotted line stands; null where there is none. */
  reference: number | null
  cards: Card[]
  /** What is worth a second look. */
  remarks: Remark[]
  /** What differs though both may hold. */
  differences: Card[]
  /** Pairs that were left out, as there are too many of them. */
  more: number
  /** What is not held against each other in it, and which other groups are not. */
  apart: ApartCards[]
  others: ApartGroups[]
}

/** Most figures of a group that are shown at once: more nobody compares by eye. */
export const shownAtOnce = 100

/** A part of a group's figures, the first being 1; instead of one that is not there, the nearest. */
export function partOf({ rows }: Pick<LedgerGroup, 'rows'>, asked = 1) {
  const parts = Math.max(1, Math.ceil(rows.length / shownAtOnce))
  const part = Math.min(Math.max(1, Math.trunc(asked) || 1), parts)
  const first = (part - 1) * shownAtOnce
  return { rows: rows.slice(first, first + shownAtOnce), part, parts, first }
}

/** The group of claims about numbers in which no figure was confirmed. */
export const withoutFigure = 'no-figure'
const countedUnknown = 'counted-unknown'

/** The figures of a dossier group by group, those with the most first; in each the earliest first. */
export function groupsOf(entries: LedgerEntry[]): LedgerGroup[] {
  const figured = entries.filter(hasFigure)
  const measures = measuresOf(figured)
  const known = new Set(measures.flatMap(({ figures }) => figures))
  const bare = entries.filter((entry) => !hasFigure(entry))
  const homeOf = new Map(bare.map((entry) => [entry, measureNamedIn(entry, measures)]))
  const groups = measures.map((measure) =>
    groupOf(
      measure,
      [...homeOf].flatMap(([entry, home]) => (home === measure ? [entry] : [])),
    ),
  )
  const unknown = figured.filter((entry) => !known.has(entry))
  const homeless = bare.filter((entry) => !homeOf.get(entry))
  return withRemarks(
    withOthers([
      ...groups.toSorted((one, other) => other.rows.length - one.rows.length),
      ...(unknown.length ? [plainGroup(countedUnknown, unknown)] : []),
      ...(homeless.length ? [plainGroup(withoutFigure, homeless)] : []),
    ]),
  )
}

const hasFigure = (entry: LedgerEntry): entry is FiguredEntry => entry.figure !== null

/** A claim without a figure stands beside those whose counted words all stand in its own. */
function measureNamedIn({ statement, quote }: LedgerEntry, measures: Measure<FiguredEntry>[]) {
  const said = new Set(countedKey(`${statement} ${quote}`).split(' '))
  const wordsOf = ({ figures }: Measure<FiguredEntry>) =>
    countedKey(figures[0]?.figure.counted ?? '').split(' ')
  return measures.find((measure) => wordsOf(measure).every((word) => said.has(word)))
}

type Gathered = Omit<LedgerGroup, 'others' | 'remarks'>

function groupOf(measure: Measure<FiguredEntry>, bare: LedgerEntry[]): Gathered {
  const cards = cardsOf(measure.conflicts.filter(stands))
  const letters = lettersOf(cards)
  const { unit = '', per = '' } = measure.figures[0]?.figure ?? {}
  const reference = referenceOf(measure.figures)
  const rows = [...measure.figures, ...bare].map((entry) => ({
    ...entry,
    letters: letters.get(entry.claimId) ?? [],
    remarked: [],
    isReference: isAtReference(entry, reference),
  }))
  return {
    ...{
      id: measure.measure,
      counted: commonest(measure.figures.map(({ figure }) => figure.counted)),
      unit,
      per,
    },
    ...{
      rows: rows.toSorted(earlier),
      reference,
      cards,
      differences: cardsOf(measure.differences.filter(stands)),
      more: measure.more,
      apart: apartIn(measure.apart, stands),
    },
  }
}

/** Nobody stands by a figure that was retracted: it contradicts nothing any more. */
const stands = ({ figures }: Disagreement<FiguredEntry>) =>
  figures.every(({ standing }) => standing !== 'retracted')

function plainGroup(id: string, entries: LedgerEntry[]): Gathered {
  const rows = entries
    .map((entry) => ({ ...entry, ...{ letters: [], remarked: [] }, isReference: false }))
    .toSorted(earlier)
  const nothing = { reference: null, cards: [], differences: [], more: 0, apart: [] }
  return { id, counted: '', unit: '', per: '', rows, ...nothing }
}

/** In order of their days; what has none comes last. */
export function earlier(one: LedgerEntry, other: LedgerEntry): number {
  return inStatedOrder(one.day, other.day) || (one.claimId < other.claimId ? -1 : 1)
}

function commonest(texts: string[]): string {
  const times = new Map<string, number>()
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
  return [...times].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as [string, number])[0]
}
