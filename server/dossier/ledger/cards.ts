import type { Figure } from '../../claim/figure/figure'
import { inStatedOrder } from '../../date/stated-order'
import { type Disagreement, isOfPair } from '../disagreement/disagreement'
import type { FiguredEntry } from './ledger'

/** Figures that say the very same. */
export type Saying = { figure: Figure; entries: FiguredEntry[] }

/** One thing that is said, and all that cannot hold beside it; each pair of figures is on one card only. */
export type Card = { letter: string; saying: Saying; against: Saying[]; pairs: string[] }

/**
 * As few cards as a simple rule finds: what stands against most others comes first, then what fewest say, then what was
 * said last. Nothing follows from who stands on which side of a card; letters run in the order in which things were said.
 */
export function cardsOf(disagreements: Disagreement<FiguredEntry>[]): Card[] {
  const sayings = new Map<string, Saying>()
  const sayingOf = (entry: FiguredEntry) => {
    const saying = sayings.get(nameOf(entry.figure)) ?? { figure: entry.figure, entries: [] }
    if (!saying.entries.includes(entry)) saying.entries.push(entry)
    sayings.set(nameOf(entry.figure), saying)
    return saying
  }
  const left = new Map<Saying, Map<Saying, string[]>>()
  for (const { key, figures } of disagreements) {
    const [one, other] = [sayingOf(figures[0]), sayingOf(figures[1])]
    put(left, one, other, key)
    put(left, other, one, key)
  }
  const cards: Omit<Card, 'letter'>[] = []
  for (let next = worst(left); next; next = worst(left)) {
    const against = left.get(next) ?? new Map<Saying, string[]>()
    cards.push({
      saying: next,
      against: [...against.keys()].toSorted(sooner),
      pairs: [...against.values()].flat(),
    })
    for (const other of against.keys()) left.get(other)?.delete(next)
    left.delete(next)
  }
  return cards
    .toSorted((one, other) => sooner(one.saying, other.saying))
    .map((card, place) => ({ ...card, letter: letterAt(place) }))
}

/** The letters of each claim whose figure has a card of its own. */
export function lettersOf(cards: Card[]): Map<string, string[]> {
  const letters = new Map<string, string[]>()
  for (const { letter, saying } of cards)
    for (const { claimId } of saying.entries) letters.set(claimId, [...(letters.get(claimId) ?? []), letter])
  return letters
}

/** The claims whose figures on a card are in some of its pairs. */
export function claimsOn({ saying, against }: Card, pairs: string[]): string[] {
  const entries = [saying, ...against].flatMap((one) => one.entries)
  const meant = entries.filter((entry) => pairs.some((pair) => isOfPair(pair, entry)))
  return [...new Set(meant.map(({ claimId }) => claimId))]
}

/** Figures of one name say the very same. */
export const nameOf = ({ low, high, exactness, unit, scope, place, per, from, to }: Figure) =>
  JSON.stringify([low, high, exactness, unit, scope, place, per, from, to])

function put(left: Map<Saying, Map<Saying, string[]>>, one: Saying, other: Saying, key: string): void {
  const against = left.get(one) ?? new Map<Saying, string[]>()
  against.set(other, [...(against.get(other) ?? []), key])
  left.set(one, against)
}

function worst(left: Map<Saying, Map<Saying, string[]>>): Saying | null {
  let found: Saying | null = null
  for (const [saying, { size }] of left) {
    if (!size) continue
    const most = found ? (left.get(found)?.size ?? 0) : 0
    if (size > most || (found && size === most && isOdder(saying, found))) found = saying
  }
  return found
}

function isOdder(one: Saying, other: Saying): boolean {
  if (one.entries.length !== other.entries.length) return one.entries.length < other.entries.length
  return sooner(one, other) > 0
}

function sooner(one: Saying, other: Saying): number {
  const [first, second] = [firstOf(one), firstOf(other)]
  return first && second ? byDay(first, second) : 0
}

const firstOf = ({ entries }: Saying) =>
  entries.reduce<FiguredEntry | null>(
    (first, entry) => (first && byDay(first, entry) <= 0 ? first : entry),
    null,
  )

const byDay = (one: FiguredEntry, other: FiguredEntry) =>
  inStatedOrder(one.day, other.day) ||
  (one.claimId < other.claimId ? -1 : one.claimId > other.claimId ? 1 : 0)

/** a to z, then aa, ab… */
export function letterAt(place: number): string {
  const letter = String.fromCodePoint(97 + (place % 26))
  return place < 26 ? letter : letterAt(Math.floor(place / 26) - 1) + letter
}
