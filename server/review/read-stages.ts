import { and, desc, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, publications, submissions } from '../../db/schema'
import type { Decision, Stage, SubmissionKind, Verdict } from '../../db/vocabulary'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { claimPath } from '../publication/publication'
import { type Review, readFacts, type SubmissionFacts } from './read-facts'
import { hasChangedSinceSubmitted, stageOf } from './stage'
import { isDecided, isOpen } from './submission'

/** Where one claim stands, with what its stage follows from. Hashes are those of `claimHash`. */
export type ClaimStage = {
  claimId: string
  stage: Stage
  hasChangedSinceSubmitted: boolean
  /** The newest submission, unless it was withdrawn. */
  submission: {
    id: string
    hash: string
    kind: SubmissionKind
    submittedBy: { id: string; name: string }
    submittedAt: Date
    isOpen: boolean
    decision: Decision | null
    approvals: number
    approvalsNeeded: number
  } | null
  /** The note an editor returned the newest submission with. */
  returned: { note: string; editor: string; at: Date } | null
  published: {
    number: number
    version: number
    path: string
    hash: string
    verdict: Verdict | null
    at: Date
  } | null
}

/** The stage of every claim of an article that is not deleted, from rows alone. */
export async function readStages(articleId: string, member: Member): Promise<ClaimStage[]> {
  const [projected, submitted, published] = await Promise.all([
    readProjected(articleId, member.deskId),
    readFacts(eq(submissions.articleId, articleId)),
    readPublished(articleId),
  ])
  return projected.map((claim) => {
    // Both lists are newest first, so the first match is the newest.
    const newest = submitted.find((submission) => submission.claimId === claim.id)
    const version = published.find((publication) => publication.claimId === claim.id)
    return claimStage(claim, newest && !newest.withdrawnAt ? newest : null, version ?? null)
  })
}

type Projected = Awaited<ReturnType<typeof readProjected>>[number]
type Published = Awaited<ReturnType<typeof readPublished>>[number]

function claimStage(
  claim: Projected,
  newest: SubmissionFacts | null,
  published: Published | null,
): ClaimStage {
  const submission = newest && { hash: newest.hash, decision: decisionOf(newest) }
  const facts = {
    isReady: claim.notReady === null,
    hash: claim.hash,
    submission,
    publishedHash: published?.hash ?? null,
  }
  return {
    claimId: claim.id,
    stage: stageOf(facts),
    hasChangedSinceSubmitted: hasChangedSinceSubmitted(facts),
    submission: newest && submissionOf(newest),
    returned: newest && returnedWith(newest.reviews),
    published: published && publishedAs(published),
  }
}

/** What was decided about a submission; null while it waits, also between the first approval and the last one needed. */
export function decisionOf(submission: SubmissionFacts): Decision | null {
  if (!isDecided(submission)) return null
  return submission.reviews.some((review) => review.decision === 'returned') ? 'returned' : 'approved'
}

function submissionOf(facts: SubmissionFacts): ClaimStage['submission'] {
  const { id, hash, kind, submittedAt, approvalsNeeded } = facts
  return {
    id,
    hash,
    kind,
    submittedBy: { id: facts.submittedBy, name: facts.submitter },
    submittedAt,
    isOpen: isOpen(facts),
    decision: decisionOf(facts),
    approvals: facts.reviews.filter((review) => review.decision === 'approved').length,
    approvalsNeeded,
  }
}

function returnedWith(reviews: Review[]): ClaimStage['returned'] {
  const review = reviews.find(({ decision }) => decision === 'returned')
  return review ? { note: review.note, editor: review.editor, at: new Date(review.decidedAt) } : null
}

function publishedAs({ number, version, hash, content, publishedAt }: Published): ClaimStage['published'] {
  const path = claimPath(number, content.claim.statement)
  return { number, version, path, hash, verdict: content.claim.verdict, at: publishedAt }
}

function readProjected(articleId: string, deskId: string) {
  return db()
    .select({ id: claims.id, hash: claims.hash, notReady: claims.notReady })
    .from(claims)
    .where(
      and(
        eq(claims.articleId, articleId),
        eq(claims.deskId, deskId),
        eq(claims.isDeleted, false),
        isThere(claims.articleId),
      ),
    )
    .orderBy(claims.start, claims.id)
}

function readPublished(articleId: string) {
  return db()
    .select()
    .from(publications)
    .where(eq(publications.articleId, articleId))
    .orderBy(desc(publications.version))
}
