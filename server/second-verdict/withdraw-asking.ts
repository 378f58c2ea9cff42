import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { secondVerdicts } from '../../db/schema'
import { notify } from '../channel/notify'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { isAskable } from './read-asked'
import { whyNotTakeBack } from './second-verdict'

/** Takes an open asking back: an editor does, or whoever was asked and does not want to judge. What was given stays. */
export async function withdrawAsking({ member, id }: { member: Member; id: string }): Promise<void> {
  await db().transaction(async (tx) => {
    const [asked] = await tx
      .select()
      .from(secondVerdicts)
      .where(
        and(
          eq(secondVerdicts.id, id),
          eq(secondVerdicts.deskId, member.deskId),
          or(isAskable(member), isThere(secondVerdicts.articleId, member.id)),
        ),
      )
      .for('update')
    if (!asked) throw new Refused({ code: 'claim-unknown' })
    refuseIf(whyNotTakeBack(asked.askedOf, member))
    if (asked.endedAt) refuseIf(asked.ownVerdictId ? { code: 'second-verdict-given' } : null)
    else await end(tx, eq(secondVerdicts.id, id), member.id)
  })
}

type Withdrawn = { memberId: string; by: string; articleId?: string }

/** Takes back all that a member was asked for, or was in an article, and has not given, within the transaction that is the reason. */
export const withdrawAskings = (tx: Transaction, { memberId, by, articleId }: Withdrawn) => {
  const inArticle = articleId ? eq(secondVerdicts.articleId, articleId) : undefined
  return end(tx, and(eq(secondVerdicts.askedOf, memberId), inArticle), by)
}

async function end(tx: Transaction, which: SQL | undefined, by: string): Promise<void> {
  const ended = await tx
    .update(secondVerdicts)
    .set({ endedAt: sql`clock_timestamp()`, endedBy: by })
    .where(and(which, isNull(secondVerdicts.endedAt)))
    .returning({ articleId: secondVerdicts.articleId })
  for (const { articleId } of ended) await notify(tx, 'rows_changed', { articleId })
}
