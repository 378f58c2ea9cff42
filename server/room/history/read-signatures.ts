import { and, eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { publications, reviews, submissions } from '../../../db/schema'
import type { Signature } from './history'

/** What was signed about a claim of this article: submissions, withdrawals, decisions and versions. */
export async function readSignatures(articleId: string, claimId: string): Promise<Signature[]> {
  const [submitted, decided] = await Promise.all([
    readSubmissions(articleId, claimId),
    readDecisions(articleId, claimId),
  ])
  return [...submitted, ...decided]
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
