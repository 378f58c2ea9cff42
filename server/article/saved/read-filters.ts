import { and, eq, or, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../../db/client'
import { members, people, savedFilters } from '../../../db/schema'
import type { Member } from '../../member/member'
import type { SavedFilter } from './saved-filter'

/** The member's own filters and those shared with the desk, by name. */
export function readFilters(member: Member, at: Database | Transaction = db()): Promise<SavedFilter[]> {
  return at
    .select({
      id: savedFilters.id,
      name: savedFilters.name,
      filter: savedFilters.filter,
      isShared: savedFilters.isShared,
      by: { id: members.id, name: people.name },
    })
    .from(savedFilters)
    .innerJoin(members, eq(members.id, savedFilters.savedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        eq(savedFilters.deskId, member.deskId),
        or(eq(savedFilters.savedBy, member.id), savedFilters.isShared),
      ),
    )
    .orderBy(sql`lower(${savedFilters.name})`, savedFilters.id)
}
