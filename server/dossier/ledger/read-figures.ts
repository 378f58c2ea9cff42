import type { Member } from '../../member/member'
import { type Explanation, explained, standingOf } from '../explanation/explanation'
import { readExplanations } from '../explanation/read-explanations'
import { readDossier } from '../read-dossiers'
import type { Card } from './cards'
import { groupsOf, type LedgerGroup } from './ledger'
import { readLedger } from './read-ledger'

/** A card with what was explained of it. */
export type ExplainedCard = Card & ReturnType<typeof explained>
export type ExplainedGroup = Omit<LedgerGroup, 'cards'> & { cards: ExplainedCard[] }

export type ExplainedFigures = {
  groups: ExplainedGroup[]
  /** What waits for an editor, or holds, though its figures stand on no card any more. */
  unplaced: Explanation[]
}

/** The ledger of a dossier as it stands in the rooms, with its disagreements and what members say of them. */
export async function readExplained(
  dossierId: string,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<ExplainedFigures> {
  await readDossier(dossierId, member)
  const explanations = await readExplanations(dossierId, member.id)
  const groups = groupsOf(await readLedger(dossierId, member)).map((group) => ({
    ...group,
    cards: group.cards.map((card) => ({ ...card, ...explained(card, explanations) })),
  }))
  const placed = new Set(groups.flatMap(({ cards }) => cards.flatMap(({ said }) => said)))
  const holding = new Set(standingOf(explanations).filter(({ takesBack }) => !takesBack))
  const isMeant = (one: Explanation) => one.decided === null || holding.has(one)
  return { groups, unplaced: explanations.filter((one) => isMeant(one) && !placed.has(one)) }
}

/** Its figures group by group. */
export const readFigures = async (dossierId: string, member: Pick<Member, 'id' | 'deskId'>) =>
  (await readExplained(dossierId, member)).groups
