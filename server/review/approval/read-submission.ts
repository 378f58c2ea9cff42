import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { claims, desks, members, people, publications, revisions, submissions } from '../../../db/schema'
import type { Decision, SubmissionKind } from '../../../db/vocabulary'
import type { Block } from '../../article/extract/extraction'
import { blockPositions } from '../../article/frozen-text'
import type { Span } from '../../claim/quote'
import { refuseAbsent } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { claimPath } from '../../publication/publication'
import { type Refusal, Refused } from '../../refusal'
import { type Review, readFacts, type SubmissionFacts } from '../read-facts'
import { decisionOf } from '../read-stages'
import { type FrozenClaim, isOpen, whyNotDecide } from '../submission'
import { type Evidence, evidenceOf } from './evidence'

/** Everything the approval page shows of one submission. */
export type SubmissionPage = {
  id: string
  claimId: string
  hash: string
  kind: SubmissionKind
  publicNote: string
  claim: FrozenClaim
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
  reason: Refusal | null
  isOpen: boolean
  decision: Decision | null
  reviews: Review[]
  approvalsNeeded: number
  hasChangedSince: boolean
  publication: { number: number; version: number; path: string } | null
}

/** One submission as a member of its desk sees it; elsewhere it looks like one that is not there. */
export async function readSubmission(submissionId: string, member: Member): Promise<SubmissionPage> {
  const here = and(eq(submissions.id, submissionId), eq(submissions.deskId, member.deskId))
  const [[facts], [stored]] = await Promise.all([readFacts(here), readStored(here)])
  if (!facts || !stored?.revision) throw new Refused({ code: 'submission-unknown' })
  await refuseAbsent(member, facts.articleId)
  const [versions, authors] = await Promise.all([readVersions(facts.claimId), readAuthors(facts)])
  const own = versions.find((version) => version.submissionId === facts.id)
  const previous = versionBefore(versions, facts, own?.version ?? null)
  const { frozen, topics, revision, sourcesNeeded } = stored
  return {
    id: facts.id,
    claimId: facts.claimId,
    hash: facts.hash,
    kind: facts.kind,
    publicNote: facts.publicNote,
    claim: frozen,
    topics,
    submittedAt: facts.submittedAt,
    submitter: { id: facts.submittedBy, name: facts.submitter },
    authors,
    article: { ...headOf(revision), id: facts.articleId, revision: revision.number },
    context: contextOf(revision.blocks, revision.text, frozen.selectors.position),
    previous: previous && {
      version: previous.version,
      claim: previous.content.claim,
      approvedBy: previous.content.approvedBy,
      at: previous.publishedAt,
    },
    number: versions[0]?.number ?? null,
    version: own?.version ?? (previous?.version ?? 0) + 1,
    evidence: evidenceOf(frozen, { text: revision.text, revision: revision.number, sourcesNeeded }),
    reason: whyNotDecide(facts, member),
    isOpen: isOpen(facts),
    decision: decisionOf(facts),
    reviews: facts.reviews,
    approvalsNeeded: facts.approvalsNeeded,
    hasChangedSince: stored.hashNow !== null && stored.hashNow !== facts.hash,
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
      revision: revisions,
      sourcesNeeded: desks.sourcesNeeded,
      hashNow: claims.hash,
    })
    .from(submissions)
    .innerJoin(desks, eq(desks.id, submissions.deskId))
    .leftJoin(claims, eq(claims.id, submissions.claimId))
    .leftJoin(revisions, isItsRevision)
    .where(condition)
}

type Version = typeof publications.$inferSelect

function readVersions(claimId: string): Promise<Version[]> {
  return db()
    .select()
    .from(publications)
    .where(eq(publications.claimId, claimId))
    .orderBy(desc(publications.version))
}

/** What readers had when the submission was made; a submission that waits is compared with what they have now. */
function versionBefore(versions: Version[], facts: SubmissionFacts, own: number | null): Version | null {
  const earlier = versions.filter((version) => {
    if (own !== null) return version.version < own
    return isOpen(facts) || version.publishedAt < facts.submittedAt
  })
  return earlier[0] ?? null
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

function contextOf(blocks: Block[], text: string, { start, end }: Span): SubmissionPage['context'] {
  const positions = blockPositions(blocks)
  const touched = positions.filter((block) => block.start < end && block.end > start)
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) return null
  const points = Array.from(text)
  const between = (from: number, to: number) => points.slice(from, to).join('')
  return {
    before: between(first.start, start),
    quote: between(start, end),
    after: between(end, last.end),
    paragraph: positions.indexOf(first) + 1,
  }
}
