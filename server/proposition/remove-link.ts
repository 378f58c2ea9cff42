import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, propositionClaims } from '../../db/schema'
import { notify } from '../channel/notify'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused } from '../refusal'

/** Lets a claim hang from its proposition no more; the row stays, with who did that and when. */
export async function removeLink({ member, linkId }: { member: Member; linkId: string }): Promise<void> {
  await db().transaction(async (tx) => {
    const [link] = await tx
      .select({ claimId: propositionClaims.claimId, unlinkedAt: propositionClaims.unlinkedAt, work: claims })
      .from(propositionClaims)
      .leftJoin(claims, eq(claims.id, propositionClaims.claimId))
      .where(
        and(
          eq(propositionClaims.id, linkId),
          eq(propositionClaims.deskId, member.deskId),
          // Another desk's published claim is nobody's article here.
          sql`(${claims.id} is null or ${claims.deskId} <> ${member.deskId} or ${isThere(claims.articleId, member.id)})`,
        ),
      )
      .for('update', { of: propositionClaims })
    if (!link) throw new Refused({ code: 'claim-unknown' })
    if (link.unlinkedAt) return
    await tx
      .update(propositionClaims)
      .set({ unlinkedBy: member.id, unlinkedAt: sql`clock_timestamp()` })
      .where(and(eq(propositionClaims.id, linkId), isNull(propositionClaims.unlinkedAt)))
    if (link.work?.deskId === member.deskId)
      await notify(tx, 'rows_changed', { articleId: link.work.articleId })
  })
}
