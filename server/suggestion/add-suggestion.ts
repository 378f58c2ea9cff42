import { and, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, suggestions } from '../../db/schema'
import { holdArticle } from '../deleted/lock-article'
import type { Member } from '../member/member'
import { notify } from '../notify'
import { Refused, refuseIf } from '../refusal'
import { type Suggestion, whyNotSuggest } from './suggestion'

type Suggested = Pick<Suggestion, 'id' | 'claimId' | 'field' | 'before' | 'after' | 'reason'> & {
  member: Member
}

/** Suggests another wording. The id is made by whoever does: sent again after a lost answer, it is there once. */
export async function addSuggestion({ member, ...suggested }: Suggested): Promise<void> {
  refuseIf(whyNotSuggest(suggested))
  const { id, claimId } = suggested
  await db().transaction(async (tx) => {
    const [claim] = await tx
      .select({ articleId: claims.articleId })
      .from(claims)
      .where(and(eq(claims.id, claimId), eq(claims.deskId, member.deskId)))
    if (!claim) throw new Refused({ code: 'claim-unknown' })
    await holdArticle(tx, member, claim.articleId)
    await tx
      .insert(suggestions)
      .values({ ...suggested, ...claim, deskId: member.deskId, suggestedBy: member.id })
      .onConflictDoNothing()
    const [kept] = await tx.select().from(suggestions).where(eq(suggestions.id, id))
    if (kept?.suggestedBy !== member.id || kept.claimId !== claimId)
      throw new Refused({ code: 'suggestion-unknown' })
    await notify(tx, 'rows_changed', claim)
  })
}
