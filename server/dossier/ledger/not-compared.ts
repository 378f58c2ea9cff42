import { type ApartCode, type Comparable, comparableOf, whyNotCompared } from '../disagreement/comparable'
import type { Apart, Disagreement } from '../disagreement/disagreement'
import { type Card, cardsOf } from './cards'
import type { FiguredEntry, LedgerGroup } from './ledger'

/** Figures of a group that tell nothing of each other, for one reason; `more` pairs are not listed. */
export type ApartCards = { code: ApartCode; cards: Card[]; more: number }

/** Other groups, by their ids, with whose figures a group's are not compared, for one reason. */
export type ApartGroups = { code: ApartCode; ids: string[] }

/** What is not held against each other in a group: of pairs that somebody still stands by, a card for each saying. */
export function apartIn(
  all: Apart<FiguredEntry>[],
  stands: (pair: Disagreement<FiguredEntry>) => boolean,
): ApartCards[] {
  return all.flatMap(({ code, pairs, more }) => {
    const cards = cardsOf(pairs.filter(stands))
    return cards.length ? [{ code, cards, more }] : []
  })
}

/** The groups with what they are not compared with beyond themselves, and why. */
export function withOthers<Group extends Omit<LedgerGroup, 'others' | 'remarks'>>(
  groups: Group[],
): (Group & Pick<LedgerGroup, 'others'>)[] {
  const firsts = new Map<string, Comparable>()
  for (const { id, rows } of groups) {
    const figure = rows.find((row) => row.figure)?.figure
    if (figure) firsts.set(id, comparableOf(figure))
  }
  return groups.map((group) => ({ ...group, others: othersOf(group.id, firsts) }))
}

function othersOf(id: string, firsts: Map<string, Comparable>): ApartGroups[] {
  const own = firsts.get(id)
  const byCode = new Map<ApartCode, string[]>()
  if (!own) return []
  for (const [other, comparable] of firsts) {
    const reason = other === id ? null : whyNotCompared(own, comparable)
    if (reason) byCode.set(reason.code, [...(byCode.get(reason.code) ?? []), other])
  }
  return [...byCode].map(([code, ids]) => ({ code, ids }))
}
