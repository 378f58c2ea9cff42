import { aliasedTable, and, asc, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../../db/client'
import { claims, members, people, placements, publications, revisions } from '../../../db/schema'
import { type Passage, type PassageTask, taskOf } from '../revision'

type Reader = Pick<Database | Transaction, 'select' | 'selectDistinctOn'>

/** SQL that holds while a placement is of the words that its claim quotes now. */
export const isOfQuote = sql`(${placements.quotedIn} = ${claims.revision} and ${placements.quoteStart} = ${claims.start}
  and ${placements.quoteEnd} = (${claims.selectors} #>> '{position,end}')::numeric)`

/** SQL that holds for placements in the newest revision of their article. */
export const isInNewest = sql`not exists (select from ${revisions} r
  where r.article_id = ${placements.articleId} and r.number > ${placements.number})`

/** SQL that holds where readers got a version of the claim since it was placed, or since a person said where it is. */
export const isPublishedSince = sql<boolean>`exists (select from ${publications}
  where ${publications.claimId} = ${placements.claimId}
    and ${publications.publishedAt} > coalesce(${placements.settledAt}, ${placements.placedAt}))`

/**
 * Where the quotes of an article's claims stand in its newest revision, as far as they are in an earlier one. Who asks
 * has seen to it that the article is there for whoever reads them.
 */
export async function readPassages(articleId: string, at: Reader = db()): Promise<Passage[]> {
  return passagesWhere(and(eq(placements.articleId, articleId), isInNewest), at)
}

/** What is to be done about the passage of a claim. */
export async function readTask(claimId: string, at: Reader = db()): Promise<PassageTask | null> {
  const [passage] = await passagesWhere(and(eq(placements.claimId, claimId), isInNewest), at)
  return passage ? taskOf(passage) : null
}

async function passagesWhere(where: SQL | undefined, at: Reader): Promise<Passage[]> {
  const [settlers, settling] = [aliasedTable(members, 'settlers'), aliasedTable(people, 'settling')]
  const [holders, holding] = [aliasedTable(members, 'holders'), aliasedTable(people, 'holding')]
  const rows = await at
    .select({
      placement: placements,
      settledBy: settling.name,
      heldBy: holding.name,
      isPublishedSince,
    })
    .from(placements)
    .innerJoin(claims, and(eq(claims.id, placements.claimId), isOfQuote, eq(claims.isDeleted, false)))
    .leftJoin(settlers, eq(settlers.id, placements.settledBy))
    .leftJoin(settling, eq(settling.id, settlers.personId))
    .leftJoin(holders, eq(holders.id, placements.heldBy))
    .leftJoin(holding, eq(holding.id, holders.personId))
    .where(where)
    .orderBy(asc(claims.start), asc(claims.id))
  return rows.map(({ placement, settledBy, heldBy, isPublishedSince: isPublished }) => {
    const { id, claimId, change, start, end, isDoubtful, was, words, settledAt, heldAt } = placement
    return {
      ...{ placementId: id, claimId, change, isDoubtful, was, words },
      span: start === null || end === null ? null : { start, end },
      settled: settledAt && { by: settledBy ?? '', at: settledAt },
      held: heldAt && { by: heldBy ?? '', at: heldAt },
      isPublishedSince: isPublished,
    }
  })
}

/** SQL: the ids of claims in a scope (said of the placements' table) that a change of their passage has reopened. */
export function reopenedClaims(scope: (table: { deskId: SQLWrapper; articleId: SQLWrapper }) => SQL): SQL {
  return sql`select distinct ${placements.claimId} as claim_id
    from ${placements} join ${claims} on ${claims.id} = ${placements.claimId} and ${isOfQuote}
    where ${scope(placements)} and ${placements.change} = 'substantive' and not ${placements.isDoubtful}
      and ${placements.heldAt} is null and ${isInNewest} and not ${isPublishedSince}`
}

/** SQL that says whether something is to be done about the passage of a claim; as `taskOf` says it. */
export const hasOpenPassage = (claimId: SQLWrapper): SQL => sql`exists (
  select from ${placements} where ${placements.claimId} = ${claimId} and ${isOfQuote} and ${isInNewest}
    and (${placements.isDoubtful} or (${placements.change} in ('edited', 'substantive', 'removed')
      and ${placements.heldAt} is null and not ${isPublishedSince})))`
