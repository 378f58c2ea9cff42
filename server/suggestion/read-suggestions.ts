import { and, asc, count, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db, type Transaction } from '../../db/client'
import { desks, members, people, suggestionDecisions, suggestions, suggestionWritings } from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { Suggestion } from './suggestion'

/** How many wordings are suggested for a claim and not settled. */
export async function countSuggestions(claimId: string, member: Member): Promise<number> {
  const [row] = await db()
    .select({ open: count() })
    .from(suggestions)
    .leftJoin(suggestionDecisions, eq(suggestionDecisions.suggestionId, suggestions.id))
    .leftJoin(suggestionWritings, eq(suggestionWritings.suggestionId, suggestions.id))
    .where(isUnsettled(claimId, member))
  return row?.open ?? 0
}

/** The wordings that are suggested for a claim's texts and not settled, the oldest first. */
export async function readSuggestions(claimId: string, member: Member): Promise<Suggestion[]> {
  const [taker, takerName] = [alias(members, 'taker'), alias(people, 'taker_name')]
  const rows = await db()
    .select({
      id: suggestions.id,
      claimId: suggestions.claimId,
      field: suggestions.field,
      before: suggestions.before,
      after: suggestions.after,
      reason: suggestions.reason,
      by: { id: members.id, name: people.name },
      at: suggestions.suggestedAt,
      takenBy: { id: taker.id, name: takerName.name },
      takenAt: suggestionDecisions.decidedAt,
    })
    .from(suggestions)
    .innerJoin(members, eq(members.id, suggestions.suggestedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(suggestionDecisions, eq(suggestionDecisions.suggestionId, suggestions.id))
    .leftJoin(suggestionWritings, eq(suggestionWritings.suggestionId, suggestions.id))
    .leftJoin(taker, eq(taker.id, suggestionDecisions.memberId))
    .leftJoin(takerName, eq(takerName.id, taker.personId))
    .where(isUnsettled(claimId, member))
    .orderBy(asc(suggestions.suggestedAt), asc(suggestions.id))
  return rows.map(({ takenBy: { id, name }, takenAt, ...row }) => ({
    ...row,
    taken: id !== null && name !== null && takenAt ? { by: { id, name }, at: takenAt } : null,
  }))
}

/** Nobody has decided, or it was taken and its words are not known to be in the room. */
function isUnsettled(claimId: string, { id, deskId }: Member): SQL | undefined {
  return and(
    eq(suggestions.claimId, claimId),
    eq(suggestions.deskId, deskId),
    or(
      isNull(suggestionDecisions.suggestionId),
      and(suggestionDecisions.isTaken, isNull(suggestionWritings.suggestionId)),
    ),
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
