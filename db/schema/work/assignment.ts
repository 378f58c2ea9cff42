import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { poolReasons, priorities } from '../../vocabulary'
import { articles } from '../article'
import { claims } from '../claim'
import { desks, members } from '../member'

/**
 * Who was given a claim or a whole article, by whom and when; signed, only added. A row replaces the one before it,
 * and no two can replace the same: the one that nothing replaces holds.
 */
export const assignments = pgTable(
  'assignments',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    /** Null for the whole article. */
    claimId: uuid().references(() => claims.id),
    replaces: uuid()
      .unique()
      .references((): AnyPgColumn => assignments.id),
    /** Null where it went back to the pool. */
    assignedTo: uuid().references(() => members.id),
    /** Why it lies in the pool. */
    poolReason: text({ enum: poolReasons }),
    assignedBy: uuid()
      .notNull()
      .references(() => members.id),
    assignedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    dueAt: timestamp({ withTimezone: true }),
    /** Whether somebody said when, or that it is never due; else the desk's hours say, anew at each stage. */
    isDueNamed: boolean().notNull().default(true),
    priority: text({ enum: priorities }).notNull(),
    /** What whoever has it next should know. */
    note: text().notNull(),
  },
  (row) => [
    uniqueIndex('assignments_first_of_claim').on(row.claimId).where(sql`${row.replaces} is null`),
    uniqueIndex('assignments_first_of_article')
      .on(row.articleId)
      .where(sql`${row.replaces} is null and ${row.claimId} is null`),
    index().on(row.articleId),
    index().on(row.claimId),
    index().on(row.assignedTo),
    index('assignments_due').on(row.deskId, row.dueAt).where(sql`${row.dueAt} is not null`),
    index('assignments_pooled').on(row.deskId).where(sql`${row.assignedTo} is null`),
    check('assignments_pool_has_reason', sql`(${row.assignedTo} is null) = (${row.poolReason} is not null)`),
  ],
)

/** A member said that they are away until they are back on a day of the desk's calendar, or that they are back. */
export const absences = pgTable(
  'absences',
  {
    id: uuid().primaryKey(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    /** Null where they say that they are back. */
    backOn: date({ mode: 'string' }),
    saidAt: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (row) => [index().on(row.memberId, row.saidAt)],
)
