import { bigint, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { articles } from '../article'
import { desks, members } from '../member'
import { publications } from '../publication'

/**
 * Words that somebody asks to remove from all that is published of an article, and that are removed once another editor
 * confirms it. Of those the words stay here, for editors alone: what is published later must not bring them back.
 */
export const redactions = pgTable(
  'redactions',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    words: text().array().notNull(),
    /** The ground, which the page and the log give: a law, and where there is one the court and its number. */
    law: text().notNull(),
    court: text().notNull(),
    number: text().notNull(),
    /** What readers are told. */
    note: text().notNull(),
    askedBy: uuid()
      .notNull()
      .references(() => members.id),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    confirmedBy: uuid().references(() => members.id),
    confirmedAt: timestamp({ withTimezone: true, precision: 3 }),
    /** The log entry that seals the article's own text without the words; null where they did not stand in it, or it is not shown. */
    textEntry: bigint({ mode: 'number' }),
    /** By the one who asked, or by another editor who refuses it. */
    droppedBy: uuid().references(() => members.id),
    droppedAt: timestamp({ withTimezone: true }),
  },
  (row) => [index().on(row.deskId), index().on(row.articleId)],
)

/** The versions from which words were removed, with the log entry that seals each anew; null for later versions, born without them. */
export const redactedVersions = pgTable(
  'redacted_versions',
  {
    redactionId: uuid()
      .notNull()
      .references(() => redactions.id),
    publicationId: uuid()
      .notNull()
      .references(() => publications.id),
    entry: bigint({ mode: 'number' }),
  },
  (row) => [primaryKey({ columns: [row.redactionId, row.publicationId] }), index().on(row.publicationId)],
)
