import { and, eq } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { claims, comments, commentVersions, threads } from '../../db/schema'
import { holdArticle } from '../deleted/lock-article'
import type { Member } from '../member/member'
import { notify } from '../notify'
import { Refused, refuseIf } from '../refusal'
import { keepMentions } from './keep-mentions'
import { openThread } from './open-thread'
import { whyNotSay } from './thread'

/** Ids are made by whoever says it: sent again after a lost answer, it is said once. */
type Said = { member: Member; threadId: string; commentId: string; text: string }

/** Raises a thread about a claim with its first comment. */
export async function raiseThread({ claimId, ...said }: Said & { claimId: string }): Promise<void> {
  const { member, threadId } = said
  refuseIf(whyNotSay(said.text))
  await db().transaction(async (tx) => {
    const [claim] = await tx
      .select({ articleId: claims.articleId })
      .from(claims)
      .where(and(eq(claims.id, claimId), eq(claims.deskId, member.deskId)))
    if (!claim) throw new Refused({ code: 'claim-unknown' })
    const { articleId } = claim
    await holdArticle(tx, member, articleId)
    await tx
      .insert(threads)
      .values({ id: threadId, articleId, deskId: member.deskId, claimId, raisedBy: member.id })
      .onConflictDoNothing()
    const raised = await openThread(tx, member, threadId)
    if (raised.raisedBy !== member.id || raised.claimId !== claimId)
      throw new Refused({ code: 'thread-unknown' })
    await say(tx, said, articleId)
  })
}

/** Says something in a thread. A resolved one is opened again first, by those who may. */
export async function addComment(said: Said): Promise<void> {
  refuseIf(whyNotSay(said.text))
  await db().transaction(async (tx) => {
    const { isResolved, articleId } = await openThread(tx, said.member, said.threadId)
    if (isResolved) throw new Refused({ code: 'thread-resolved' })
    await say(tx, said, articleId)
  })
}

async function say(tx: Transaction, { member, threadId, commentId, text }: Said, articleId: string) {
  const [added] = await tx
    .insert(comments)
    .values({ id: commentId, threadId, memberId: member.id })
    .onConflictDoNothing()
    .returning({ id: comments.id })
  if (!added) return refuseForeign(tx, { member, threadId, commentId })
  await tx.insert(commentVersions).values({ commentId, number: 1, text })
  await keepMentions(tx, commentId, text, member)
  await notify(tx, 'rows_changed', { articleId })
}

/** An id that is there already is the same comment, sent again; or it is somebody else's. */
async function refuseForeign(
  tx: Transaction,
  { member, threadId, commentId }: Omit<Said, 'text'>,
): Promise<void> {
  const [known] = await tx.select().from(comments).where(eq(comments.id, commentId))
  if (known?.memberId !== member.id || known.threadId !== threadId)
    throw new Refused({ code: 'comment-unknown' })
}
