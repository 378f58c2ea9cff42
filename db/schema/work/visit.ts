import { index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { visited } from '../../vocabulary'
import { members } from '../member'
import { submissions } from '../review'

/** When a member last looked at a claim or an article: the visit that lasts, and the one before it. */
export const visits = pgTable(
  'visits',
  {
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    kind: text({ enum: visited }).notNull(),
    thingId: uuid().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** When the visit before this one ended; null on the first. */
    before: timestamp({ withTimezone: true }),
  },
  (row) => [primaryKey({ columns: [row.memberId, row.kind, row.thingId] })],
)

/** That an editor opened a submission, the first time; only what they opened may they approve among several. */
export const openings = pgTable(
  'openings',
  {
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    openedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [primaryKey({ columns: [row.submissionId, row.memberId] }), index().on(row.memberId)],
)
