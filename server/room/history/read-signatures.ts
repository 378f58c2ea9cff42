import { and, eq, isNull, ne, or } from 'drizzle-orm'
import { db } from '../../../db/client'
import { assignments, members, people, publications, reviews, submissions } from '../../../db/schema'
import type { Signature } from './history'

/** What was signed about a claim of this article: submissions, withdrawals, decisions, versions and hand-over notes. */
export async function readSignatures(articleId: string, claimId: string): Promise<Signature[]> {
  const [submitted, decided, handedOver] = await Promise.all([
    readSubmissions(articleId, claimId),
    readDecisions(articleId, claimId),
    readHandOvers(articleId, claimId),
  ])
  return [...submitted, ...decided, ...handedOver]
}

async function readSubmissions(articleId: string, claimId: string): Promise<Signature[]> {
  const rows = await db()
    .select()
    .from(submissions)
    .where(and(eq(submissions.claimId, claimId), eq(submissions.articleId, articleId)))
  return rows.flatMap(({ id, submittedAt, submittedBy: memberId, kind, publicNote: note, withdrawnAt }) => {
    const signed: Signature[] = [{ id, at: submittedAt, memberId, signed: { what: 'submitted', kind, note } }]
    // Only the one who made a submission may take it back.
    if (withdrawnAt) signed.push({ id, at: withdrawnAt, memberId, signed: { what: 'withdrawn' } })
    return signed
  })
}

/** The approval that published a version is told as the version. */
async function readDecisions(articleId: string, claimId: string): Promise<Signature[]> {
  const rows = await db()
    .select({ review: reviews, version: publications })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .leftJoin(
      publications,
      and(eq(publications.submissionId, reviews.submissionId), eq(publications.approvedBy, reviews.editorId)),
    )
    .where(and(eq(submissions.claimId, claimId), eq(submissions.articleId, articleId)))
  return rows.map(({ review: { id, editorId: memberId, decidedAt: at, decision, note }, version }) => {
    if (decision === 'returned') return { id, at, memberId, signed: { what: 'returned', note } }
    if (!version) return { id, at, memberId, signed: { what: 'approved', note } }
    const { version: number, kind, publicNote } = version
    return { id, at, memberId, signed: { what: 'published', version: number, kind, note: publicNote } }
  })
}

/** Every note that was left for whoever has the claim next. A row that only carried one to the pool left none. */
async function readHandOvers(articleId: string, claimId: string): Promise<Signature[]> {
  const rows = await db()
    .select({
      id: assignments.id,
      at: assignments.assignedAt,
      memberId: assignments.assignedBy,
      note: assignments.note,
      to: people.name,
    })
    .from(assignments)
    .leftJoin(members, eq(members.id, assignments.assignedTo))
    .leftJoin(people, eq(people.id, members.personId))
    .where(
      and(
        ...[eq(assignments.claimId, claimId), eq(assignments.articleId, articleId), ne(assignments.note, '')],
        or(isNull(assignments.poolReason), eq(assignments.poolReason, 'given-back')),
      ),
    )
  return rows.map(({ to, note, ...row }) => ({ ...row, signed: { what: 'handed-over', to, note } }))
}
