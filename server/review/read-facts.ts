import { desc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db, type Transaction } from '../../db/client'
import { desks, members, people, reviews, submissions } from '../../db/schema'
import type { Decision, SubmissionKind, Verdict } from '../../db/vocabulary'
import { sourceWritersIn, writersIn } from '../room/kept/who-wrote'
import { suggestersIn } from '../suggestion/read-suggestions'
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
export type Review = { editorId: string; editor: string; decision: Decision; note: string; decidedAt: string }

/** Submissions of a claim are made one after the other under its lock, so their times put them in order. */
export const newestFirst = [desc(submissions.submittedAt), desc(submissions.id)]

const newer = alias(submissions, 'newer')

/** The submissions that fit a condition, newest first. */
export function readFacts(
  condition: SQL | undefined,
  on: Database | Transaction = db(),
): Promise<SubmissionFacts[]> {
  return on
    .select({
      id: submissions.id,
      claimId: submissions.claimId,
      articleId: submissions.articleId,
      deskId: submissions.deskId,
      hash: submissions.hash,
      kind: submissions.kind,
      publicNote: submissions.publicNote,
      statement: sql<string>`${submissions.frozen} ->> 'statement'`,
      verdict: sql<Verdict | null>`${submissions.frozen} ->> 'verdict'`,
      authors,
      submittedBy: submissions.submittedBy,
      submitter: people.name,
      submittedAt: submissions.submittedAt,
      withdrawnAt: submissions.withdrawnAt,
      isSuperseded,
      approvalsNeeded: desks.approvalsNeeded,
      reviews: decided,
    })
    .from(submissions)
    .innerJoin(desks, eq(desks.id, submissions.deskId))
    .innerJoin(members, eq(members.id, submissions.submittedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(condition)
    .orderBy(...newestFirst)
}

// An edit made after submitting, or undone, is an edit all the same, and so is a wording that was taken: who made it
// may not decide.
const room = sql`'article:' || ${submissions.articleId}`
const sourcesInCopy = sql`array(
  select (source ->> 'id')::uuid from jsonb_array_elements(${submissions.frozen} -> 'sources') source)`
const authors = sql<string[]>`array(
  select unnest(${submissions.authors}) union
  (${writersIn(room, submissions.claimId)}) union
  (${suggestersIn(submissions.claimId)}) union
  (${sourceWritersIn(room, sourcesInCopy)}))`

/** Whether the claim was submitted again since; a superseded submission never comes back. */
export const isSuperseded = sql<boolean>`exists (
  select from ${submissions} newer where ${newer.claimId} = ${submissions.claimId}
  and (${newer.submittedAt}, ${newer.id}) > (${submissions.submittedAt}, ${submissions.id}))`

const decided = sql<Review[]>`(
  select coalesce(json_agg(json_build_object(
    'editorId', ${reviews.editorId}, 'editor', editor.name, 'decision', ${reviews.decision},
    'note', ${reviews.note}, 'decidedAt', ${reviews.decidedAt}) order by ${reviews.decidedAt}), '[]')
  from ${reviews} join members decider on decider.id = ${reviews.editorId}
  join people editor on editor.id = decider.person_id
  where ${reviews.submissionId} = ${submissions.id})`
