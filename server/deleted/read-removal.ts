import { and, eq, isNull, type SQLWrapper, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { articleRemovals, articles, desks, members, people } from '../../db/schema'
import type { Member } from '../member/member'
import { Refused } from '../refusal'
import { deletedArticle, type Removal } from './deleted'

type Reader = Pick<Database | Transaction, 'select'>

/** SQL that says whether an article is not deleted. */
export function isThere(articleId: SQLWrapper) {
  const { articleId: removed, restoredAt } = articleRemovals
  return sql`not exists (select from ${articleRemovals} where ${removed} = ${articleId} and ${restoredAt} is null)`
}

/** Who deleted an article and when; null while it is not deleted. One that is not on the desk is refused as unknown. */
export async function readRemoval(
  { deskId }: Pick<Member, 'deskId'>,
  articleId: string,
  at: Reader = db(),
): Promise<Removal | null> {
  const isOpen = and(eq(articleRemovals.articleId, articles.id), isNull(articleRemovals.restoredAt))
  const [row] = await at
    .select({ by: people.name, at: articleRemovals.removedAt, timeZone: desks.timeZone })
    .from(articles)
    .innerJoin(desks, eq(desks.id, articles.deskId))
    .leftJoin(articleRemovals, isOpen)
    .leftJoin(members, eq(members.id, articleRemovals.removedBy))
    .leftJoin(people, eq(people.id, members.personId))
    .where(and(eq(articles.id, articleId), eq(articles.deskId, deskId)))
  if (!row) throw new Refused({ code: 'article-unknown' })
  return row.at && { articleId, by: row.by ?? '', at: row.at, timeZone: row.timeZone }
}

/** Refuses an article that is deleted with who did it and when, and as unknown one that is not on the desk. */
export async function refuseAbsent(member: Pick<Member, 'deskId'>, articleId: string, at: Reader = db()) {
  const removal = await readRemoval(member, articleId, at)
  if (removal) throw new Refused(deletedArticle(removal))
}
