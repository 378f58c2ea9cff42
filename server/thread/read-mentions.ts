import { and, desc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, comments, members, mentions, people, threads } from '../../db/schema'
import type { Verdict } from '../../db/vocabulary'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { isOpen, newestWords } from './read-threads'
import { type Someone, withoutMentions } from './thread'

/** A comment that mentions somebody, and the claim it is about. */
export type MentionedIn = {
  commentId: string
  articleId: string
  claimId: string
  /** What the claim says; its quote until it has a statement. */
  statement: string
  verdict: Verdict | null
  text: string
  by: Someone
  at: Date
}

const most = 20

/**
 * Comments of others that mention the member or their role and wait for an answer: the thread is open, and the member
 * has said nothing in it since. Newest first.
 */
export async function readMentions(member: Member): Promise<MentionedIn[]> {
  const newest = newestWords()
  const rows = await db()
    .selectDistinct({
      commentId: comments.id,
      articleId: threads.articleId,
      claimId: threads.claimId,
      statement: sql<string>`coalesce(nullif(trim(${claims.statement}), ''), ${claims.quote})`,
      verdict: claims.verdict,
      text: newest.text,
      by: { id: members.id, name: people.name },
      at: comments.saidAt,
    })
    .from(mentions)
    .innerJoin(comments, eq(comments.id, mentions.commentId))
    .innerJoin(newest, eq(newest.commentId, comments.id))
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .innerJoin(claims, eq(claims.id, threads.claimId))
    .innerJoin(members, eq(members.id, comments.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        or(eq(mentions.memberId, member.id), eq(mentions.role, member.role)),
        eq(threads.deskId, member.deskId),
        ne(comments.memberId, member.id),
        isNull(threads.removedAt),
        eq(claims.isDeleted, false),
        isThere(threads.articleId),
        isOpen,
        sql`not exists (select from ${comments} own where own.thread_id = ${threads.id}
          and own.member_id = ${member.id} and own.said_at >= ${comments.saidAt})`,
      ),
    )
    .orderBy(desc(comments.saidAt), desc(comments.id))
    .limit(most)
  return rows.map((row) => ({ ...row, text: withoutMentions(row.text) }))
}
