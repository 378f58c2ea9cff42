import { type SQL, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../../db/client'
import { roomUpdates } from '../../../db/schema'

/**
 * SQL that gives every member with a kept update that touched the claim in this room, the first writer first. What
 * rules wrote in somebody's name does not count.
 */
export function writersIn(document: SQL, claimId: string): SQL {
  return sql`
    select ${roomUpdates.memberId} as "memberId" from ${roomUpdates}
    where ${roomUpdates.claims} @> array[${claimId}]::uuid[] and ${roomUpdates.document} = ${document}
      and not ${roomUpdates.byRule}
    group by ${roomUpdates.memberId} order by min(${roomUpdates.sequence})`
}

/** Every member with a kept update that touched the claim, also where it was undone later; first writer first. */
export async function whoWrote(
  claimId: string,
  at: Pick<Database | Transaction, 'execute'> = db(),
): Promise<string[]> {
  // Only the claim's own room counts: in another room its id would be somebody's invention.
  const own = sql`coalesce((select 'article:' || article_id from claims where id = ${claimId}), ${roomUpdates.document})`
  const { rows } = await at.execute<{ memberId: string }>(writersIn(own, claimId))
  return rows.map(({ memberId }) => memberId)
}

/** Every member with a kept update in one of these sources: who wrote a source before it was added has written here. */
export async function whoWroteSources(
  document: string,
  sources: string[],
  at: Pick<Database | Transaction, 'execute'> = db(),
): Promise<string[]> {
  const ids = sql`${`{${sources.join(',')}}`}::uuid[]`
  const { rows } = await at.execute<{ memberId: string }>(sql`
    select distinct ${roomUpdates.memberId} as "memberId" from ${roomUpdates}
    where ${roomUpdates.sources} && ${ids} and ${roomUpdates.document} = ${document}`)
  return rows.map(({ memberId }) => memberId)
}
