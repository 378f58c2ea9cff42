import { and, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { desks, publications, reviews, revisions, submissions } from '../../db/schema'
import type { Decision, Verdict } from '../../db/vocabulary'
import type { Member } from '../member/member'
import type { Refusal } from '../refusal'
import { isOpen, whyNotDecide } from './submission'
import { readFacts, type SubmissionFacts } from './submission-facts'

/** One line of the queue. */
export type Waiting = {
  submissionId: string
  article: { id: string; title: string; publisher: string | null; published: string | null }
  statement: string
  verdict: Verdict | null
  submitter: string
  submittedAt: Date
  /** The version it becomes when it is approved. */
  version: number
}
export type Queue = {
  /** What this member may decide on, the longest wait first. */
  forYou: Waiting[]
  /** What waits for somebody else, with the reason. */
  forOthers: (Waiting & { reason: Refusal })[]
  decidedToday: (Waiting & { decision: Decision; editor: string; at: Date })[]
}

/** What waits for a decision on the member's desk, and what was decided since the desk's midnight. */
export async function readQueue(member: Member): Promise<Queue> {
  const [open, today] = await Promise.all([readOpen(member.deskId), readDecidedToday(member.deskId)])
  const describe = await describer([...open, ...today])
  const waiting = open
    .toReversed()
    .map((facts) => ({ ...describe(facts), reason: whyNotDecide(facts, member) }))
  return {
    forYou: waiting.filter(({ reason }) => reason === null),
    forOthers: waiting.flatMap(({ reason, ...line }) => (reason ? [{ ...line, reason }] : [])),
    decidedToday: today.flatMap((facts) => {
      const review = facts.reviews.at(-1)
      if (!review) return []
      const { decision, editor, decidedAt } = review
      return [{ ...describe(facts), decision, editor, at: new Date(decidedAt) }]
    }),
  }
}

/** How many submissions wait for this member: the number beside Approvals. */
export async function countWaiting(member: Member): Promise<number> {
  const open = await readOpen(member.deskId)
  return open.filter((facts) => whyNotDecide(facts, member) === null).length
}

async function readOpen(deskId: string): Promise<SubmissionFacts[]> {
  // What has no review yet, or has some and needs more: the rule decides which of them are open.
  const isUnpublished = sql`not exists (select from ${publications} where ${publications.submissionId} = ${submissions.id})`
  const found = await readFacts(
    and(eq(submissions.deskId, deskId), isNull(submissions.withdrawnAt), isUnpublished),
  )
  return found.filter(isOpen)
}

function readDecidedToday(deskId: string): Promise<SubmissionFacts[]> {
  const midnight = sql`(select date_trunc('day', now() at time zone time_zone) at time zone time_zone from ${desks} where id = ${deskId})`
  const decided = db()
    .select({ id: reviews.submissionId })
    .from(reviews)
    .where(gte(reviews.decidedAt, midnight))
  return readFacts(and(eq(submissions.deskId, deskId), inArray(submissions.id, decided)))
}

/** Gives each submission its article's head and the version it becomes, in two queries for the whole list. */
async function describer(all: SubmissionFacts[]): Promise<(facts: SubmissionFacts) => Waiting> {
  const articleIds = [...new Set(all.map((facts) => facts.articleId))]
  const claimIds = [...new Set(all.map((facts) => facts.claimId))]
  const [heads, versions] = await Promise.all([
    db()
      .selectDistinctOn([revisions.articleId], {
        id: revisions.articleId,
        title: revisions.title,
        publisher: revisions.publisher,
        published: revisions.published,
      })
      .from(revisions)
      .where(inArray(revisions.articleId, articleIds))
      .orderBy(revisions.articleId, desc(revisions.number)),
    db()
      .select({
        claimId: publications.claimId,
        submissionId: publications.submissionId,
        version: publications.version,
      })
      .from(publications)
      .where(inArray(publications.claimId, claimIds))
      .orderBy(publications.version),
  ])
  return (facts) => {
    const head = heads.find(({ id }) => id === facts.articleId)
    const own = versions.find(({ submissionId }) => submissionId === facts.id)
    const newest = versions.findLast(({ claimId }) => claimId === facts.claimId)
    return {
      submissionId: facts.id,
      article: head ?? { id: facts.articleId, title: '', publisher: null, published: null },
      statement: facts.statement,
      verdict: facts.verdict,
      submitter: facts.submitter,
      submittedAt: facts.submittedAt,
      version: own?.version ?? (newest?.version ?? 0) + 1,
    }
  }
}
