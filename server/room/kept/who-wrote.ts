import { and, eq, type SQL, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../../db/client'
import { isAmong } from '../../../db/ids'
import { roomWriters } from '../../../db/schema'

/**
 * SQL that gives every member with a kept update that touched the claim in this room, the first writer first. What
 * rules wrote in somebody's name does not count.
 */
export function writersIn(document: SQL, claimId: string): SQL {
  return sql`
    select ${roomWriters.memberId} as "memberId" from ${roomWriters}
    where ${roomWriters.part} = ${claimId} and ${roomWriters.document} = ${document}
    order by ${roomWriters.sequence}`
}

/** Every member with a kept update that touched the claim, also where it was undone later; first writer first. */
export async function whoWrote(
  claimId: string,
  at: Pick<Database | Transaction, 'execute'> = db(),
): Promise<string[]> {
  // Only the claim's own room counts: in another room its id would be somebody's invention.
  const own = sql`coalesce((select 'article:' || article_id from claims where id = ${claimId}), ${roomWriters.document})`
  const { rows } = await at.execute<{ memberId: string }>(writersIn(own, claimId))
  return rows.map(({ memberId }) => memberId)
}

/** Every member with a kept update in one of these sources: who wrote a source before it was added has written here. */
export async function whoWroteSources(
  document: string,
  sources: string[],
  at: Pick<Database | Transaction, 'selectDistinct'> = db(),
): Promise<string[]> {
  const { part, document: room, memberId } = roomWriters
  const rows = await at
    .selectDistinct({ memberId })
    .from(roomWriters)
    .where(and(isAmong(part, sources), eq(room, document)))
  return rows.map(({ memberId }) => memberId)
}
