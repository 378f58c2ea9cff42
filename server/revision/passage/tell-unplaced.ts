import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { claims, placements, revisions } from '../../../db/schema'
import { notify } from '../../channel/notify'
import { isInNewest, isOfQuote } from './read-passages'

/**
 * Tells the screens of an article that claims were marked in a text that is no longer the newest, as somebody does who
 * was offline: whoever looks next has them placed. One that has its place is told of no more.
 */
export async function tellUnplaced(tx: Transaction, articleId: string, claimIds: string[]): Promise<void> {
  const isPlaced = and(eq(placements.claimId, claims.id), isOfQuote, isInNewest)
  const newest = sql`(select r.hash from ${revisions} r where r.article_id = ${articleId} order by r.number desc limit 1)`
  const [unplaced] = await tx
    .select({ id: claims.id })
    .from(claims)
    .leftJoin(placements, isPlaced)
    .where(
      and(
        ...[inArray(claims.id, claimIds), eq(claims.articleId, articleId), eq(claims.isDeleted, false)],
        ...[isNull(placements.id), sql`${claims.revision} <> ${newest}`],
      ),
    )
    .limit(1)
  if (unplaced) await notify(tx, 'rows_changed', { articleId })
}
