import { index, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { FrozenClaim } from '../../server/review/submission'
import { decisions, submissionKinds } from '../vocabulary'
import { articles } from './article'
import { desks, members } from './member'

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
    topics: text().array().notNull(),
    kind: text({ enum: submissionKinds }).notNull(),
    /** What readers are told about a correction; empty for a first publication. */
    publicNote: text().notNull(),
    /** Members whose edits are in the claim, with the submitter, as the server recorded them. */
    authors: uuid().array().notNull(),
    submittedBy: uuid()
      .notNull()
      .references(() => members.id),
    submittedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (row) => [index().on(row.claimId), index().on(row.deskId)],
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
    decidedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [unique().on(row.submissionId, row.editorId)],
)
