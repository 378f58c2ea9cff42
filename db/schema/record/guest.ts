import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { clearanceAnswers } from '../../vocabulary'
import { members } from '../member'
import { submissions } from '../review'
import { clearances } from './clearance'

/** A link that shows one submission to somebody outside; of its secret only the SHA-256 is kept. */
export const guestLinks = pgTable(
  'guest_links',
  {
    id: uuid().primaryKey(),
    secretHash: text().notNull().unique(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    /** The clearance that its guest may give or refuse; null where they may only read and comment. */
    clearanceId: uuid().references(() => clearances.id),
    name: text().notNull(),
    purpose: text().notNull(),
    madeBy: uuid()
      .notNull()
      .references(() => members.id),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
  },
  (row) => [index().on(row.submissionId)],
)

/** A guest link that leads nowhere any more, because somebody said so. */
export const guestWithdrawals = pgTable('guest_withdrawals', {
  linkId: uuid()
    .primaryKey()
    .references(() => guestLinks.id),
  withdrawnBy: uuid()
    .notNull()
    .references(() => members.id),
  withdrawnAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

/** How often a guest link was opened, and when last; the one row here that changes. */
export const guestVisits = pgTable('guest_visits', {
  linkId: uuid()
    .primaryKey()
    .references(() => guestLinks.id),
  visits: integer().notNull(),
  lastAt: timestamp({ withTimezone: true }).notNull(),
})

/** What a guest says about the submission that their link shows; it is never changed. */
export const guestComments = pgTable(
  'guest_comments',
  {
    id: uuid().primaryKey(),
    linkId: uuid()
      .notNull()
      .references(() => guestLinks.id),
    text: text().notNull(),
    saidAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.linkId)],
)

/** What became of a clearance: given or refused for one submission, the newest row of which holds, or lifted for good. */
export const clearanceSignatures = pgTable(
  'clearance_signatures',
  {
    id: uuid().primaryKey(),
    clearanceId: uuid()
      .notNull()
      .references(() => clearances.id),
    answer: text({ enum: clearanceAnswers }).notNull(),
    /** What it was given or refused for, with the hash of those words; null where it was lifted. */
    submissionId: uuid().references(() => submissions.id),
    hash: text(),
    note: text().notNull(),
    /** The member who signed; null where it was a guest. */
    memberId: uuid().references(() => members.id),
    guestLinkId: uuid().references(() => guestLinks.id),
    signedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.clearanceId)],
)
