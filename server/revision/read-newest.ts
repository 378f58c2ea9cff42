import { and, desc, eq } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { articles, revisions } from '../../db/schema'
import { refuseAbsent } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused } from '../refusal'

/** The newest revision of an article of the member's desk, with the address it came from. */
export async function readNewest(
  member: Member,
  articleId: string,
  at: Pick<Database | Transaction, 'select'> = db(),
) {
  await refuseAbsent(member, articleId, at)
  const [row] = await at
    .select({ revision: revisions, address: articles.address })
    .from(revisions)
    .innerJoin(articles, eq(articles.id, revisions.articleId))
    .where(and(eq(revisions.articleId, articleId), eq(articles.deskId, member.deskId)))
    .orderBy(desc(revisions.number))
    .limit(1)
  if (!row) throw new Refused({ code: 'article-unknown' })
  return { ...row.revision, address: row.address }
}
export type Newest = Awaited<ReturnType<typeof readNewest>>
