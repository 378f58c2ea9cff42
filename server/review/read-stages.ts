import { and, desc, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, members, people, publications, submissions, underReview } from '../../db/schema'
import type { Decision, Stage, SubmissionKind, Verdict } from '../../db/vocabulary'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { claimPath } from '../publication/publication'
import { say } from '../refusal'
import { readPassages } from '../revision/passage/read-passages'
import { type PassageTask, taskOf } from '../revision/revision'
import { readFacts, type SubmissionFacts } from './read-facts'
import { isAhead, isCalledOff, type Release } from './release/release'
import { type Doubt, hasChangedSinceSubmitted, stageOf } from './stage'
import { decisionOf, isOpen } from './submission'

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
    returns: number
    returnsNeeded: number
    /** When it goes out by itself; null where nothing is planned, or no longer. */
    publishAt: Date | null
  } | null
  /** What editors returned the newest submission with. */
  returned: { note: string; editor: string; at: Date } | null
  published: {
    number: number
    version: number
    path: string
    hash: string
    verdict: Verdict | null
    kind: SubmissionKind
    at: Date
    doubt: Doubt | null
    /** What readers are told while it is under review. */
    underReview: { line: string; editor: string; at: Date } | null
  } | null
  /** What is to be done as the publisher changed its passage; null where nothing is. */
  passage: PassageTask | null
}

/** The stage of every claim of an article that is not deleted, from rows alone. */
export async function readStages(articleId: string, member: Member): Promise<ClaimStage[]> {
  const [projected, submitted, published, passages] = await Promise.all([
    readProjected(articleId, member),
    readFacts(eq(submissions.articleId, articleId)),
    readPublished(articleId),
    readPassages(articleId),
  ])
  const tasks = new Map(passages.map((passage) => [passage.claimId, taskOf(passage)]))
  return projected.map((claim) => {
    // Both lists are newest first, so the first match is the newest.
    const newest = submitted.find((submission) => submission.claimId === claim.id)
    const version = published.find((publication) => publication.claimId === claim.id)
    const passage = tasks.get(claim.id) ?? null
    return claimStage({ ...claim, passage }, newest && !newest.withdrawnAt ? newest : null, version ?? null)
  })
}

type Projected = Awaited<ReturnType<typeof readProjected>>[number] & Pick<ClaimStage, 'passage'>
type Published = Awaited<ReturnType<typeof readPublished>>[number]

function claimStage(
  claim: Projected,
  newest: SubmissionFacts | null,
  published: Published | null,
): ClaimStage {
  const submission = newest && { hash: newest.hash, kind: newest.kind, decision: standing(newest) }
  const facts = {
    isReady: claim.notReady === null,
    isReopened: claim.passage === 'reopened',
    hash: claim.hash,
    submission,
    publishedHash: published?.hash ?? null,
    doubt: published && doubtAbout(published),
  }
  return {
    claimId: claim.id,
    stage: stageOf(facts),
    hasChangedSinceSubmitted: hasChangedSinceSubmitted(facts),
    submission: newest && submissionOf(newest),
    returned: newest && submission?.decision === 'returned' ? returnedWith(newest) : null,
    published: published && publishedAs(published),
    passage: claim.passage,
  }
}

function submissionOf(facts: SubmissionFacts): ClaimStage['submission'] {
  const { id, hash, kind, submittedAt, approvalsNeeded, returnsNeeded } = facts
  const approvals = facts.reviews.filter((review) => review.decision === 'approved').length
  return {
    id,
    hash,
    kind,
    submittedBy: { id: facts.submittedBy, name: facts.submitter },
    submittedAt,
    isOpen: isOpen(facts),
    decision: standing(facts),
    publishAt: isAhead(facts.release) && facts.release ? new Date(facts.release.publishAt) : null,
    approvals,
    approvalsNeeded,
    returns: facts.reviews.length - approvals,
    returnsNeeded,
  }
}

/** What was decided, as far as the claim's stage goes: what was approved for later is in review until its time. */
const standing = (facts: SubmissionFacts) => (isAhead(facts.release) ? null : decisionOf(facts))

function calledOff({ editor, outcome }: Release): ClaimStage['returned'] {
  if (!outcome) return null
  const note = outcome.refusal
    ? say({ code: 'release-refused', values: { why: say(outcome.refusal) } })
    : outcome.note
  return { note, editor: outcome.editor ?? editor, at: new Date(outcome.at) }
}

/** The notes it came back with; of three who voted, two may have returned it. */
function returnedWith({ reviews, release }: SubmissionFacts): ClaimStage['returned'] {
  if (release?.outcome && isCalledOff(release)) return calledOff(release)
  const returns = reviews.filter(({ decision }) => decision === 'returned')
  const last = returns.at(-1)
  if (!last) return null
  const note = returns.map((review) => review.note).join('\n\n')
  return { note, editor: returns.map(({ editor }) => editor).join(', '), at: new Date(last.decidedAt) }
}

function publishedAs(published: Published): ClaimStage['published'] {
  const { number, version, kind, hash, content, publishedAt, underReview } = published
  const path = claimPath(number, content.claim.statement)
  const { verdict } = content.claim
  return {
    number,
    version,
    path,
    hash,
    verdict,
    kind,
    at: publishedAt,
    doubt: doubtAbout(published),
    underReview,
  }
}

function doubtAbout({ kind, underReview }: Published): Doubt | null {
  if (underReview) return 'under-review'
  return kind === 'retraction' ? 'retracted' : null
}

function readProjected(articleId: string, { id, deskId }: Member) {
  return db()
    .select({ id: claims.id, hash: claims.hash, notReady: claims.notReady })
    .from(claims)
    .where(
      and(
        eq(claims.articleId, articleId),
        eq(claims.deskId, deskId),
        eq(claims.isDeleted, false),
        isThere(claims.articleId, id),
      ),
    )
    .orderBy(claims.start, claims.id)
}

async function readPublished(articleId: string) {
  const rows = await db()
    .select({
      publication: publications,
      underReview: { line: underReview.line, editor: people.name, at: underReview.putAt },
    })
    .from(publications)
    .leftJoin(underReview, eq(underReview.publicationId, publications.id))
    .leftJoin(members, eq(members.id, underReview.editorId))
    .leftJoin(people, eq(people.id, members.personId))
    .where(eq(publications.articleId, articleId))
    .orderBy(desc(publications.version))
  return rows.map(({ publication, underReview: put }) => ({
    ...publication,
    underReview:
      put?.line && put.editor && put.at ? { line: put.line, editor: put.editor, at: put.at } : null,
  }))
}
