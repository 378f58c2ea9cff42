import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { claims, desks, members, people, revisions, submissions } from '../../../db/schema'
import type { Decision, SubmissionKind } from '../../../db/vocabulary'
import { paragraphsAround } from '../../article/frozen-text'
import { type Check, whyNotTicked } from '../../check-list/check-list'
import { readChecks } from '../../check-list/read-check-list'
import type { Confidence } from '../../claim/confidence'
import type { Scale } from '../../claim/scale'
import { whyNotCleared } from '../../clearance/clearance'
import { readClearances } from '../../clearance/read-clearances'
import { isOpenTo, refuseAbsent } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { claimPath } from '../../publication/publication'
import { type Refusal, Refused } from '../../refusal'
import { readScaleOf } from '../../scale/read-scale'
import { readWhyNotSeconded } from '../../second-verdict/read-second-verdicts'
import { mayFetchBefore } from '../../second-verdict/second-verdict'
import { readDepending } from '../../source/words/read-depending'
import { readWhyGone } from '../facts/read-gone'
import type { Review } from '../facts/read-reviews'
import { newerSubmission, readFacts, type SubmissionFacts } from '../read-facts'
import type { Release } from '../release/release'
import { decisionOf, type FrozenClaim, isOpen, whyNotDecide } from '../submission'
import { type Evidence, evidenceOf } from './evidence'
import { type LeftOpen, leftOpen } from './left-open'
import { readLeftOpen } from './read-left-open'
import { readVersions, versionBefore } from './read-versions'

/** Everything the approval page shows of one submission. */
export type SubmissionPage = {
  id: string
  claimId: string
  hash: string
  kind: SubmissionKind
  publicNote: string
  /** Why it is corrected, for the desk alone; empty where nobody said. */
  submittedReason: string
  claim: FrozenClaim
  /** The scale its verdict is on. */
  scale: Scale
  topics: string[]
  submittedAt: Date
  submitter: { id: string; name: string }
  /** The submitter first, then everybody else whose edits are in the claim. */
  authors: { id: string; name: string }[]
  article: { id: string; title: string; publisher: string | null; published: string | null; revision: number }
  /** The paragraphs the quote stands in, with its place in them; null when the quote does not stand there. */
  context: { before: string; quote: string; after: string; paragraph: number } | null
  /** The version readers had before this one. */
  previous: { version: number; claim: FrozenClaim; approvedBy: string[]; at: Date } | null
  /** The claim's public number, once it has one. */
  number: number | null
  /** The version it becomes, or became. */
  version: number
  evidence: Evidence[]
  /** What the desk has its editors check by hand, with who ticked it. */
  checks: Check[]
  reason: Refusal | null
  /** Why it cannot be approved yet, though this member may decide. */
  whyNotApprove: Refusal | null
  isOpen: boolean
  /** Whether what stands beside it in the queue may be fetched before it is opened. */
  mayFetchBeside: boolean
  /** Whether its claim was deleted or merged into another, and readers do not have it. */
  isDeleted: boolean
  /** The claim's newest submission, where this is an older one. */
  newerId: string | null
  decision: Decision | null
  reviews: Review[]
  approvalsNeeded: number
  returnsNeeded: number
  release: Release | null
  /** The desk's, in which a release is planned. */
  timeZone: string
  hasChangedSince: boolean
  /** How sure the desk is of its verdict, as the room has it now: it is in no submission. */
  confidence: Confidence | null
  leftOpen: LeftOpen[]
  publication: { number: number; version: number; path: string } | null
}

