import { and, eq } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { articles, claims, comments, commentVersions, revisions, threads } from '../../db/schema'
import { notify } from '../channel/notify'
import { holdArticle } from '../deleted/lock-article'
import { isOpenTo } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { tellMembers } from '../notice/tell-members'
import { Refused, refuseIf } from '../refusal'
import { keepMentions } from './mention/keep-mentions'
import { type Opened, openThread } from './open-thread'
import { tellTalkers } from './tell-talkers'
import { type Passage, whyNotPassage, whyNotSay } from './thread'

/** Ids are made by whoever says it: sent again after a lost answer, it is said once. */
type Said = { member: Member; threadId: string; commentId: string; text: string }

/** What a thread is raised about: a claim, or a passage of an article. */
type About =
  | { claimId: string; articleId?: undefined }
  | { articleId: string; passage: Passage; claimId?: undefined }

/** Raises a thread about a claim, or about a passage of an article that says it word for word, with its first comment. */
export async function raiseThread(asked: Said & About): Promise<void> {
  refuseIf(whyNotSay(asked.text))
  await db().transaction((tx) => raiseThreadWithin(tx, asked))
}

/** The same within a transaction that does more. */
export async function raiseThreadWithin(tx: Transaction, asked: Said & About): Promise<void> {
  const { member, threadId } = asked
  const about = await readAbout(tx, asked)
  await holdArticle(tx, member, about.articleId)
  await tx
    .insert(threads)
    .values({ id: threadId, deskId: member.deskId, raisedBy: member.id, ...about })
    .onConflictDoNothing()
  const raised = await openThread(tx, member, threadId)
  const isOwn = raised.raisedBy === member.id && raised.articleId === about.articleId
  if (!isOwn || raised.claimId !== about.claimId) throw new Refused({ code: 'thread-unknown' })
  await say(tx, asked, raised)
}

type KeptAbout = { articleId: string; claimId: string | null; passage: Passage | null }

async function readAbout(tx: Transaction, asked: Said & About): Promise<KeptAbout> {
  const { id, deskId } = asked.member
  if (asked.claimId === undefined) {
    const [revision] = await tx
      .select({ text: revisions.text })
      .from(revisions)
      .innerJoin(articles, eq(articles.id, revisions.articleId))
      .where(
        and(
          eq(articles.id, asked.articleId),
          eq(articles.deskId, deskId),
          isOpenTo(articles.id, id),
          eq(revisions.hash, asked.passage.revision),
        ),
      )
    if (!revision) throw new Refused({ code: 'article-unknown' })
    refuseIf(whyNotPassage(revision.text, asked.passage))
    return { articleId: asked.articleId, claimId: null, passage: asked.passage }
  }
  const { claimId } = asked
  const [claim] = await tx
    .select({ articleId: claims.articleId })
    .from(claims)
    .where(and(eq(claims.id, claimId), eq(claims.deskId, deskId), isOpenTo(claims.articleId, id)))
  if (!claim) throw new Refused({ code: 'claim-unknown' })
  return { articleId: claim.articleId, claimId, passage: null }
}

/** Says something in a thread. A resolved one is opened again first, by those who may. */
export async function addComment(said: Said): Promise<void> {
  refuseIf(whyNotSay(said.text))
  await db().transaction(async (tx) => say(tx, said, await openThread(tx, said.member, said.threadId)))
}

async function say(tx: Transaction, said: Said, thread: Opened): Promise<void> {
  const { isResolved, articleId } = thread
  const { member, threadId, commentId, text } = said
  if (await isSaid(tx, said)) return
  if (isResolved) throw new Refused({ code: 'thread-resolved' })
  await tx.insert(comments).values({ id: commentId, threadId, memberId: member.id })
  await tx.insert(commentVersions).values({ commentId, number: 1, text })
  const mentioned = await keepMentions(tx, commentId, text, member)
  await tellOfComment(tx, said, { thread, mentioned })
  await notify(tx, 'rows_changed', { articleId })
}

/** Whoever is mentioned is told so; whoever else has talked in the thread, that there is an answer. */
async function tellOfComment(
  tx: Transaction,
  { member, threadId, commentId }: Said,
  { thread, mentioned }: { thread: Opened; mentioned: string[] },
): Promise<void> {
  const { articleId, claimId } = thread
  const happened = { by: member, subjectId: commentId, articleId, claimId, threadId, commentId }
  await tellMembers(tx, { ...happened, kind: 'mentioned', to: mentioned })
  await tellTalkers(tx, { member, thread, subjectId: commentId, besides: mentioned })
}

/** An id that is there already is the same comment, sent again; or it is somebody else's. */
async function isSaid(tx: Transaction, { member, threadId, commentId }: Said): Promise<boolean> {
  const [known] = await tx.select().from(comments).where(eq(comments.id, commentId))
  if (known && (known.memberId !== member.id || known.threadId !== threadId))
    throw new Refused({ code: 'comment-unknown' })
  return known !== undefined
}
