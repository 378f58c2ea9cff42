import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { FoundChecks } from '../../../server/outside/outside-check'
import type { RefusalCode } from '../../../server/refusal'
import { desks, members } from '../member'

/** An address at which another publisher lists its checks (ClaimReview). */
export const outsideFeeds = pgTable(
  'outside_feeds',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    address: text().notNull(),
    /** By which it is asked whether anything is new. */
    etag: text(),
    lastModified: text(),
    triedAt: timestamp({ withTimezone: true, precision: 3 }),
    fetchedAt: timestamp({ withTimezone: true }),
    /** Why the last try brought nothing: the code of a refusal. */
    fault: text().$type<RefusalCode>(),
    /** How many checks it had when it was fetched last, and how many were left out, by the reason. */
    taken: integer().notNull().default(0),
    skipped: jsonb().$type<FoundChecks['skipped']>().notNull().default({}),
    addedBy: uuid()
      .notNull()
      .references(() => members.id),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [unique().on(row.deskId, row.address)],
)

/** A check of another publisher, in its own words: shown to members beside a claim that says the like, never to readers. */
export const outsideChecks = pgTable(
  'outside_checks',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    /** Null for what came from a file. */
    feedId: uuid().references(() => outsideFeeds.id, { onDelete: 'cascade' }),
    /** Where it is from, its address normalised and its words: the same again is the same row. */
    key: text().notNull(),
    publisher: text().notNull(),
    statement: text().notNull(),
    rating: text().notNull(),
    address: text().notNull(),
    /** The day it was published, as precise as it was stated; empty where it was not. */
    publishedOn: text().notNull(),
    /** BCP 47; null where it is not known. */
    language: text(),
    takenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [
    unique().on(row.deskId, row.key),
    index().on(row.feedId),
    index('outside_checks_words').using('gin', sql`to_tsvector('simple', search_fold(${row.statement}))`),
  ],
)
