import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Placeholder } from 'drizzle-orm/sql'
import { type Database, db, type Transaction } from '../../../db/client'
import { claims, explanationDecisions, explanations, members, people } from '../../../db/schema'
import { isThere } from '../../deleted/read-removal'
import type { Explanation } from './explanation'

/** SQL that says whether everything an explanation is about is there for a member. */
export function isOpenExplanation(memberId: string | Placeholder): SQL {
  return sql`not exists (select from ${claims}
    where ${claims.id} = any (${explanations.claims}) and not ${isThere(claims.articleId, memberId)})`
}

/** SQL that says whether nobody has decided about an explanation. */
export const isWaiting = (): SQL =>
  sql`not exists (select from ${explanationDecisions} where ${explanationDecisions.explanationId} = ${explanations.id})`

/** SQL that says whether a newer explanation that is approved has taken the place of this one, whoever may see it. */
export const isReplaced = (): SQL<boolean> => sql<boolean>`exists (select from dossier_explanations newer
  join dossier_explanation_decisions decided on decided.explanation_id = newer.id and decided.outcome = 'approved'
  where newer.replaces = ${explanations.id})`

/** What members explained in a dossier, the newest first; what is about articles that are not there for the reader is left out. */
export async function readExplanations(
  dossierId: string,
  memberId: string,
  at: Database | Transaction = db(),
): Promise<Explanation[]> {
  const [decider, judge] = [alias(members, 'decider'), alias(people, 'judge')]
  const rows = await at
    .select({
      row: explanations,
      writer: people.name,
      decision: explanationDecisions,
      judge: judge.name,
      isReplaced: isReplaced(),
    })
    .from(explanations)
    .innerJoin(members, eq(members.id, explanations.writtenBy))
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(explanationDecisions, eq(explanationDecisions.explanationId, explanations.id))
    .leftJoin(decider, eq(decider.id, explanationDecisions.memberId))
    .leftJoin(judge, eq(judge.id, decider.personId))
    .where(and(eq(explanations.dossierId, dossierId), isOpenExplanation(memberId)))
    .orderBy(desc(explanations.writtenAt), desc(explanations.id))
  return rows.map(({ row, writer, decision, judge, isReplaced }) => ({
    ...{ id: row.id, pairs: row.pairs, claims: row.claims, reason: row.reason, text: row.text },
    ...{ by: { id: row.writtenBy, name: writer }, at: row.writtenAt },
    ...{ replaces: row.replaces, takesBack: row.takesBack, isReplaced },
    decided: decision && {
      ...{ by: { id: decision.memberId, name: judge ?? '' }, outcome: decision.outcome },
      ...{ note: decision.note, at: decision.decidedAt },
    },
  }))
}
