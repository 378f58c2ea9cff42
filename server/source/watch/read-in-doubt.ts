import { and, eq, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { claims, sourceLooks, sources } from '../../../db/schema'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'

/** SQL: the claims in which a source that they have now was found changed or gone, and nobody has said that they hold. */
export const claimsInDoubt = sql`
  select ${sources.claimId} from ${sources} join lateral (
    select ${sourceLooks.state} as state, ${sourceLooks.confirmedAt} as confirmed_at from ${sourceLooks}
    where ${sourceLooks.sourceId} = ${sources.id} and ${sourceLooks.address} = trim(${sources.address})
      and ${sourceLooks.endedAt} is not null
    order by ${sourceLooks.begunAt} desc limit 1) newest on true
  where newest.state in ('changed', 'gone') and newest.confirmed_at is null`

/** The claims of an article that lean on a source in doubt. */
export async function readInDoubt(member: Member, articleId: string): Promise<string[]> {
  const rows = await db()
    .select({ id: claims.id })
    .from(claims)
    .where(
      and(
        ...[eq(claims.articleId, articleId), eq(claims.deskId, member.deskId), eq(claims.isDeleted, false)],
        isThere(claims.articleId, member.id),
        sql`${claims.id} in (${claimsInDoubt})`,
      ),
    )
  return rows.map(({ id }) => id)
}
