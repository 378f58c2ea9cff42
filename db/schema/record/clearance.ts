import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { articles } from '../article'
import { desks, members } from '../member'

/** A named clearance that an editor requires before a claim is published; rows are only added. */
export const clearances = pgTable(
  'clearances',
  {
    id: uuid().primaryKey(),
    /** No reference: a claim's row goes when its mark is undone. */
    claimId: uuid().notNull(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    /** As in "Legal". */
    name: text().notNull(),
    why: text().notNull(),
    /** The member who may give it; null where an outside guest does, by a link. */
    memberId: uuid().references(() => members.id),
    requiredBy: uuid()
      .notNull()
      .references(() => members.id),
    requiredAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.claimId), index().on(row.deskId)],
)
