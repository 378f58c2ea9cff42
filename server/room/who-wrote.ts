import { sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'

/** Every member with a kept update that touched the claim, also where it was undone later; first writer first. */
export async function whoWrote(
  claimId: string,
  at: Pick<Database | Transaction, 'execute'> = db(),
): Promise<string[]> {
  // Only the claim's own room counts: in another room its id would be somebody's invention.
  const { rows } = await at.execute<{ memberId: string }>(sql`
    select member_id as "memberId" from room_updates
    where claims @> array[${claimId}]::uuid[]
      and document = coalesce((select 'article:' || article_id from claims where id = ${claimId}), document)
    group by member_id order by min(sequence)`)
  return rows.map(({ memberId }) => memberId)
}
