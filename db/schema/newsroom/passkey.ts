import { bigint, boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { bytes } from '../bytes'
import { people } from '../member'

/** A key pair on somebody's device, of which the public half is here: it opens their account alone (WebAuthn). */
export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** What the device calls it. */
    credentialId: text().notNull().unique(),
    publicKey: bytes().notNull(),
    /** How often the device says it was used: one that counts backwards was copied. */
    counter: bigint({ mode: 'number' }).notNull(),
    /** Ways to reach the device, as it named them. */
    transports: text().array().notNull(),
    /** Whether it is on other devices of the same person, too. */
    isBackedUp: boolean().notNull(),
    name: text().notNull(),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (row) => [index().on(row.personId)],
)

/** What a device is asked to sign; taken away when it is answered, so that no answer counts twice. */
export const passkeyChallenges = pgTable('passkey_challenges', {
  challenge: text().primaryKey(),
  /** Who adds a passkey; null where one is used, by whomever. */
  personId: uuid().references(() => people.id),
  expiresAt: timestamp({ withTimezone: true }).notNull(),
})
