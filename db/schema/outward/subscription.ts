import { bigint, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { deliveryFaults, webhookPauses } from '../../vocabulary'
import { desks, members } from '../member'

/** An address elsewhere that is given all that a desk publishes, in the order of the log: each change after the last was taken. */
export const subscriptions = pgTable(
  'subscriptions',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    address: text().notNull(),
    /** What signs, encrypted under SECRET_KEY. */
    secret: text().notNull(),
    /** The secret before it signs, too, until then. */
    previousSecret: text(),
    previousUntil: timestamp({ withTimezone: true }),
    /** The entry of the log that was taken last; -1 before the first. */
    cursor: bigint({ mode: 'number' }).notNull(),
    takenAt: timestamp({ withTimezone: true }),
    /** How often the next change was tried, when it is tried again, and what became of the last try. */
    tries: integer().notNull().default(0),
    dueAt: timestamp({ withTimezone: true }),
    status: integer(),
    fault: text({ enum: deliveryFaults }),
    /** Since when nothing was taken, and when the admins were told so. */
    failingSince: timestamp({ withTimezone: true }),
    toldAt: timestamp({ withTimezone: true }),
    /** Why nothing is sent; null while it is. */
    pause: text({ enum: webhookPauses }),
    addedBy: uuid()
      .notNull()
      .references(() => members.id),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.deskId)],
)
