import {
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
import type { CheckLine } from '../../../server/check-list/check-list'
import { desks, members } from '../member'
import { submissions } from '../review'

/** What a desk asks its editors to check by hand, from its first version on; a version is only added. */
export const checkLists = pgTable(
  'check_lists',
  {
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    version: integer().notNull(),
    lines: jsonb().$type<CheckLine[]>().notNull(),
    /** Whether nothing is approved before every line is ticked. */
    isDemanded: boolean().notNull(),
    changedBy: uuid()
      .notNull()
      .references(() => members.id),
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [primaryKey({ columns: [row.deskId, row.version] })],
)

/** An editor ticked a line for one submission, or took the tick back; the newest row of a line holds. */
export const checkTicks = pgTable(
  'check_ticks',
  {
    id: uuid().primaryKey(),
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    lineId: uuid().notNull(),
    /** The line as it read when it was ticked. */
    words: text().notNull(),
    isTicked: boolean().notNull(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.submissionId)],
)
