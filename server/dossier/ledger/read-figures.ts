import type { Member } from '../../member/member'
import { type Explanation, explained, standingOf } from '../explanation/explanation'
import { readExplanations } from '../explanation/read-explanations'
import { readDossier } from '../read-dossiers'
import type { Card } from './cards'
import { groupsOf, type LedgerGroup } from './ledger'
import { readLedger } from './read-ledger'

/** A card with what was explained of it. */
export type ExplainedCard = Card & ReturnType<typeof explained>
export type ExplainedGroup = Omit<LedgerGroup, 'cards' | 'differences'> & {
  cards: ExplainedCard[]
  differences: ExplainedCard[]
}

export type ExplainedFigures = {
  groups: ExplainedGroup[]
  /** What waits for an editor, or holds, though its figures stand on no card any more. */
  unplaced: Explanation[]
}

/** The ledger of a dossier as it stands in the rooms, with what differs in it and what members say of that. */
export async function readExplained(
  dossierId: string,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<ExplainedFigures> {
  await readDossier(dossierId, member)
  const explanations = await readExplanations(dossierId, member.id)
  const withSaid = (card: Card): ExplainedCard => ({ ...card, ...explained(card, explanations) })
  const groups = groupsOf(await readLedger(dossierId, member)).map((group) => ({
    ...group,
    cards: group.cards.map(withSaid),
    differences: group.differences.map(withSaid),
  }))
  const placed = new Set(
    groups.flatMap((group) => [...group.cards, ...group.differences].flatMap(({ said }) => said)),
  )
  const holding = new Set(standingOf(explanations).filter(({ takesBack }) => !takesBack))
  const isMeant = (one: Explanation) => one.decided === null || holding.has(one)
  return { groups, unplaced: explanations.filter((one) => isMeant(one) && !placed.has(one)) }
}

/** Its figures group by group. */
export const readFigures = async (dossierId: string, member: Pick<Member, 'id' | 'deskId'>) =>
  (await readExplained(dossierId, member)).groups
