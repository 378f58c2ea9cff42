import { and, eq, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import {
  articleLimits,
  articleRemovals,
  articles,
  desks,
  members,
  people,
  secondVerdicts,
} from '../../db/schema'
import type { Member } from '../member/member'
import { Refused } from '../refusal'
import { deletedArticle, type Removal, secondVerdictFirst } from './deleted'

type Reader = Pick<Database | Transaction, 'select'>

/**
 * SQL that says whether an article is there for a member: not deleted, not limited to others, and none of its claims to
 * be judged by them blind. Every read of what belongs to an article asks it, beside whether the article is on the desk.
 */
export function isThere(articleId: SQLWrapper, memberId: string | SQLWrapper): SQL {
  return sql`(not ${isDeleted(articleId)} and ${isOpenTo(articleId, memberId)})`
}

/** SQL that says whether an article is deleted. */
export function isDeleted(articleId: SQLWrapper): SQL {
  const { articleId: removed, restoredAt } = articleRemovals
  return sql`exists (select from ${articleRemovals} where ${removed} = ${articleId} and ${restoredAt} is null)`
}

/** SQL that says whether an article of the desk, deleted or not, is open to a member: not limited to others, nor blind. */
export function isOpenTo(articleId: SQLWrapper, memberId: string | SQLWrapper): SQL {
  return sql`(${isForMember(articleId, memberId)} and not ${isBlindTo(articleId, memberId)})`
}

/** SQL that says whether a member was asked to judge a claim of an article blind, and has not yet. */
export function isBlindTo(articleId: SQLWrapper, memberId: string | SQLWrapper): SQL {
  const { articleId: judged, askedOf, endedAt } = secondVerdicts
  return sql`exists (select from ${secondVerdicts}
    where ${judged} = ${articleId} and ${askedOf} = ${memberId} and ${endedAt} is null)`
}

/** SQL that says whether an article is limited to nobody, or to this member among others. */
export function isForMember(articleId: SQLWrapper, memberId: string | SQLWrapper): SQL {
  const { articleId: limited, members: named } = articleLimits
  return sql`not exists (select from ${articleLimits}
    where ${limited} = ${articleId} and not (${memberId} = any (${named})))`
}

/**
 * Who deleted an article and when; null while it is not deleted. One that the member may not know of is refused as
 * unknown, and one of which they judge a claim blind with the way to that.
 */
export async function readRemoval(
  { id, deskId }: Pick<Member, 'id' | 'deskId'>,
  articleId: string,
  at: Reader = db(),
): Promise<Removal | null> {
  const isOpen = and(eq(articleRemovals.articleId, articles.id), isNull(articleRemovals.restoredAt))
  const [row] = await at
    .select({
      by: people.name,
      at: articleRemovals.removedAt,
      timeZone: desks.timeZone,
      blindTo: blindTo(id),
    })
    .from(articles)
    .innerJoin(desks, eq(desks.id, articles.deskId))
    .leftJoin(articleRemovals, isOpen)
    .leftJoin(members, eq(members.id, articleRemovals.removedBy))
    .leftJoin(people, eq(people.id, members.personId))
    .where(and(eq(articles.id, articleId), eq(articles.deskId, deskId), isForMember(articles.id, id)))
  if (!row) throw new Refused({ code: 'article-unknown' })
  if (row.blindTo) throw new Refused(secondVerdictFirst(row.blindTo))
  return row.at && { articleId, by: row.by ?? '', at: row.at, timeZone: row.timeZone }
}

const blindTo = (memberId: string) => sql<string | null>`(
  select ${secondVerdicts.claimId} from ${secondVerdicts}
  where ${secondVerdicts.articleId} = ${articles.id} and ${secondVerdicts.askedOf} = ${memberId}
    and ${secondVerdicts.endedAt} is null order by ${secondVerdicts.askedAt} limit 1)`

/** Refuses an article that is deleted with who did it and when, and as unknown one that the member may not know of. */
export async function refuseAbsent(
  member: Pick<Member, 'id' | 'deskId'>,
  articleId: string,
  at: Reader = db(),
) {
  const removal = await readRemoval(member, articleId, at)
  if (removal) throw new Refused(deletedArticle(removal))
}
