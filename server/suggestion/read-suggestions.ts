import { and, asc, eq, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { desks, members, people, suggestionDecisions, suggestions } from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { Suggestion } from './suggestion'

/** The wordings that are suggested for a claim's texts and nobody has decided about, the oldest first. */
export async function readSuggestions(claimId: string, { deskId }: Member): Promise<Suggestion[]> {
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
    .where(
      and(
        eq(suggestions.claimId, claimId),
        eq(suggestions.deskId, deskId),
        isNull(suggestionDecisions.suggestionId),
        isThere(suggestions.articleId),
      ),
    )
    .orderBy(asc(suggestions.suggestedAt), asc(suggestions.id))
}

/** SQL that gives every member whose wording was taken into the claim, where the desk counts them as authors. */
export function suggestersIn(claimId: string | SQLWrapper): SQL {
  return sql`
    select distinct ${suggestions.suggestedBy} as "memberId" from ${suggestions}
    join ${suggestionDecisions} on ${suggestionDecisions.suggestionId} = ${suggestions.id}
    join ${desks} suggester_desk on suggester_desk.id = ${suggestions.deskId}
    where ${suggestions.claimId} = ${claimId} and ${suggestionDecisions.isTaken}
      and suggester_desk.suggesters_are_authors`
}

/** The same members, read. */
export async function whoSuggested(
  claimId: string,
  at: Pick<Database | Transaction, 'execute'> = db(),
): Promise<string[]> {
  const { rows } = await at.execute<{ memberId: string }>(suggestersIn(claimId))
  return rows.map(({ memberId }) => memberId)
}
