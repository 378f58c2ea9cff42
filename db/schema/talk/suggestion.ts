import { boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { suggestable } from '../../vocabulary'
import { articles } from '../article'
import { claims } from '../claim'
import { desks, members } from '../member'

/** Another wording that somebody suggests for one of a claim's texts; signed, never changed. */
export const suggestions = pgTable(
  'suggestions',
  {
    id: uuid().primaryKey(),
    claimId: uuid()
      .notNull()
      .references(() => claims.id),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    field: text({ enum: suggestable }).notNull(),
    /** The text as it stood for whoever suggests, and as they would have it; a rationale as its JSON. */
    before: text().notNull(),
    after: text().notNull(),
    /** Why, where they said so. */
    reason: text().notNull(),
    suggestedBy: uuid()
      .notNull()
      .references(() => members.id),
    suggestedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.claimId)],
)

/** What became of a suggestion: taken into the text, declined, or taken back by whoever made it. */
export const suggestionDecisions = pgTable('suggestion_decisions', {
  suggestionId: uuid()
    .primaryKey()
    .references(() => suggestions.id),
  memberId: uuid()
    .notNull()
    .references(() => members.id),
  isTaken: boolean().notNull(),
  decidedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

/** The words of a suggestion that was taken are in its room, on disk: a row that is missing says that they may not be. */
export const suggestionWritings = pgTable('suggestion_writings', {
  suggestionId: uuid()
    .primaryKey()
    .references(() => suggestions.id),
  /** Whoever wrote them: mostly, not always, who took it. */
  memberId: uuid()
    .notNull()
    .references(() => members.id),
  writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
