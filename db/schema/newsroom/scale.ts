import { integer, jsonb, pgTable, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { Scale } from '../../../server/claim/scale'
import { desks, members } from '../member'

/** A desk's verdicts as they were worded and ordered from a moment on; the newest holds, rows are only added. */
export const scales = pgTable(
  'scales',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    number: integer().notNull(),
    entries: jsonb().$type<Scale>().notNull(),
    madeBy: uuid()
      .notNull()
      .references(() => members.id),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [unique().on(row.deskId, row.number)],
)
