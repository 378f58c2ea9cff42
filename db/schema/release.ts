import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Refusal } from '../../server/refusal'
import { releaseEnds } from '../vocabulary'
import { members } from './member'
import { submissions } from './review'

/** When an approved submission is published by itself, as the editor whose approval sufficed said. */
export const releases = pgTable(
  'releases',
  {
    id: uuid().primaryKey(),
    submissionId: uuid()
      .notNull()
      .unique()
      .references(() => submissions.id),
    publishAt: timestamp({ withTimezone: true }).notNull(),
    editorId: uuid()
      .notNull()
      .references(() => members.id),
    plannedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (row) => [index().on(row.publishAt)],
)

/** What became of a release: one row, so it ends once. */
export const releaseOutcomes = pgTable('release_outcomes', {
  releaseId: uuid()
    .primaryKey()
    .references(() => releases.id),
  end: text({ enum: releaseEnds }).notNull(),
  /** Who stopped it; null where it was its time that ended it. */
  memberId: uuid().references(() => members.id),
  note: text().notNull(),
  /** Why it was not published when its time came. */
  refusal: jsonb().$type<Refusal>(),
  endedAt: timestamp({ withTimezone: true }).notNull(),
})
