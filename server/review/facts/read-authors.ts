import { sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../../db/client'
import { asIds } from '../../../db/ids'
import { desks, roomWriters, suggestionDecisions, suggestions } from '../../../db/schema'
import { documentOf } from '../../room/doc/room-doc'

/** A submission as its authors are asked for: those known when it was made, and the ids of the sources in its copy. */
export type Copy = { claimId: string; articleId: string; authors: string[]; sources: string[] }

type Wrote = { part: string; document: string | null; memberId: string }

/**
 * Everybody who may not decide on each of some submissions, in their order and in one question for all. An edit made
 * after submitting, or undone, is an edit all the same, and so is a wording that was taken; what a rule wrote in
 * somebody's name is none.
 */
export async function readAuthors(
  copies: Copy[],
  on: Pick<Database | Transaction, 'execute'>,
): Promise<string[][]> {
  if (copies.length === 0) return []
  const claims = asIds(copies.map(({ claimId }) => claimId))
  const parts = asIds(copies.flatMap((copy) => [copy.claimId, ...copy.sources]))
  const { rows } = await on.execute<Wrote>(sql`
    select ${roomWriters.part}, ${roomWriters.document}, ${roomWriters.memberId} as "memberId"
      from ${roomWriters} where ${roomWriters.part} = any (${parts})
    union all
    select distinct ${suggestions.claimId}, null, ${suggestions.suggestedBy}
      from ${suggestions}
        join ${suggestionDecisions} on ${suggestionDecisions.suggestionId} = ${suggestions.id}
        join ${desks} on ${desks.id} = ${suggestions.deskId}
      where ${suggestions.claimId} = any (${claims}) and ${suggestionDecisions.isTaken}
        and ${desks.suggestersAreAuthors}`)
  const wrote = new Map<string, Wrote[]>()
  for (const row of rows) wrote.set(row.part, [...(wrote.get(row.part) ?? []), row])
  return copies.map((copy) => authorsOf(copy, wrote))
}

/** Only the claim's own room counts: in another room its id, or that of a source, is somebody's invention. */
function authorsOf({ claimId, articleId, authors, sources }: Copy, wrote: Map<string, Wrote[]>): string[] {
  const here = [claimId, ...sources]
    .flatMap((part) => wrote.get(part) ?? [])
    .filter(({ document }) => document === null || document === documentOf(articleId))
  return [...new Set([...authors, ...here.map(({ memberId }) => memberId)])]
}
