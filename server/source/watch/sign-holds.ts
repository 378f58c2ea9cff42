import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { db } from '../../../db/client'
import { articles, sourceLooks } from '../../../db/schema'
import { notify } from '../../channel/notify'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'

/** Signs that the verdict holds in spite of what a look found; refuses a look that is not the newest of its source any more. */
export async function signHolds(member: Member, lookId: string): Promise<void> {
  await db().transaction(async (tx) => {
    const [look] = await tx
      .select({
        ...{ id: sourceLooks.id, sourceId: sourceLooks.sourceId },
        ...{ address: sourceLooks.address, articleId: sourceLooks.articleId },
      })
      .from(sourceLooks)
      .innerJoin(articles, eq(articles.id, sourceLooks.articleId))
      .where(
        and(
          ...[eq(sourceLooks.id, lookId), eq(articles.deskId, member.deskId), isNotNull(sourceLooks.endedAt)],
          isThere(articles.id, member.id),
        ),
      )
    if (!look) throw new Refused({ code: 'look-unknown' })
    const [newest] = await tx
      .select()
      .from(sourceLooks)
      .where(
        and(
          ...[eq(sourceLooks.sourceId, look.sourceId), eq(sourceLooks.address, look.address)],
          isNotNull(sourceLooks.endedAt),
        ),
      )
      .orderBy(desc(sourceLooks.begunAt))
      .limit(1)
      .for('update')
    if (newest?.id !== lookId) throw new Refused({ code: 'look-unknown' })
    if (newest.confirmedAt) return
    const confirmed = { confirmedBy: member.id, confirmedAt: new Date() }
    await tx.update(sourceLooks).set(confirmed).where(eq(sourceLooks.id, lookId))
    await notify(tx, 'rows_changed', { articleId: look.articleId })
  })
}
