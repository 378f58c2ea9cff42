import { and, asc, count, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { desks, members, people, suggestionDecisions, suggestions } from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { Suggestion } from './suggestion'

/** How many wordings are suggested for a claim that nobody has decided about. */
export async function countSuggestions(claimId: string, member: Member): Promise<number> {
  const [row] = await db()
    .select({ open: count() })
    .from(suggestions)
    .leftJoin(suggestionDecisions, eq(suggestionDecisions.suggestionId, suggestions.id))
    .where(isUndecided(claimId, member))
  return row?.open ?? 0
}

/** The wordings that are suggested for a claim's texts and nobody has decided about, the oldest first. */
export async function readSuggestions(claimId: string, member: Member): Promise<Suggestion[]> {
  return db()
    .select({
      id: suggestions.id,
      claimId: suggestions.claimId,
      field: suggestions.field,
      before: suggestions.before,
      after: suggestions.after,
      reason: suggestions.reason,
      by: { id: members.id, name: people.name },
      at: suggestions.suggestedAt,
    })
    .from(suggestions)
    .innerJoin(members, eq(members.id, suggestions.suggestedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(suggestionDecisions, eq(suggestionDecisions.suggestionId, suggestions.id))
    .where(isUndecided(claimId, member))
    .orderBy(asc(suggestions.suggestedAt), asc(suggestions.id))
}

function isUndecided(claimId: string, { id, deskId }: Member): SQL | undefined {
  return and(
    eq(suggestions.claimId, claimId),
    eq(suggestions.deskId, deskId),
    isNull(suggestionDecisions.suggestionId),
    isThere(suggestions.articleId, id),
  )
}

/** Every member whose wording was taken into the claim, where the desk counts them as authors. */
export async function whoSuggested(
  claimId: string,
  at: Pick<Database | Transaction, 'execute'> = db(),
): Promise<string[]> {
  const { rows } = await at.execute<{ memberId: string }>(sql`
    select distinct ${suggestions.suggestedBy} as "memberId" from ${suggestions}
      join ${suggestionDecisions} on ${suggestionDecisions.suggestionId} = ${suggestions.id}
      join ${desks} on ${desks.id} = ${suggestions.deskId}
    where ${suggestions.claimId} = ${claimId} and ${suggestionDecisions.isTaken} and ${desks.suggestersAreAuthors}`)
  return rows.map(({ memberId }) => memberId)
}
