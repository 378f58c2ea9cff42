import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { claimRelations as relations } from '../../vocabulary/figure'
import { articles } from '../article'
import { claims } from '../claim'
import { desks, members } from '../member'

/** In how many claims a word stands, as of the last count; words of one claim alone are not kept. */
export const lexemeCounts = pgTable('lexeme_counts', {
  lexeme: text().primaryKey(),
  documents: integer().notNull(),
})

/** How many claims were counted, and how many words they have together: one row. */
export const lexemeTotals = pgTable(
  'lexeme_totals',
  {
    id: integer().primaryKey().default(1),
    documents: integer().notNull(),
    words: bigint({ mode: 'number' }).notNull(),
    countedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [check('one_row', sql`${row.id} = 1`)],
)

/** How a member says that a claim stands to another one; of what a desk says of two, the latest stands. */
export const claimRelations = pgTable(
  'claim_relations',
  {
    id: uuid().primaryKey(),
    claimId: uuid()
      .notNull()
      .references(() => claims.id),
    /** No key: it may be another desk's, whose work is in nobody else's hands. */
    otherId: uuid().notNull(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    relation: text({ enum: relations }).notNull(),
    saidAt: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (row) => [index().on(row.claimId), index().on(row.otherId), index().on(row.deskId)],
)
