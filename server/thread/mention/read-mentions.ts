import { and, desc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import type { Database } from '../../../db/client'
import { prepared } from '../../../db/prepared'
import { claims, comments, members, mentions, people, threads } from '../../../db/schema'
import type { Verdict } from '../../../db/vocabulary'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { isOpen, newestWords } from '../read-threads'
import type { Someone } from '../thread'
import { readLines } from './read-lines'

/** A comment that mentions somebody, and the claim or passage it is about. */
export type MentionedIn = {
  commentId: string
  articleId: string
  threadId: string
  claimId: string | null
  /** What the claim says; its quote until it has a statement, and of a passage its words. */
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
  const rows = await shown().execute({ id: member.id, role: member.role, deskId: member.deskId })
  const lines = await readLines(
    member.deskId,
    rows.map(({ text }) => text),
  )
  return rows.map((row, n) => ({ ...row, text: lines[n] ?? row.text }))
}

/** Planning so many joins takes ten times longer than reading them. */
const shown = prepared((on) => {
  const heard = openMentions(on)
  const newest = newestWords()
  return on
    .select({
      commentId: comments.id,
      articleId: threads.articleId,
      threadId: threads.id,
      claimId: threads.claimId,
      statement: sql<string>`coalesce(nullif(trim(${claims.statement}), ''), ${claims.quote},
        ${threads.passage} #>> '{selectors,quote,exact}')`,
      verdict: claims.verdict,
      text: newest.text,
      by: { id: members.id, name: people.name },
      at: comments.saidAt,
    })
    .from(heard)
    .innerJoin(comments, eq(comments.id, heard.commentId))
    .crossJoinLateral(newest)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .leftJoin(claims, eq(claims.id, threads.claimId))
    .innerJoin(members, eq(members.id, comments.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .orderBy(desc(comments.saidAt), desc(comments.id))
    .prepare('open mentions of a member')
})

/** The comments alone, of the member with `id`, `role` and `deskId`; what is shown of them is joined to the few that are left. */
function openMentions(on: Database) {
  const [id, role, deskId] = [sql.placeholder('id'), sql.placeholder('role'), sql.placeholder('deskId')]
  return on
    .selectDistinct({ commentId: comments.id, saidAt: comments.saidAt })
    .from(mentions)
    .innerJoin(comments, eq(comments.id, mentions.commentId))
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(
      and(
        or(eq(mentions.memberId, id), eq(mentions.role, role)),
        eq(threads.deskId, deskId),
        ne(comments.memberId, id),
        isNull(threads.removedAt),
        sql`not exists (select from ${claims} where ${claims.id} = ${threads.claimId} and ${claims.isDeleted})`,
        isThere(threads.articleId, id),
        isOpen,
        sql`not exists (select from ${comments} own where own.thread_id = ${threads.id}
          and own.member_id = ${id} and own.said_at >= ${comments.saidAt})`,
      ),
    )
    .orderBy(desc(comments.saidAt), desc(comments.id))
    .limit(most)
    .as('heard')
}
