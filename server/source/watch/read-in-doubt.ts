import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { claims, sourceLooks, sources } from '../../../db/schema'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'

/** SQL that says whether a source that a claim has now was found changed or gone, and nobody has said that the verdict holds. */
export const isInDoubt = (claimId: SQLWrapper): SQL => sql`exists (
  select from ${sources} join lateral (
    select ${sourceLooks.state} as state, ${sourceLooks.confirmedAt} as confirmed_at from ${sourceLooks}
    where ${sourceLooks.sourceId} = ${sources.id} and ${sourceLooks.address} = trim(${sources.address})
      and ${sourceLooks.endedAt} is not null
    order by ${sourceLooks.begunAt} desc limit 1) newest on true
  where ${sources.claimId} = ${claimId} and newest.state in ('changed', 'gone') and newest.confirmed_at is null)`

/** The claims of an article that lean on a source in doubt. */
export async function readInDoubt(member: Member, articleId: string): Promise<string[]> {
  const rows = await db()
    .select({ id: claims.id })
    .from(claims)
    .where(
      and(
        ...[eq(claims.articleId, articleId), eq(claims.deskId, member.deskId), eq(claims.isDeleted, false)],
        isThere(claims.articleId, member.id),
        isInDoubt(claims.id),
      ),
    )
  return rows.map(({ id }) => id)
}
