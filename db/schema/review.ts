import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { FrozenClaim } from '../../server/review/submission'
import { decisions, submissionKinds, verdicts } from '../vocabulary'
import { articles } from './article'
import { desks, members } from './member'
import { scales } from './newsroom/scale'
import { ownVerdicts } from './record/own-verdict'

/** A claim frozen as it was when somebody asked for approval. A newer row of the same claim supersedes it. */
export const submissions = pgTable(
  'submissions',
  {
    id: uuid().primaryKey(),
    claimId: uuid().notNull(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    hash: text().notNull(),
    frozen: jsonb().$type<FrozenClaim>().notNull(),
    /** What lists and rules ask of the frozen words, kept apart as unpacking all of them takes the time of a list. */
    statement: text().notNull().generatedAlwaysAs(sql`frozen ->> 'statement'`),
    verdict: text({ enum: verdicts }).generatedAlwaysAs(sql`frozen ->> 'verdict'`),
    sources: jsonb()
      .$type<string[]>()
      .notNull()
      .generatedAlwaysAs(sql`jsonb_path_query_array(frozen, '$.sources[*].id')`),
    topics: text().array().notNull(),
    /** The desk's scale that its verdict is on; null is the house's own. */
    scaleId: uuid().references(() => scales.id),
    kind: text({ enum: submissionKinds }).notNull(),
    /** What readers are told about a correction; empty for a first publication. */
    publicNote: text().notNull(),
    /** Why it is corrected, for the editor who decides; never public. */
    reason: text().notNull().default(''),
    /** Members whose edits are in the claim, with the submitter, as the server recorded them. */
    authors: uuid().array().notNull(),
    /** The desk's rule as it was when this was submitted: a later change of it reopens and settles nothing. */
    approvalsNeeded: integer().notNull().default(1),
    returnsNeeded: integer().notNull().default(1),
    submittedBy: uuid()
      .notNull()
      .references(() => members.id),
    submittedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    withdrawnAt: timestamp({ withTimezone: true }),
    /**
     * When it left the queue for good: withdrawn, superseded or published. The database's triggers keep it from those
     * rows alone, so that a queue is found without looking through all that was ever published.
     */
    settledAt: timestamp({ withTimezone: true }),
  },
  (row) => [
    index('submissions_unsettled').on(row.deskId).where(sql`${row.settledAt} is null`),
    index('submissions_newest').on(row.claimId, row.submittedAt, row.id),
    index().on(row.articleId, row.submittedAt),
    index().on(row.deskId),
  ],
)

/** An editor's decision on a submission. */
export const reviews = pgTable(
  'reviews',
  {
    id: uuid().primaryKey(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    editorId: uuid()
      .notNull()
      .references(() => members.id),
    decision: text({ enum: decisions }).notNull(),
    note: text().notNull(),
    /** The own verdict that this editor has published beside the desk's, as a dissent. */
    dissentId: uuid().references(() => ownVerdicts.id),
    decidedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [unique().on(row.submissionId, row.editorId)],
)
