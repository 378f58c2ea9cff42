import { eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../../db/client'
import { isAmong } from '../../../db/ids'
import { members, people, reviews } from '../../../db/schema'
import type { Decision } from '../../../db/vocabulary'

/** One editor's decision on a submission; the time is ISO 8601. */
export type Review = { editorId: string; editor: string; decision: Decision; note: string; decidedAt: string }

/** What was decided on each of some submissions, by the submission's id, the first decision first. */
export async function readReviews(ids: string[], on: Database | Transaction): Promise<Map<string, Review[]>> {
  const { submissionId, editorId, decision, note, decidedAt } = reviews
  const rows = await on
    .select({ submissionId, review: { editorId, editor: people.name, decision, note, decidedAt } })
    .from(reviews)
    .innerJoin(members, eq(members.id, editorId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(isAmong(submissionId, ids))
    .orderBy(decidedAt)
  const found = new Map<string, Review[]>()
  for (const { submissionId, review } of rows) {
    const decidedAt = review.decidedAt.toISOString()
    found.set(submissionId, [...(found.get(submissionId) ?? []), { ...review, decidedAt }])
  }
  return found
}
