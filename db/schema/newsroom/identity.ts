import { pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from '../member'

/** Who somebody is at an identity provider: found by its subject from the first sign-in on, never again by an address. */
export const identities = pgTable(
  'identities',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    issuer: text().notNull(),
    subject: text().notNull(),
    linkedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [unique().on(row.issuer, row.subject), unique().on(row.issuer, row.personId)],
)
