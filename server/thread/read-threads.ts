import { and, asc, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { comments, commentVersions, members, people, resolutions, threads } from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { Comment, Resolution, Thread } from './thread'

/** How much is said about one claim: its threads that are not resolved, and the comments in them. */
export type ThreadCount = { claimId: string; open: number; comments: number }

/** The threads about a claim with all comments, the oldest first. */
export function readThreads(claimId: string, member: Member): Promise<Thread[]> {
  return readAbout(and(eq(threads.claimId, claimId), isVisible(member)))
}

/** The threads about passages of an article with all comments, the oldest first. */
export function readPassageThreads(articleId: string, member: Member): Promise<Thread[]> {
  return readAbout(and(eq(threads.articleId, articleId), isNull(threads.claimId), isVisible(member)))
}

async function readAbout(about: Where): Promise<Thread[]> {
  const [raised, said, settled] = await Promise.all([readRaised(about), readSaid(about), readSettled(about)])
  return raised.map((thread) => ({
    ...thread,
    comments: said.filter(({ threadId }) => threadId === thread.id).map(({ comment }) => comment),
    // Newest first: the first one holds.
    resolution: settled.find(({ threadId }) => threadId === thread.id)?.resolution ?? null,
  }))
}

/** The words that a comment had, the first ones first. */
export async function readVersions(commentId: string, member: Member) {
  return db()
    .select({ number: commentVersions.number, text: commentVersions.text, at: commentVersions.writtenAt })
    .from(commentVersions)
    .innerJoin(comments, eq(comments.id, commentVersions.commentId))
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(and(eq(comments.id, commentId), isVisible(member)))
    .orderBy(asc(commentVersions.number))
}

/** How much is said about each claim of an article that anything is said about. */
export async function countThreads(articleId: string, member: Member): Promise<ThreadCount[]> {
  return db()
    .select({
      claimId: sql<string>`${threads.claimId}`,
      open: sql<number>`count(distinct ${threads.id})::int`,
      comments: count(comments.id),
    })
    .from(threads)
    .innerJoin(comments, eq(comments.threadId, threads.id))
    .where(and(eq(threads.articleId, articleId), isNotNull(threads.claimId), isVisible(member), isOpen))
    .groupBy(threads.claimId)
}

/** How many threads about a claim are not resolved. */
export async function countOpenThreads(claimId: string, member: Member): Promise<number> {
  const [row] = await db()
    .select({ open: count() })
    .from(threads)
    .where(and(eq(threads.claimId, claimId), isVisible(member), isOpen))
  return row?.open ?? 0
}

/** Of the member's desk, and neither it nor its article deleted. */
function isVisible({ id, deskId }: Member) {
  return and(eq(threads.deskId, deskId), isNull(threads.removedAt), isThere(threads.articleId, id))
}

/** SQL that says whether a thread is not resolved. */
export const isOpen = sql`not coalesce((
  select ${resolutions.isResolved} from ${resolutions} where ${resolutions.threadId} = ${threads.id}
  order by ${resolutions.at} desc, ${resolutions.id} desc limit 1), false)`

/** The newest version of a comment, to be joined to it sideways. */
export const newestWords = () =>
  db()
    .select()
    .from(commentVersions)
    .where(eq(commentVersions.commentId, comments.id))
    .orderBy(desc(commentVersions.number))
    .limit(1)
    .as('newest')

type Where = ReturnType<typeof and>

function readRaised(about: Where) {
  return db()
    .select({
      id: threads.id,
      claimId: threads.claimId,
      passage: threads.passage,
      raisedAt: threads.raisedAt,
      raisedBy: { id: members.id, name: people.name },
    })
    .from(threads)
    .innerJoin(members, eq(members.id, threads.raisedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(about)
    .orderBy(asc(threads.raisedAt), asc(threads.id))
}

async function readSaid(about: Where): Promise<{ threadId: string; comment: Comment }[]> {
  const newest = newestWords()
  const rows = await db()
    .select({
      threadId: comments.threadId,
      id: comments.id,
      by: { id: members.id, name: people.name },
      saidAt: comments.saidAt,
      text: newest.text,
      version: newest.number,
      writtenAt: newest.writtenAt,
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .crossJoinLateral(newest)
    .innerJoin(members, eq(members.id, comments.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(about)
    .orderBy(asc(comments.saidAt), asc(comments.id))
  return rows.map(({ threadId, writtenAt, ...comment }) => ({
    threadId,
    comment: { ...comment, editedAt: comment.version > 1 ? writtenAt : null },
  }))
}

async function readSettled(about: Where): Promise<{ threadId: string; resolution: Resolution }[]> {
  const rows = await db()
    .select({
      threadId: resolutions.threadId,
      isResolved: resolutions.isResolved,
      isDeclined: resolutions.isDeclined,
      by: { id: members.id, name: people.name },
      at: resolutions.at,
      reason: resolutions.reason,
    })
    .from(resolutions)
    .innerJoin(threads, eq(threads.id, resolutions.threadId))
    .innerJoin(members, eq(members.id, resolutions.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(about)
    .orderBy(desc(resolutions.at), desc(resolutions.id))
  return rows.map(({ threadId, ...resolution }) => ({ threadId, resolution }))
}
