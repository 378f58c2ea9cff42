import { and, desc, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { comments, commentVersions, threads } from '../../db/schema'
import { notify } from '../channel/notify'
import { isOpenTo } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { tellMembers } from '../notice/tell-members'
import { Refused, refuseIf } from '../refusal'
import { keepMentions } from './mention/keep-mentions'
import { openThread } from './open-thread'
import { whyNotEdit, whyNotSay } from './thread'

type Changed = { member: Member; commentId: string; text: string; version: number }

/** Gives a comment new words, by whoever said it; the ones before stay. `version` is the one they read. */
export async function changeComment({ member, commentId, text, version }: Changed): Promise<void> {
  refuseIf(whyNotSay(text))
  await db().transaction(async (tx) => {
    const [comment] = await tx
      .select({ memberId: comments.memberId, threadId: comments.threadId })
      .from(comments)
      .innerJoin(threads, eq(threads.id, comments.threadId))
      .where(
        and(
          eq(comments.id, commentId),
          eq(threads.deskId, member.deskId),
          isOpenTo(threads.articleId, member.id),
        ),
      )
    if (!comment) throw new Refused({ code: 'comment-unknown' })
    const { articleId, claimId } = await openThread(tx, member, comment.threadId)
    const [newest] = await tx
      .select()
      .from(commentVersions)
      .where(eq(commentVersions.commentId, commentId))
      .orderBy(desc(commentVersions.number))
      .limit(1)
    // Sent again after a lost answer.
    if (comment.memberId === member.id && newest?.text === text) return
    const standing = { memberId: comment.memberId, version: newest?.number ?? 0 }
    refuseIf(whyNotEdit(standing, { member, version }))
    await tx.insert(commentVersions).values({ commentId, number: version + 1, text })
    const to = await keepMentions(tx, commentId, text, member)
    const happened = { by: member, subjectId: commentId, articleId, claimId, commentId }
    await tellMembers(tx, { ...happened, threadId: comment.threadId, kind: 'mentioned', to })
    await notify(tx, 'rows_changed', { articleId })
  })
}
