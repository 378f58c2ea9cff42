import { boolean, index, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core'
import { articles } from '../article'
import { bytes } from '../bytes'
import { desks, members } from '../member'

/**
 * What a desk's editors alone may know of a source: signed, only added, taken away by an editor. The source itself stands
 * in a room, whose table is made anew at each edit: it is named, not joined.
 */
export const sourceNotes = pgTable(
  'source_notes',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    sourceId: uuid().notNull(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Whether the next two are encrypted (AES-256-GCM) under SECRET_KEY, for this row alone; else they are plain. */
    isSealed: boolean().notNull(),
    /** JSON with the words and the name of the file. */
    content: bytes().notNull(),
    file: bytes(),
  },
  (row) => [index().on(row.sourceId), index().on(row.articleId)],
)
