import { bigint, boolean, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { verdicts } from '../../vocabulary'
import { publications } from '../publication'

/**
 * The newest version of each published claim, with what readers' lists and searches narrow it by: a read model that
 * PostgreSQL keeps by itself with each entry of the log. Rows are short, as their words lie beside them.
 */
export const newestVersions = pgTable(
  'newest_versions',
  {
    number: integer().primaryKey(),
    publicationId: uuid()
      .notNull()
      .unique()
      .references(() => publications.id, { onDelete: 'cascade' }),
    deskId: uuid().notNull(),
    logIndex: bigint({ mode: 'number' }).notNull(),
    isRetracted: boolean().notNull(),
    verdict: text({ enum: verdicts }),
    /** The day it was said, as the claim states it; null where that is no whole day. */
    saidOn: text(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (row) => [
    index().on(row.logIndex),
    index().on(row.verdict, row.logIndex),
    index().on(row.deskId, row.logIndex),
  ],
)
