import { bigint, boolean, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { roles } from '../vocabulary'

/** A human being with an e-mail address and a password, known once per installation. */
export const people = pgTable('people', {
  id: uuid().primaryKey(),
  email: text().notNull().unique(),
  name: text().notNull(),
  passwordHash: text().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

export const desks = pgTable('desks', {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  /** The name readers see on every published check. */
  name: text().notNull(),
  timeZone: text().notNull(),
  language: text().notNull().default('en'),
  isDemo: boolean().notNull().default(false),
  sourcesNeeded: integer().notNull().default(2),
  approvalsNeeded: integer().notNull().default(1),
  /** Whether somebody whose suggested wording was taken counts among the claim's authors. */
  suggestersAreAuthors: boolean().notNull().default(true),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

export const members = pgTable(
  'members',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    role: text({ enum: roles }).notNull(),
    joinedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    removedAt: timestamp({ withTimezone: true }),
  },
  (row) => [unique().on(row.deskId, row.personId), index().on(row.personId)],
)

/** One signed-in device. The cookie carries only its id; the row decides whether it still holds. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
  },
  (row) => [index().on(row.personId)],
)

/** A single-use link; only the hash of its secret is kept. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    role: text({ enum: roles }).notNull(),
    secretHash: text().notNull().unique(),
    invitedBy: uuid()
      .notNull()
      .references(() => members.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
    usedBy: uuid().references(() => members.id),
  },
  (row) => [index().on(row.deskId)],
)

/** Secrets the installation makes for itself at first start (sessions, passes, log signing). */
export const keys = pgTable('keys', {
  name: text().primaryKey(),
  value: text().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

/** Attempts to sign in, counted by hashed e-mail and address; rate-limiter-flexible fills the columns in this order. */
export const attempts = pgTable('attempts', {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: bigint({ mode: 'number' }),
})
