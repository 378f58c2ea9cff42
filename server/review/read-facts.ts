import { desc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db, type Transaction } from '../../db/client'
import { members, people, submissions } from '../../db/schema'
import type { SubmissionKind, Verdict } from '../../db/vocabulary'
import { readAuthors } from './facts/read-authors'
import { type Review, readReviews } from './facts/read-reviews'
import { readReleases } from './release/read-releases'
import type { DecidableSubmission } from './submission'

/** What the rules and the lists ask about a submission, without the whole of its frozen words. */
export type SubmissionFacts = Omit<DecidableSubmission, 'reviews'> & {
  id: string
  claimId: string
  articleId: string
  hash: string
  kind: SubmissionKind
  publicNote: string
  statement: string
  verdict: Verdict | null
  submittedBy: string
  submitter: string
  submittedAt: Date
  reviews: Review[]
}

/** Submissions of a claim are made one after the other under its lock, so their times put them in order. */
export const newestFirst = [desc(submissions.submittedAt), desc(submissions.id)]

const newer = alias(submissions, 'newer')

/** The submissions that fit a condition, newest first; in four questions, however many they are. */
export async function readFacts(condition: SQL | undefined, tx?: Transaction): Promise<SubmissionFacts[]> {
  const on = tx ?? db()
  const rows = await on
    .select({
      id: submissions.id,
      claimId: submissions.claimId,
      articleId: submissions.articleId,
      deskId: submissions.deskId,
      hash: submissions.hash,
      kind: submissions.kind,
      publicNote: submissions.publicNote,
      statement: submissions.statement,
      verdict: submissions.verdict,
      sources: submissions.sources,
      authors: submissions.authors,
      submittedBy: submissions.submittedBy,
      submitter: people.name,
      submittedAt: submissions.submittedAt,
      withdrawnAt: submissions.withdrawnAt,
      isSuperseded,
      approvalsNeeded: submissions.approvalsNeeded,
      returnsNeeded: submissions.returnsNeeded,
    })
    .from(submissions)
    .innerJoin(members, eq(members.id, submissions.submittedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(condition)
    .orderBy(...newestFirst)
  const ids = rows.map(({ id }) => id)
  // A transaction has one connection, which answers one question after the other.
  const [authors, decided, planned] = tx
    ? [await readAuthors(rows, tx), await readReviews(ids, tx), await readReleases(ids, tx)]
    : await Promise.all([readAuthors(rows, on), readReviews(ids, on), readReleases(ids, on)])
  return rows.map(({ sources: _, ...row }, n) => ({
    ...row,
    authors: authors[n] ?? [],
    reviews: decided.get(row.id) ?? [],
    release: planned.get(row.id) ?? null,
  }))
}

/** Whether the claim was submitted again since; a superseded submission never comes back. */
export const isSuperseded = sql<boolean>`exists (
  select from ${submissions} newer where ${newer.claimId} = ${submissions.claimId}
  and (${newer.submittedAt}, ${newer.id}) > (${submissions.submittedAt}, ${submissions.id}))`

/** The newest submission of the same claim, where there is a newer one. */
export const newerSubmission = sql<string | null>`(
  select ${newer.id} from ${submissions} newer where ${newer.claimId} = ${submissions.claimId}
  and (${newer.submittedAt}, ${newer.id}) > (${submissions.submittedAt}, ${submissions.id})
  order by ${newer.submittedAt} desc, ${newer.id} desc limit 1)`
