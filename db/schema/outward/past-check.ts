import { pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { verdicts } from '../../vocabulary'
import { desks, members } from '../member'

/** A desk's own check from before Proofroom, as it was taken in: it is in no log, and is read where it was published. */
export const pastChecks = pgTable(
  'past_checks',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    /** Where it was published, and the same normalised: one check an address. */
    address: text().notNull(),
    addressKey: text().notNull(),
    statement: text().notNull(),
    speaker: text().notNull(),
    /** The day it was published, as precise as it was stated. */
    publishedOn: text().notNull(),
    /** The verdict in its own words; `verdict` where the house has the same. */
    rating: text().notNull(),
    verdict: text({ enum: verdicts }),
    shortAnswer: text().notNull(),
    importedBy: uuid()
      .notNull()
      .references(() => members.id),
    importedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [unique().on(row.deskId, row.addressKey)],
)
