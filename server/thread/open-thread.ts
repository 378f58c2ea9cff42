import { and, desc, eq } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { resolutions, threads } from '../../db/schema'
import { holdArticle } from '../deleted/lock-article'
import { isOpenTo } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused } from '../refusal'

/** A thread as an act holds it. */
export type Opened = typeof threads.$inferSelect & { isResolved: boolean }

/**
 * A thread of the member's desk, for one act at a time until the transaction ends. One of another desk, and one that
 * was deleted, are refused as unknown.
 */
export async function openThread(
  tx: Transaction,
  member: Member,
  threadId: string,
  isRemoved = false,
): Promise<Opened> {
  const [thread] = await tx
    .select()
    .from(threads)
    .where(
      and(
        eq(threads.id, threadId),
        eq(threads.deskId, member.deskId),
        isOpenTo(threads.articleId, member.id),
      ),
    )
    .for('update')
  if (!thread || (thread.removedAt !== null) !== isRemoved) throw new Refused({ code: 'thread-unknown' })
  await holdArticle(tx, member, thread.articleId)
  const [newest] = await tx
    .select({ isResolved: resolutions.isResolved })
    .from(resolutions)
    .where(eq(resolutions.threadId, threadId))
    .orderBy(desc(resolutions.at), desc(resolutions.id))
    .limit(1)
  return { ...thread, isResolved: newest?.isResolved ?? false }
}
