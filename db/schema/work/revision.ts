import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { passageChanges, watchRhythms } from '../../revision-words'
import { articles, revisions } from '../article'
import { claims } from '../claim'
import { desks, members } from '../member'

/**
 * Where the quote of a claim stands in a later revision, and what was done to it. It is of one quote (the revision it is
 * in and its place there): a claim that is given other words has none until they are placed.
 */
export const placements = pgTable(
  'placements',
  {
    id: uuid().primaryKey(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    claimId: uuid()
      .notNull()
      .references(() => claims.id),
    revisionId: uuid()
      .notNull()
      .references(() => revisions.id),
    /** The revision's number. */
    number: integer().notNull(),
    quotedIn: text().notNull(),
    quoteStart: integer().notNull(),
    quoteEnd: integer().notNull(),
    /** The words that it is compared with: the quote, or those that somebody signed for, or a version spoke of, since. */
    was: text().notNull(),
    /** The words that stand there; null where it was removed. */
    words: text(),
    change: text({ enum: passageChanges }).notNull(),
    /** Code points of the revision's text, the end exclusive; null where it was removed. */
    start: integer(),
    end: integer(),
    /** A person is to say whether this is it. */
    isDoubtful: boolean().notNull(),
    /** Of a passage that stays removed, when that was first seen. */
    placedAt: timestamp({ withTimezone: true }).notNull(),
    /** Who said of a doubtful one where it is, or that it is gone. */
    settledBy: uuid().references(() => members.id),
    settledAt: timestamp({ withTimezone: true }),
    /** Who signed that the check holds for the words as they are now. */
    heldBy: uuid().references(() => members.id),
    heldAt: timestamp({ withTimezone: true }),
  },
  (row) => [
    unique().on(row.claimId, row.revisionId, row.quotedIn, row.quoteStart, row.quoteEnd),
    index().on(row.articleId),
    // Few are: lists of tens of thousands of claims ask for these alone.
    index('placements_reopening')
      .on(row.deskId)
      .where(sql`${row.change} = 'substantive' and not ${row.isDoubtful} and ${row.heldAt} is null`),
  ],
)

/** How often an article's page is looked at for changes, in whose name, and what came of the last look. */
export const pageWatches = pgTable(
  'page_watches',
  {
    articleId: uuid()
      .primaryKey()
      .references(() => articles.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    rhythm: text({ enum: watchRhythms }).notNull(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    triedAt: timestamp({ withTimezone: true }),
    /** When the page was last read, changed or not. */
    readAt: timestamp({ withTimezone: true }),
    /** Code of the refusal that the last look ended with; null where the page was read. */
    fault: text(),
  },
  (row) => [index('page_watches_on').on(row.triedAt).where(sql`${row.rhythm} <> 'off'`)],
)
