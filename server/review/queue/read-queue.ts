import { and, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { isAmong } from '../../../db/ids'
import { desks, openings, publications, reviews, revisions, submissions } from '../../../db/schema'
import type { Decision, Verdict } from '../../../db/vocabulary'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import type { Refusal } from '../../refusal'
import { say } from '../../refusal'
import { readFacts, type SubmissionFacts } from '../read-facts'
import { isCalledOff, type ReleaseOutcome } from '../release/release'
import { decisionOf, isOpen, whyNotDecide } from '../submission'
import { isCurrent } from './read-standing'

/** One submission in a list. */
export type Listed = {
  id: string
  claimId: string
  articleId: string
  title: string
  publisher: string | null
  /** When the article was published, as precise as stated. */
  published: string | null
  statement: string
  verdict: Verdict | null
  submittedBy: string
  submittedAt: Date
  /** The version it becomes, or became. */
  version: number
}
export type Decided = Listed & { decision: Decision; note: string; editor: string; decidedAt: Date }
export type Queue = {
  /** What this member may decide on, the longest wait first. */
  waiting: Waiting[]
  /** What waits for another editor, because this member's edits are in it. */
  ownEdits: NotYours[]
  /** What else waits for somebody else. */
  others: NotYours[]
  /** What came back to its authors and was not submitted again, newest first. */
  returned: Decided[]
  /** What was decided since the desk's midnight, newest first. */
  decidedToday: Decided[]
}
/** Whether this member has opened it: only then may they approve it among several. */
type Waiting = Listed & { isOpened: boolean }
type NotYours = Listed & { reason: Refusal }

/** What waits for a decision on the member's desk, what came back, and what was decided today. */
export async function readQueue(member: Member): Promise<Queue> {
  const [current, today] = await Promise.all([readFacts(isCurrent(member)), readDecidedToday(member)])
  const [describe, opened] = await Promise.all([describer([...current, ...today]), readOpened(member)])
  const open = current
    .filter(isOpen)
    .toReversed()
    .map((facts) => ({ ...describe(facts), reason: whyNotDecide(facts, member) }))
  const refused = open.flatMap(({ reason, ...line }) => (reason ? [{ ...line, reason }] : []))
  return {
    waiting: open.flatMap(({ reason, ...line }) =>
      reason ? [] : [{ ...line, isOpened: opened.has(line.id) }],
    ),
    ownEdits: refused.filter(({ reason }) => reason.code === 'own-edits'),
    others: refused.filter(({ reason }) => reason.code !== 'own-edits'),
    returned: decisionsOn(current, describe).filter(({ decision }) => decision === 'returned'),
    decidedToday: decisionsOn(today, describe),
  }
}

/** The open submissions that a member has opened. */
async function readOpened({ id, deskId }: Member): Promise<Set<string>> {
  const found = await db()
    .select({ id: openings.submissionId })
    .from(openings)
    .innerJoin(submissions, eq(submissions.id, openings.submissionId))
    .where(and(eq(openings.memberId, id), eq(submissions.deskId, deskId)))
  return new Set(found.map(({ id }) => id))
}

function readDecidedToday({ id, deskId }: Member): Promise<SubmissionFacts[]> {
  const midnight = sql`(
    select date_trunc('day', now() at time zone time_zone) at time zone time_zone
    from ${desks} where id = ${deskId})`
  const decided = db()
    .select({ id: reviews.submissionId })
    .from(reviews)
    .where(gte(reviews.decidedAt, midnight))
  return readFacts(
    and(eq(submissions.deskId, deskId), inArray(submissions.id, decided), isThere(submissions.articleId, id)),
  )
}

function decisionsOn(all: SubmissionFacts[], describe: (facts: SubmissionFacts) => Listed): Decided[] {
  const decided = all.flatMap((facts): Decided[] => {
    const review = facts.reviews.at(-1)
    if (!review || !decisionOf(facts)) return []
    const off = isCalledOff(facts.release) ? facts.release?.outcome : null
    if (off) return [{ ...describe(facts), ...calledOff(off, review.editor) }]
    const { decision, note, editor } = review
    return [{ ...describe(facts), decision, note, editor, decidedAt: new Date(review.decidedAt) }]
  })
  return decided.sort((one, other) => other.decidedAt.getTime() - one.decidedAt.getTime())
}

/** A release that was called off is the last decision on its submission. */
export function calledOff({ note, refusal, editor, at }: ReleaseOutcome, approver: string) {
  const decidedAt = new Date(at)
  return {
    decision: 'returned' as const,
    note: refusal ? say(refusal) : note,
    editor: editor ?? approver,
    decidedAt,
  }
}

/** Gives each submission its article's head and the version it becomes, in two queries for the whole list. */
async function describer(all: SubmissionFacts[]): Promise<(facts: SubmissionFacts) => Listed> {
  const [heads, versions] = await Promise.all([
    readHeads(all.map(({ articleId }) => articleId)),
    readVersions(all.map(({ claimId }) => claimId)),
  ])
  return (facts) => {
    const { id, claimId, articleId, statement, verdict, submitter, submittedAt } = facts
    const head = heads.find((candidate) => candidate.articleId === articleId)
    const own = versions.find(({ submissionId }) => submissionId === id)
    const newest = versions.findLast((version) => version.claimId === claimId)
    return {
      ...{ id, claimId, articleId, statement, verdict, submittedBy: submitter, submittedAt },
      title: head?.title ?? '',
      publisher: head?.publisher ?? null,
      published: head?.published ?? null,
      version: own?.version ?? (newest?.version ?? 0) + 1,
    }
  }
}

function readHeads(articleIds: string[]) {
  const { articleId, title, publisher, published } = revisions
  return db()
    .selectDistinctOn([articleId], { articleId, title, publisher, published })
    .from(revisions)
    .where(isAmong(articleId, articleIds))
    .orderBy(articleId, desc(revisions.number))
}

function readVersions(claimIds: string[]) {
  const { claimId, submissionId, version } = publications
  return db()
    .select({ claimId, submissionId, version })
    .from(publications)
    .where(isAmong(claimId, claimIds))
    .orderBy(version)
}