/** One submission as a member of its desk sees it; elsewhere it looks like one that is not there. */
export async function readSubmission(submissionId: string, member: Member): Promise<SubmissionPage> {
  const here = and(
    eq(submissions.id, submissionId),
    eq(submissions.deskId, member.deskId),
    isOpenTo(submissions.articleId, member.id),
  )
  const [[facts], [stored]] = await Promise.all([readFacts(here), readStored(here)])
  if (!facts || !stored?.revision) throw new Refused({ code: 'submission-unknown' })
  await refuseAbsent(member, facts.articleId)
  const [scale, versions, authors, open, whyGone, whyNotSeconded, clearances] = await Promise.all([
    readScaleOf(submissionId),
    readVersions(facts.claimId),
    readAuthors(facts),
    readLeftOpen(facts.claimId, member),
    readWhyGone(facts),
    readWhyNotSeconded(facts),
    readClearances(facts.claimId),
  ])
  const own = versions.find((version) => version.submissionId === facts.id)
  const previous = versionBefore(versions, facts, own?.version ?? null)
  const { frozen, topics, revision, sourcesNeeded } = stored
  const decidedAt = decisionOf(facts) ? new Date(facts.reviews.at(-1)?.decidedAt ?? facts.submittedAt) : null
  const { checks, isDemanded } = await readChecks({ ...facts, kind: frozen.kind, decidedAt })
  const hasChangedSince = stored.hashNow !== null && stored.hashNow !== facts.hash
  return {
    id: facts.id,
    claimId: facts.claimId,
    hash: facts.hash,
    kind: facts.kind,
    publicNote: facts.publicNote,
    submittedReason: stored.reason,
    claim: frozen,
    scale,
    topics,
    submittedAt: facts.submittedAt,
    submitter: { id: facts.submittedBy, name: facts.submitter },
    authors,
    article: { ...headOf(revision), id: facts.articleId, revision: revision.number },
    context: paragraphsAround(revision.blocks, revision.text, frozen.selectors.position),
    previous: previous && {
      version: previous.version,
      claim: previous.content.claim,
      approvedBy: previous.content.approvedBy,
      at: previous.publishedAt,
    },
    number: versions[0]?.number ?? null,
    version: own?.version ?? (previous?.version ?? 0) + 1,
    evidence: evidenceOf(frozen, {
      ...{ text: revision.text, revision: revision.number, sourcesNeeded },
      depending: await readDepending(facts.id, frozen.sources),
    }),
    checks,
    reason: whyNotDecide(facts, member),
    whyNotApprove:
      whyGone ?? whyNotTicked(checks, { isDemanded }) ?? whyNotSeconded ?? whyNotCleared(clearances, facts),
    isOpen: isOpen(facts),
    isDeleted: whyGone !== null,
    mayFetchBeside: mayFetchBefore(stored.secondRule),
    newerId: stored.newerId,
    decision: decisionOf(facts),
    reviews: facts.reviews,
    approvalsNeeded: facts.approvalsNeeded,
    returnsNeeded: facts.returnsNeeded,
    release: facts.release,
    timeZone: stored.timeZone,
    hasChangedSince,
    confidence: stored.confidence,
    leftOpen: leftOpen(frozen, { ...open, hasChangedSince }),
    publication: own
      ? {
          number: own.number,
          version: own.version,
          path: claimPath(own.number, own.content.claim.statement),
        }
      : null,
  }
}

const isItsRevision = and(
  eq(revisions.articleId, submissions.articleId),
  eq(revisions.hash, sql`${submissions.frozen} ->> 'revision'`),
)

function readStored(condition: SQL | undefined) {
  return db()
    .select({
      frozen: submissions.frozen,
      topics: submissions.topics,
      reason: submissions.reason,
      revision: revisions,
      sourcesNeeded: desks.sourcesNeeded,
      timeZone: desks.timeZone,
      secondRule: desks.secondVerdicts,
      hashNow: claims.hash,
      newerId: newerSubmission,
      confidence: claims.confidence,
    })
    .from(submissions)
    .innerJoin(desks, eq(desks.id, submissions.deskId))
    .leftJoin(claims, eq(claims.id, submissions.claimId))
    .leftJoin(revisions, isItsRevision)
    .where(condition)
}

async function readAuthors({ authors, submittedBy }: SubmissionFacts) {
  const named = await db()
    .select({ id: members.id, name: people.name })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(inArray(members.id, authors))
    .orderBy(people.name)
  return named.toSorted((one, other) => Number(other.id === submittedBy) - Number(one.id === submittedBy))
}

function headOf({ title, publisher, published }: typeof revisions.$inferSelect) {
  return { title, publisher, published }
}
