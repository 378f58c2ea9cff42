import { desc, eq, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { comments, resolutions } from '../../db/schema'
import { notify } from '../channel/notify'
import type { Member } from '../member/member'
import { tellMembers } from '../notice/tell-members'
import { refuseIf } from '../refusal'
import { type Opened, openThread } from './open-thread'
import { type Resolution, whyNotDecline, whyNotSettle } from './thread'

type Settled = { member: Member; threadId: string } & Pick<Resolution, 'isResolved' | 'isDeclined' | 'reason'>

/**
 * Resolves a thread, or opens it again; one that is so already stays as it is. Where the answer is no, the reason is
 * demanded, and all who talked in the thread are told.
 */
export async function resolveThread({ member, threadId, ...settled }: Settled): Promise<void> {
  const { isResolved, isDeclined } = settled
  refuseIf(whyNotDecline(settled))
  await db().transaction(async (tx) => {
    const thread = await openThread(tx, member, threadId)
    refuseIf(whyNotSettle(thread, member))
    if (thread.isResolved === isResolved) return
    const id = newId()
    // Two may follow each other in one transaction's time.
    await tx
      .insert(resolutions)
      .values({ ...settled, id, threadId, memberId: member.id, at: sql`clock_timestamp()` })
    if (isDeclined) await tellOfNo(tx, { member, thread, subjectId: id })
    await notify(tx, 'rows_changed', { articleId: thread.articleId })
  })
}

async function tellOfNo(
  tx: Transaction,
  { member, thread, subjectId }: { member: Member; thread: Opened; subjectId: string },
): Promise<void> {
  const { id: threadId, articleId, claimId } = thread
  const said = await tx
    .select({ id: comments.id, memberId: comments.memberId })
    .from(comments)
    .where(eq(comments.threadId, threadId))
    .orderBy(desc(comments.saidAt), desc(comments.id))
  const to = [...new Set(said.map(({ memberId }) => memberId))]
  const place = { articleId, claimId, threadId, commentId: said[0]?.id }
  await tellMembers(tx, { kind: 'answered', by: member, subjectId, to, ...place })
}
