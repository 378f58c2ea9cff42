import { pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'
import { articles } from '../article'
import { members } from '../member'

/** An article that only the named members of its desk may know of; without a row, the whole desk may. */
export const articleLimits = pgTable('article_limits', {
  articleId: uuid()
    .primaryKey()
    .references(() => articles.id),
  members: uuid().array().notNull(),
  limitedBy: uuid()
    .notNull()
    .references(() => members.id),
  limitedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
