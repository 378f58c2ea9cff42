import { and, eq } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { explanationDecisions, explanations } from '../../../db/schema'
import type { ExplanationOutcome } from '../../../db/vocabulary/figure'
import { type Member, whyMayNot } from '../../member/member'
import { tellMembers } from '../../notice/tell-members'
import { Refused, refuseIf } from '../../refusal'
import { lockDossier } from '../lock-dossier'
import { whyNotDecideExplanation } from './explanation'
import { isOpenExplanation, isReplaced } from './read-explanations'

type Decided = {
  member: Member
  dossierId: string
  explanationId: string
  outcome: ExplanationOutcome
  note: string
}

/** Approves or returns an explanation as an editor who did not write it, or takes back one's own. */
export async function decideExplanation(asked: Decided): Promise<void> {
  const { member, dossierId, explanationId, outcome, note } = asked
  if (outcome !== 'withdrawn') refuseIf(whyMayNot(member, 'approve explanations'))
  await db().transaction(async (tx) => {
    await lockDossier(tx, dossierId, member)
    const isIt = and(eq(explanations.id, explanationId), eq(explanations.dossierId, dossierId))
    const [row] = await tx
      .select({
        by: explanations.writtenBy,
        decided: explanationDecisions.outcome,
        replaces: explanations.replaces,
      })
      .from(explanations)
      .leftJoin(explanationDecisions, eq(explanationDecisions.explanationId, explanations.id))
      .where(and(isIt, isOpenExplanation(member.id)))
    if (!row) throw new Refused({ code: 'explanation-unknown' })
    refuseIf(
      whyNotDecideExplanation({ by: { id: row.by }, decided: row.decided }, member.id, { outcome, note }),
    )
    if (outcome === 'approved' && row.replaces && (await isReplacedNow(tx, row.replaces)))
      throw new Refused({ code: 'explanation-replaced' })
    await tx
      .insert(explanationDecisions)
      .values({ explanationId, memberId: member.id, outcome, note: note.trim() })
    if (outcome === 'withdrawn') return
    const about = { subjectId: explanationId, explanationId, articleId: null, claimId: null }
    await tellMembers(tx, { kind: `explanation-${outcome}`, by: member, to: [row.by], ...about })
  })
}

async function isReplacedNow(tx: Transaction, explanationId: string): Promise<boolean> {
  const isIt = and(eq(explanations.id, explanationId), isReplaced())
  return (await tx.$count(explanations, isIt)) > 0
}
