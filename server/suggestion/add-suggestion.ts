import { and, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, suggestions } from '../../db/schema'
import { notify } from '../channel/notify'
import { holdArticle } from '../deleted/lock-article'
import { isOpenTo } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { keptRationale, rationaleIn, type Suggestion, whyNotSuggest } from './suggestion'

type Suggested = Pick<Suggestion, 'id' | 'claimId' | 'field' | 'before' | 'after' | 'reason'> & {
  member: Member
}

/** Suggests another wording. The id is made by whoever does: sent again after a lost answer, it is there once. */
export async function addSuggestion({ member, ...said }: Suggested): Promise<void> {
  const suggested = { ...said, ...asKept(said) }
  refuseIf(whyNotSuggest(suggested))
  const { id, claimId } = suggested
  await db().transaction(async (tx) => {
    const [claim] = await tx
      .select({ articleId: claims.articleId })
      .from(claims)
      .where(
        and(eq(claims.id, claimId), eq(claims.deskId, member.deskId), isOpenTo(claims.articleId, member.id)),
      )
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

/** A rationale is kept as it is read: nothing that nobody sees comes in with it. */
function asKept({ field, before, after }: Pick<Suggestion, 'field' | 'before' | 'after'>) {
  if (field !== 'rationale') return { before, after }
  return { before: keptRationale(rationaleIn(before)), after: keptRationale(rationaleIn(after)) }
}
