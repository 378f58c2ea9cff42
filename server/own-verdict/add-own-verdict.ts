import { and, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, ownVerdicts } from '../../db/schema'
import type { Verdict } from '../../db/vocabulary'
import { notify } from '../channel/notify'
import { whyNotOnScale } from '../claim/scale'
import { holdArticle } from '../deleted/lock-article'
import { isOpenTo } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { readScale } from '../scale/read-scale'
import { whyNotSignVerdict } from './own-verdict'

type Signed = {
  member: Member
  id: string
  claimId: string
  verdict: Verdict
  reason: string
  /** Whether an editor may publish it as a dissent. */
  mayBePublished?: boolean
}

/**
 * Signs a member's own verdict on a claim as it reads now. The id is made by whoever does: sent again after a lost
 * answer, it is there once.
 */
export async function addOwnVerdict(signed: Signed): Promise<void> {
  const { member, id, claimId, verdict, reason, mayBePublished = false } = signed
  refuseIf(whyNotSignVerdict({ reason }))
  await db().transaction(async (tx) => {
    const [claim] = await tx
      .select({
        articleId: claims.articleId,
        statement: claims.statement,
        hash: claims.hash,
        isDeleted: claims.isDeleted,
      })
      .from(claims)
      .where(
        and(eq(claims.id, claimId), eq(claims.deskId, member.deskId), isOpenTo(claims.articleId, member.id)),
      )
    if (!claim) throw new Refused({ code: 'claim-unknown' })
    const { isDeleted, ...words } = claim
    if (isDeleted) throw new Refused({ code: 'claim-deleted' })
    await holdArticle(tx, member, claim.articleId)
    // What is kept already was on the scale when it was signed.
    const isKept = (await tx.$count(ownVerdicts, eq(ownVerdicts.id, id))) > 0
    if (!isKept) refuseIf(whyNotOnScale(verdict, (await readScale(member.deskId, tx)).entries))
    await tx
      .insert(ownVerdicts)
      .values({
        id,
        claimId,
        verdict,
        reason: reason.trim(),
        mayBePublished,
        ...words,
        deskId: member.deskId,
        memberId: member.id,
      })
      .onConflictDoNothing()
    const [kept] = await tx.select().from(ownVerdicts).where(eq(ownVerdicts.id, id))
    if (kept?.memberId !== member.id || kept.claimId !== claimId) throw new Refused({ code: 'claim-unknown' })
    await notify(tx, 'rows_changed', { articleId: claim.articleId })
  })
}
