import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Span } from '../../../server/claim/quote'
import { waiverReasons } from '../../vocabulary'
import { articles, revisions } from '../article'
import { desks, members } from '../member'

/** Somebody looked at a sentence and signed that it has no factual claim, or took that back; the newest row holds. */
export const looks = pgTable(
  'looks',
  {
    id: uuid().primaryKey(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    revisionId: uuid()
      .notNull()
      .references(() => revisions.id),
    /** Where the sentence stands in the revision's text, in code points; the end is exclusive. */
    start: integer().notNull(),
    end: integer().notNull(),
    hasNoClaim: boolean().notNull(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.revisionId), index().on(row.articleId)],
)

/** An editor closed an article, every sentence of it looked at or waived, or opened it again; the newest row holds. */
export const closings = pgTable(
  'closings',
  {
    id: uuid().primaryKey(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    revisionId: uuid()
      .notNull()
      .references(() => revisions.id),
    isClosed: boolean().notNull(),
    /** How many sentences the revision had. */
    sentences: integer().notNull(),
    /** The newest update of the room that its claims were read at. */
    sequence: bigint({ mode: 'number' }).notNull(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.articleId)],
)

/** Sentences that a closing let be though nobody had looked at them, by the reason; in code points of its revision. */
export const waivers = pgTable(
  'waivers',
  {
    closingId: uuid()
      .notNull()
      .references(() => closings.id),
    reason: text({ enum: waiverReasons }).notNull(),
    note: text().notNull(),
    sentences: jsonb().$type<Span[]>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.closingId, row.reason] })],
)
