import { and, desc, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { comments, commentVersions, threads } from '../../db/schema'
import type { Member } from '../member/member'
import { notify } from '../notify'
import { Refused, refuseIf } from '../refusal'
import { keepMentions } from './keep-mentions'
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
      .where(and(eq(comments.id, commentId), eq(threads.deskId, member.deskId)))
    if (!comment) throw new Refused({ code: 'comment-unknown' })
    const { articleId } = await openThread(tx, member, comment.threadId)
    const [newest] = await tx
      .select()
      .from(commentVersions)
      .where(eq(commentVersions.commentId, commentId))
      .orderBy(desc(commentVersions.number))
      .limit(1)
    const standing = { memberId: comment.memberId, version: newest?.number ?? 0 }
    refuseIf(whyNotEdit(standing, { member, version }))
    if (newest?.text === text) return
    await tx.insert(commentVersions).values({ commentId, number: version + 1, text })
    await keepMentions(tx, commentId, text, member)
    await notify(tx, 'rows_changed', { articleId })
  })
}
