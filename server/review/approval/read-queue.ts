import { and, desc, eq, gte, inArray, isNull, not, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { claims, desks, publications, reviews, revisions, submissions } from '../../../db/schema'
import type { Decision, Verdict } from '../../../db/vocabulary'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import type { Refusal } from '../../refusal'
import { isSuperseded, readFacts, type SubmissionFacts } from '../read-facts'
import { isDecided, isOpen, whyNotDecide } from '../submission'

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
  waiting: Listed[]
  /** What waits for another editor, because this member's edits are in it. */
  ownEdits: NotYours[]
  /** What else waits for somebody else. */
  others: NotYours[]
  /** What came back to its authors and was not submitted again, newest first. */
  returned: Decided[]
  /** What was decided since the desk's midnight, newest first. */
  decidedToday: Decided[]
}
type NotYours = Listed & { reason: Refusal }

/** What waits for a decision on the member's desk, what came back, and what was decided today. */
export async function readQueue(member: Member): Promise<Queue> {
  const [current, today] = await Promise.all([readCurrent(member.deskId), readDecidedToday(member.deskId)])
  const describe = await describer([...current, ...today])
  const open = current
    .filter(isOpen)
    .toReversed()
    .map((facts) => ({ ...describe(facts), reason: whyNotDecide(facts, member) }))
  const refused = open.flatMap(({ reason, ...line }) => (reason ? [{ ...line, reason }] : []))
  return {
    waiting: open.flatMap(({ reason, ...line }) => (reason ? [] : [line])),
    ownEdits: refused.filter(({ reason }) => reason.code === 'own-edits'),
    others: refused.filter(({ reason }) => reason.code !== 'own-edits'),
    returned: decisionsOn(current, describe).filter(({ decision }) => decision === 'returned'),
    decidedToday: decisionsOn(today, describe),
  }
}

/** How many submissions wait for this member: the number beside Approvals. */
export async function countWaiting(member: Member): Promise<{ waiting: number }> {
  const current = await readCurrent(member.deskId)
  return { waiting: current.filter((facts) => whyNotDecide(facts, member) === null).length }
}

/** Each claim's newest submission, unless it was withdrawn or published: it waits, or it came back. */
function readCurrent(deskId: string): Promise<SubmissionFacts[]> {
  const isPublished = sql`exists (select from ${publications} where ${publications.submissionId} = ${submissions.id})`
  const isClaim = sql`exists (select from ${claims} where ${claims.id} = ${submissions.claimId} and not ${claims.isDeleted})`
  return readFacts(
    and(
      eq(submissions.deskId, deskId),
      isNull(submissions.withdrawnAt),
      not(isPublished),
      not(isSuperseded),
      isClaim,
      isThere(submissions.articleId),
    ),
  )
}

function readDecidedToday(deskId: string): Promise<SubmissionFacts[]> {
  const midnight = sql`(
    select date_trunc('day', now() at time zone time_zone) at time zone time_zone
    from ${desks} where id = ${deskId})`
  const decided = db()
    .select({ id: reviews.submissionId })
    .from(reviews)
    .where(gte(reviews.decidedAt, midnight))
  return readFacts(
    and(eq(submissions.deskId, deskId), inArray(submissions.id, decided), isThere(submissions.articleId)),
  )
}

function decisionsOn(all: SubmissionFacts[], describe: (facts: SubmissionFacts) => Listed): Decided[] {
  const decided = all.flatMap((facts) => {
    const review = facts.reviews.at(-1)
    if (!review || !isDecided(facts)) return []
    const { decision, note, editor } = review
    return [{ ...describe(facts), decision, note, editor, decidedAt: new Date(review.decidedAt) }]
  })
  return decided.sort((one, other) => other.decidedAt.getTime() - one.decidedAt.getTime())
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
    .where(inArray(articleId, articleIds))
    .orderBy(articleId, desc(revisions.number))
}

function readVersions(claimIds: string[]) {
  const { claimId, submissionId, version } = publications
  return db()
    .select({ claimId, submissionId, version })
    .from(publications)
    .where(inArray(claimId, claimIds))
    .orderBy(version)
}
