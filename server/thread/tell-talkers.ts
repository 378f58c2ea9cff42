import { desc, eq } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { comments } from '../../db/schema'
import type { Member } from '../member/member'
import { tellMembers } from '../notice/tell-members'
import type { Opened } from './open-thread'

type Answer = {
  member: Member
  thread: Opened
  /** The row that answers. */
  subjectId: string
  /** Whoever was told of it otherwise. */
  besides?: string[]
}

/** Tells all who have talked in a thread that there is an answer, at its newest comment. */
export async function tellTalkers(
  tx: Transaction,
  { member, thread, subjectId, besides = [] }: Answer,
): Promise<void> {
  const { id: threadId, articleId, claimId } = thread
  const said = await tx
    .select({ id: comments.id, memberId: comments.memberId })
    .from(comments)
    .where(eq(comments.threadId, threadId))
    .orderBy(desc(comments.saidAt), desc(comments.id))
  const to = [...new Set(said.map(({ memberId }) => memberId))].filter((id) => !besides.includes(id))
  const place = { articleId, claimId, threadId, commentId: said[0]?.id }
  await tellMembers(tx, { kind: 'answered', by: member, subjectId, to, ...place })
}
