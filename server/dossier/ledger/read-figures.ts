import type { Member } from '../../member/member'
import { type Explanation, explained } from '../explanation/explanation'
import { readExplanations } from '../explanation/read-explanations'
import { readDossier } from '../read-dossiers'
import type { Card } from './cards'
import { groupsOf, type LedgerGroup } from './ledger'
import { readLedger } from './read-ledger'

/** A card with what was explained of it. */
export type ExplainedCard = Card & { said: Explanation[]; isOpen: boolean }
export type ExplainedGroup = Omit<LedgerGroup, 'cards' | 'differences'> & {
  cards: ExplainedCard[]
  differences: ExplainedCard[]
}

/** The ledger of a dossier as it stands in the rooms, with what differs in it and what members say of that. */
export async function readFigures(
  dossierId: string,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<ExplainedGroup[]> {
  await readDossier(dossierId, member)
  const explanations = await readExplanations(dossierId, member.id)
  const withSaid = (card: Card): ExplainedCard => ({ ...card, ...explained(card, explanations) })
  return groupsOf(await readLedger(dossierId, member)).map((group) => ({
    ...group,
    cards: group.cards.map(withSaid),
    differences: group.differences.map(withSaid),
  }))
}
