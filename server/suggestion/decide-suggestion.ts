import { and, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { suggestionDecisions, suggestions } from '../../db/schema'
import { notify } from '../channel/notify'
import { holdArticle } from '../deleted/lock-article'
import { isOpenTo } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { lockClaim } from '../review/open-submission'
import { whyNotDecideSuggestion } from './suggestion'

type Decided = { member: Member; suggestionId: string; isTaken: boolean }

/**
 * Takes a suggestion or declines it, once. The words themselves go into the room from the browser of whoever takes
 * them, as an edit of theirs; until `keepWritten` has seen that, it stays in the list as taken and not in the text.
 */
export async function decideSuggestion({ member, suggestionId, isTaken }: Decided): Promise<void> {
  await db().transaction(async (tx) => {
    const [named] = await tx
      .select({ claimId: suggestions.claimId })
      .from(suggestions)
      .where(
        and(
          eq(suggestions.id, suggestionId),
          eq(suggestions.deskId, member.deskId),
          isOpenTo(suggestions.articleId, member.id),
        ),
      )
    if (!named) throw new Refused({ code: 'suggestion-unknown' })
    // Who is among a claim's authors is judged under the same lock.
    await lockClaim(tx, named.claimId)
    const [suggestion] = await tx.select().from(suggestions).where(eq(suggestions.id, suggestionId))
    if (!suggestion) throw new Refused({ code: 'suggestion-unknown' })
    const { articleId, suggestedBy } = suggestion
    await holdArticle(tx, member, articleId)
    const [decided] = await tx
      .select({ memberId: suggestionDecisions.memberId, isTaken: suggestionDecisions.isTaken })
      .from(suggestionDecisions)
      .where(eq(suggestionDecisions.suggestionId, suggestionId))
    // Sent again after a lost answer it is decided, so that whoever took the words can still write them.
    if (decided?.memberId === member.id && decided.isTaken === isTaken) return
    refuseIf(whyNotDecideSuggestion({ suggestedBy, isDecided: decided !== undefined }, { member, isTaken }))
    await tx.insert(suggestionDecisions).values({ suggestionId, memberId: member.id, isTaken })
    await notify(tx, 'rows_changed', { articleId })
  })
}
