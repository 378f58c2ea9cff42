import type { Figure } from '../../claim/figure/figure'
import { type Comparable, comparableOf } from '../disagreement/comparable'
import { countedKey, saysOfWhat } from '../disagreement/counted'
import { letterAt, nameOf, type Saying } from './cards'
import type { FiguredEntry, LedgerGroup, LedgerRow } from './ledger'

/**
 * What is worth a second look at one saying, though nothing contradicts it: the desk worked out another number, nobody
 * says what is counted, or the same number stands elsewhere for something else. A machine found it; nothing is decided.
 */
export type Remark = {
  letter: string
  kind: (typeof remarkKinds)[number]
  saying: Saying
  /** Where the same number stands for something else; empty for other kinds. */
  others: Saying[]
}

/** The kinds of remarks, in the order in which they stand. */
export const remarkKinds = ['worked-out', 'unit-not-stated', 'same-number'] as const

/** Numbers below ten meet by chance. */
const leastTelling = 10

/** Most remarks of a kind in one group: more nobody looks at twice. */
const mostOfKind = 20
/** Most that are named beside the first of them. */
const mostAlike = 10

/** The groups with what is worth a second look in each; letters go on after those of its disagreements. */
export function withRemarks<Group extends Omit<LedgerGroup, 'remarks'>>(
  groups: Group[],
): (Group & Pick<LedgerGroup, 'remarks'>)[] {
  const meanings = meaningsOf(groups)
  return groups.map((group) => {
    const sayings = sayingsIn(group.rows)
    const found = [
      ...sayings.filter(isWorkedOut).map((saying) => ({ kind: 'worked-out' as const, saying, others: [] })),
      ...sayings
        .filter(isOfNothing)
        .map((saying) => ({ kind: 'unit-not-stated' as const, saying, others: [] })),
      ...namesakes(group.id, meanings),
    ]
    const kept = remarkKinds.flatMap((kind) => found.filter((one) => one.kind === kind).slice(0, mostOfKind))
    const remarks = kept.map((one, place) => ({ ...one, letter: letterAt(group.cards.length + place) }))
    return { ...group, rows: lettered(group.rows, remarks), remarks }
  })
}

function lettered(rows: LedgerRow[], remarks: Remark[]): LedgerRow[] {
  const letters = new Map<string, string[]>()
  for (const { letter, saying, others } of remarks)
    for (const { claimId } of [saying, ...others].flatMap(({ entries }) => entries))
      letters.set(claimId, [...(letters.get(claimId) ?? []), letter])
  return rows.map((row) => ({ ...row, remarked: letters.get(row.claimId) ?? [] }))
}

/** What somebody still stands by, each saying once, the earliest first. */
function sayingsIn(rows: LedgerRow[]): Saying[] {
  const sayings = new Map<string, Saying>()
  for (const row of rows) {
    if (!hasFigure(row) || row.standing === 'retracted') continue
    const { workedOut } = row.figure
    const name = `${nameOf(row.figure)} ${workedOut?.value ?? ''}`
    const saying = sayings.get(name) ?? { figure: row.figure, entries: [] }
    saying.entries.push(row)
    sayings.set(name, saying)
  }
  return [...sayings.values()]
}

const hasFigure = (row: LedgerRow): row is LedgerRow & FiguredEntry => row.figure !== null

const isWorkedOut = ({ figure: { workedOut } }: Saying) => workedOut !== undefined

/** "Fewer than 400 affected" may be people or houses. */
export const isWithoutUnit = ({ unit, counted }: Figure): boolean => unit === '' && !saysOfWhat(counted)

const isOfNothing = ({ figure }: Saying) => isWithoutUnit(figure)

/** Sayings by their number, each with what it counts. */
type Meant = { saying: Saying; group: string; scope: string; comparable: Comparable }
type Meanings = Map<string, Meant[]>

function meaningsOf(groups: Omit<LedgerGroup, 'remarks'>[]): Meanings {
  const meanings: Meanings = new Map()
  // Words are folded slowly, and most figures share theirs.
  const folded = new Map<string, string>()
  const keyOf = (scope: string) => {
    const key = folded.get(scope) ?? countedKey(scope)
    folded.set(scope, key)
    return key
  }
  for (const { id, rows } of groups) {
    let comparable: Comparable | null = null
    for (const saying of sayingsIn(rows)) {
      comparable ??= comparableOf(saying.figure)
      const number = numberOf(saying.figure)
      if (!number || !comparable.counted) continue
      const meant = { saying, group: id, scope: keyOf(saying.figure.scope), comparable }
      meanings.set(number, [...(meanings.get(number) ?? []), meant])
    }
  }
  return meanings
}

/** What two figures must share to be taken for each other; null for a number that says too little. */
function numberOf({ low, high }: Figure): string | null {
  const [one, other] = [low ?? high ?? 0, high ?? low ?? 0]
  return Math.max(Math.abs(one), Math.abs(other)) < leastTelling ? null : `${one} ${other}`
}

/** Each number once, with all that it stands for in the group and what it stands for elsewhere. */
function namesakes(group: string, meanings: Meanings) {
  return [...meanings.values()].flatMap((alike) => {
    const isOwn = (one: Meant) => one.group === group
    if (!alike.some(isOwn)) return []
    const isMeant = (one: Meant) =>
      alike.some((other) => (isOwn(one) || isOwn(other)) && meansOther(one, other))
    const meant = alike.filter(isMeant)
    const sayings = [...meant.filter(isOwn), ...meant.filter((one) => !isOwn(one))].map(
      ({ saying }) => saying,
    )
    const [saying, ...others] = sayings
    return saying ? [{ kind: 'same-number' as const, saying, others: others.slice(0, mostAlike) }] : []
  })
}

/** In one group only a scope that both state sets them apart; of other groups those count that differ in one thing alone. */
function meansOther(one: Meant, other: Meant): boolean {
  if (one.group === other.group) return one.scope !== '' && other.scope !== '' && one.scope !== other.scope
  const [mine, theirs] = [one.comparable, other.comparable]
  return mine.counted === theirs.counted || (mine.unit === theirs.unit && mine.per === theirs.per)
}
