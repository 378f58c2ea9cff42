import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { reportKinds, reportStepKinds } from '../../vocabulary'
import { articles } from '../article'
import { dossiers } from '../dossier/dossier'
import { desks, members } from '../member'

/** What a reader reports as wrong, or suggests to check; as it was sent, never changed. */
export const reports = pgTable(
  'reports',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    kind: text({ enum: reportKinds }).notNull(),
    /** What it is about: a published claim or dossier and the version they read, a checked article, or none of these. */
    articleId: uuid().references(() => articles.id),
    claimId: uuid(),
    /** The claim's. */
    number: integer(),
    dossierId: uuid().references(() => dossiers.id),
    version: integer(),
    text: text().notNull(),
    /** Where it was said, or which check it is about; empty where the page says so. */
    place: text().notNull(),
    link: text().notNull(),
    /** Empty where the reader did not say. */
    name: text().notNull(),
    email: text().notNull(),
    /** The page that the form was on is sent once: what marks it, and the SHA-256 of the secret in the tracking address. */
    formMark: text().notNull().unique(),
    secretHash: text().notNull().unique(),
    /** Keyed hash of the network it came from; the address itself is not kept. */
    senderHash: text().notNull(),
    sentAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.deskId, row.sentAt), index().on(row.number)],
)

/**
 * What somebody of the desk did with a report; signed, only added. A row replaces the one before it, and no two can
 * replace the same: the one that nothing replaces holds. A report without one is new.
 */
export const reportSteps = pgTable(
  'report_steps',
  {
    id: uuid().primaryKey(),
    reportId: uuid()
      .notNull()
      .references(() => reports.id),
    replaces: uuid()
      .unique()
      .references((): AnyPgColumn => reportSteps.id),
    kind: text({ enum: reportStepKinds }).notNull(),
    /** What the sender is answered; empty for the other kinds. */
    answer: text().notNull(),
    /** Whether the answer stands on the claim's, article's or dossier's page, too. */
    isPublic: boolean().notNull().default(false),
    duplicateOf: uuid().references(() => reports.id),
    /** Who sees to a report that is about no article, and until when: of the others their claim or article is assigned. */
    givenTo: uuid().references(() => members.id),
    dueAt: timestamp({ withTimezone: true }),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [
    uniqueIndex('report_steps_first').on(row.reportId).where(sql`${row.replaces} is null`),
    index().on(row.reportId),
    index().on(row.duplicateOf),
    index('report_steps_given').on(row.givenTo).where(sql`${row.givenTo} is not null`),
    check('report_steps_answer', sql`(${row.kind} = 'answered') = (${row.answer} <> '')`),
    check('report_steps_given', sql`${row.givenTo} is null or ${row.kind} = 'taken-up'`),
    check('report_steps_due', sql`${row.dueAt} is null or ${row.givenTo} is not null`),
    check('report_steps_public', sql`not ${row.isPublic} or ${row.kind} = 'answered'`),
    check('report_steps_duplicate', sql`(${row.kind} = 'duplicate') = (${row.duplicateOf} is not null)`),
  ],
)

/** A network from which a desk takes no reports any more, by its keyed hash. */
export const reportBlocks = pgTable(
  'report_blocks',
  {
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    senderHash: text().notNull(),
    blockedBy: uuid()
      .notNull()
      .references(() => members.id),
    blockedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [primaryKey({ columns: [row.deskId, row.senderHash] })],
)
