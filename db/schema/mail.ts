import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Mail that is written and sent once per key. Of what was sent or given up, only that it was is kept. */
export const mails = pgTable(
  'mails',
  {
    id: uuid().primaryKey(),
    key: text().notNull().unique(),
    to: text().notNull(),
    subject: text().notNull(),
    /** Emptied once sent: it may hold a link that opens an account. */
    text: text().notNull(),
    html: text(),
    /** Where its reader leaves with one press; null where there is nothing to leave. */
    leaveAt: text(),
    writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    tries: integer().notNull().default(0),
    /** When it is to be tried; null once it was sent or given up. */
    dueAt: timestamp({ withTimezone: true }).defaultNow(),
    sentAt: timestamp({ withTimezone: true }),
    /** What the mail server said when it last did not take it. */
    fault: text(),
  },
  (row) => [index('mails_due').on(row.dueAt).where(sql`${row.dueAt} is not null`)],
)
