import { eq } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { explanations } from '../../../db/schema'
import type { DisagreementReason } from '../../../db/vocabulary/figure'
import type { Member } from '../../member/member'
import { readWhoMay } from '../../member/read-desk'
import { tellMembers } from '../../notice/tell-members'
import { Refused, refuseIf } from '../../refusal'
import { claimsOn } from '../ledger/cards'
import { groupsOf } from '../ledger/ledger'
import { readLedger } from '../ledger/read-ledger'
import { lockDossier } from '../lock-dossier'
import { whyNotExplain } from './explanation'

type Written = {
  member: Member
  dossierId: string
  id: string
  /** The pairs of figures as they stood on the card. */
  pairs: string[]
  reason: DisagreementReason
  text: string
}

/** Signs why figures differ, for an editor to approve; refused when one of them has changed since it was read. */
export async function addExplanation({ member, dossierId, id, pairs, reason, text }: Written): Promise<void> {
  refuseIf(whyNotExplain({ text, pairs }))
  const groups = groupsOf(await readLedger(dossierId, member))
  const cards = groups.flatMap(({ cards, differences }) => [...cards, ...differences])
  const card = cards.find((one) => pairs.every((pair) => one.pairs.includes(pair)))
  if (!card) throw new Refused({ code: 'figures-changed' })
  await db().transaction(async (tx) => {
    await lockDossier(tx, dossierId, member)
    const [made] = await tx
      .insert(explanations)
      .values({
        id,
        dossierId,
        pairs,
        claims: claimsOn(card),
        reason,
        text: text.trim(),
        writtenBy: member.id,
      })
      .onConflictDoNothing()
      .returning({ id: explanations.id })
    if (made) return askEditors(tx, member, id)
    const [kept] = await tx.select().from(explanations).where(eq(explanations.id, id))
    if (kept?.writtenBy !== member.id || kept.dossierId !== dossierId)
      throw new Refused({ code: 'explanation-unknown' })
  })
}

async function askEditors(tx: Transaction, member: Member, explanationId: string): Promise<void> {
  const to = await readWhoMay('approve explanations', member.deskId, tx)
  const about = { subjectId: explanationId, explanationId, articleId: null, claimId: null }
  await tellMembers(tx, { kind: 'explanation-sent', by: member, to, ...about })
}
