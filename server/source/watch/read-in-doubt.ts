import { and, eq, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { claims, newestVersions, publications, sourceLooks, sources } from '../../../db/schema'
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

/**
 * SQL for the address of a link in doubt that readers have of a claim's newest version, and its room has no more; null where
 * there is none.
 */
export const readersInDoubt = (claimId: SQLWrapper): SQL<string | null> => sql`(
  select look.address from ${sourceLooks} look
  join ${publications} version on version.claim_id = look.claim_id
  join ${newestVersions} newest on newest.publication_id = version.id and not newest.is_retracted
  where look.claim_id = ${claimId} and look.ended_at is not null
    and look.state in ('changed', 'gone') and look.confirmed_at is null
    and not exists (select from ${sourceLooks} later where later.source_id = look.source_id
      and later.address = look.address and later.ended_at is not null and later.begun_at > look.begun_at)
    and not exists (select from ${sources} now where now.id = look.source_id and trim(now.address) = look.address)
    and exists (select from jsonb_array_elements(version.content -> 'claim' -> 'sources') source
      where source ->> 'id' = look.source_id::text and trim(source ->> 'address') = look.address)
  limit 1)`

/** A claim that leans on a source in doubt: in its room, or as readers have it, whose address is then told. */
export type InDoubt = { claimId: string; isHere: boolean; readersHave: string | null }

/** The claims of an article that lean on a source in doubt. */
export async function readInDoubt(member: Member, articleId: string): Promise<InDoubt[]> {
  const [here, readers] = [isInDoubt(claims.id), readersInDoubt(claims.id)]
  return (
    db()
      // Wrapped, as columns of a selection are named without their table.
      .select({
        claimId: claims.id,
        isHere: sql<boolean>`${here}`,
        readersHave: sql<string | null>`${readers}`,
      })
      .from(claims)
      .where(
        and(
          ...[eq(claims.articleId, articleId), eq(claims.deskId, member.deskId), eq(claims.isDeleted, false)],
          isThere(claims.articleId, member.id),
          or(here, sql`${readers} is not null`),
        ),
      )
  )
}
