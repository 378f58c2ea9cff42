import { isNotNull, sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Passage } from '../../../server/thread/thread'
import { roles } from '../../vocabulary'
import { articles } from '../article'
import { claims } from '../claim'
import { desks, members } from '../member'

/** Talk about a claim, or about a passage of the article. Whoever raised it or an editor may delete it; it can come back. */
export const threads = pgTable(
  'threads',
  {
    id: uuid().primaryKey(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    claimId: uuid().references(() => claims.id),
    /** Where it is about a passage: the words and their place, and the revision they were read in. */
    passage: jsonb().$type<Passage>(),
    raisedBy: uuid()
      .notNull()
      .references(() => members.id),
    raisedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    removedBy: uuid().references(() => members.id),
    removedAt: timestamp({ withTimezone: true }),
  },
  (row) => [
    index().on(row.articleId),
    index().on(row.claimId),
    check('threads_about', sql`(${row.claimId} is null) = (${row.passage} is not null)`),
    index('threads_removed').on(row.deskId).where(isNotNull(row.removedAt)),
  ],
)

/** What somebody said in a thread; the words are in its versions. */
export const comments = pgTable(
  'comments',
  {
    id: uuid().primaryKey(),
    threadId: uuid()
      .notNull()
      .references(() => threads.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    saidAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.threadId)],
)

/** The words of a comment, from its first version on; a version is only added. */
export const commentVersions = pgTable(
  'comment_versions',
  {
    commentId: uuid()
      .notNull()
      .references(() => comments.id),
    number: integer().notNull(),
    text: text().notNull(),
    writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [primaryKey({ columns: [row.commentId, row.number] })],
)

/** Whom a comment's newest version mentions: a member, or everybody with a role. */
export const mentions = pgTable(
  'mentions',
  {
    commentId: uuid()
      .notNull()
      .references(() => comments.id),
    memberId: uuid().references(() => members.id),
    role: text({ enum: roles }),
  },
  (row) => [
    index().on(row.commentId),
    index().on(row.memberId),
    check('mentions_one', sql`(${row.memberId} is null) = (${row.role} is not null)`),
  ],
)

/** A thread was resolved or opened again; the newest row holds. */
export const resolutions = pgTable(
  'resolutions',
  {
    id: uuid().primaryKey(),
    threadId: uuid()
      .notNull()
      .references(() => threads.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    isResolved: boolean().notNull(),
    /** Whether what was asked for is not done: then there is a reason. */
    isDeclined: boolean().notNull().default(false),
    /** Why, where somebody said so. */
    reason: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [
    index().on(row.threadId),
    check(
      'resolutions_declined',
      sql`not ${row.isDeclined} or (${row.isResolved} and trim(${row.reason}) <> '')`,
    ),
  ],
)
