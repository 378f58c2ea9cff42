import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, ownVerdicts, secondVerdicts } from '../../db/schema'
import type { Verdict } from '../../db/vocabulary'
import { notify } from '../channel/notify'
import { whyNotOnScale } from '../claim/scale'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { readScale } from '../scale/read-scale'
import { isAskable } from './read-asked'
import { whyNotGive } from './second-verdict'

type Given = {
  member: Member
  id: string
  claimId: string
  verdict: Verdict
  reason: string
  evidence: string
}

/**
 * Signs what a member holds a claim to be who was asked to judge it blind; its article then opens to them. The id is made
 * by whoever signs: sent again after a lost answer, it is there once.
 */
export async function signSecond({ member, id, claimId, verdict, reason, evidence }: Given): Promise<void> {
  refuseIf(whyNotGive({ reason, evidence }))
  await db().transaction(async (tx) => {
    const mine = and(eq(secondVerdicts.claimId, claimId), isAskable(member))
    const [sent] = await tx
      .select({ id: secondVerdicts.id })
      .from(secondVerdicts)
      .where(and(mine, eq(secondVerdicts.ownVerdictId, id)))
    if (sent) return
    const [asked] = await tx
      .select()
      .from(secondVerdicts)
      .where(and(mine, isNull(secondVerdicts.endedAt)))
      .for('update')
    const [claim] = await tx.select().from(claims).where(eq(claims.id, claimId))
    if (!asked || !claim) throw new Refused({ code: 'claim-unknown' })
    refuseIf(claim.isDeleted ? { code: 'claim-deleted' } : null)
    refuseIf(whyNotOnScale(verdict, (await readScale(member.deskId, tx)).entries))
    const { articleId, statement, hash, verdict: ratedAs } = claim
    const signed = {
      id,
      claimId,
      articleId,
      deskId: member.deskId,
      memberId: member.id,
      verdict,
      statement,
      hash,
    }
    await tx.insert(ownVerdicts).values({ ...signed, reason: reason.trim(), isBlind: true })
    await tx
      .update(secondVerdicts)
      .set({
        ...{ ownVerdictId: id, evidence: evidence.trim(), ratedAs },
        ...{ endedAt: sql`clock_timestamp()`, endedBy: member.id },
      })
      .where(eq(secondVerdicts.id, asked.id))
    await notify(tx, 'rows_changed', { articleId })
  })
}
