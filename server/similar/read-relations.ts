import { and, desc, eq, or } from 'drizzle-orm'
import { db } from '../../db/client'
import { claimRelations, members, people } from '../../db/schema'
import type { Member } from '../member/member'
import type { SimilarClaim } from './similar'

/** What members of the desk last said of a claim and each other one, by the other's id. */
export async function readRelations(
  { deskId }: Member,
  claimId: string,
): Promise<Map<string, NonNullable<SimilarClaim['relation']>>> {
  const rows = await db()
    .select({ row: claimRelations, by: people.name })
    .from(claimRelations)
    .innerJoin(members, eq(members.id, claimRelations.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        eq(claimRelations.deskId, deskId),
        or(eq(claimRelations.claimId, claimId), eq(claimRelations.otherId, claimId)),
      ),
    )
    .orderBy(desc(claimRelations.saidAt), desc(claimRelations.id))
  const latest = new Map<string, NonNullable<SimilarClaim['relation']>>()
  for (const { row, by } of rows) {
    const isReversed = row.otherId === claimId
    const other = isReversed ? row.claimId : row.otherId
    if (!latest.has(other)) latest.set(other, { relation: row.relation, isReversed, by, at: row.saidAt })
  }
  return latest
}
