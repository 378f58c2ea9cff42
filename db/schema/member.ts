import { bigint, boolean, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { languages, roles, secondRules, shownAs } from '../vocabulary'

/** A human being with an e-mail address and a password, known once per installation. */
export const people = pgTable('people', {
  id: uuid().primaryKey(),
  email: text().notNull().unique(),
  name: text().notNull(),
  passwordHash: text().notNull(),
  /** In which screens and mails speak to them. */
  language: text({ enum: languages }).notNull().default('en'),
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
  /** How many returns settle a submission: one, or two where three editors vote. */
  returnsNeeded: integer().notNull().default(1),
  /** Whether somebody whose suggested wording was taken counts among the claim's authors. */
  suggestersAreAuthors: boolean().notNull().default(true),
  secondVerdicts: text({ enum: secondRules }).notNull().default('never'),
  /** Whether editors and admins need a second factor to do anything here. */
  needsSecondFactor: boolean().notNull().default(false),
  /** Whether editors show who they are shortly before they decide. */
  editorsProveIdentity: boolean().notNull().default(false),
  /** What the desk says of itself to its readers, plain paragraphs; empty where it says nothing. */
  aboutText: text().notNull().default(''),
  methodText: text().notNull().default(''),
  fundingText: text().notNull().default(''),
  correctionsText: text().notNull().default(''),
  /** Hours after which work is due that nobody gave a due time, by what it needs; null for none. */
  hoursToCheck: integer(),
  hoursReturned: integer(),
  hoursChanged: integer(),
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
    /** How readers see them from the next publication on. */
    shownAs: text({ enum: shownAs }).notNull().default('name'),
    pseudonym: text().notNull().default(''),
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
    /** When its person last showed who they are: by signing in, or when asked. */
    provedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.personId)],
)

/** A single-use link for one address; only the hash of its secret is kept. */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    /** Whom it is for: nobody else can use it. */
    email: text().notNull(),
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

/** What a person signs in with beside the password; it counts once it is confirmed. */
export const secondFactors = pgTable('second_factors', {
  personId: uuid()
    .primaryKey()
    .references(() => people.id),
  /** Encrypted under SECRET_KEY, which is not in the database. */
  secret: text().notNull(),
  begunAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  confirmedAt: timestamp({ withTimezone: true }),
  /** The step of time of the last code that was taken: none of it or before it is taken again. */
  lastStep: bigint({ mode: 'number' }),
})

/** Codes that stand in for a second factor once each; only their keyed hashes are kept. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    codeHash: text().notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (row) => [index().on(row.personId)],
)

/** A single-use link to a new password; only the hash of its secret is kept. Any new password uses it up. */
export const passwordResets = pgTable(
  'password_resets',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    secretHash: text().notNull().unique(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp({ withTimezone: true }).notNull(),
    usedAt: timestamp({ withTimezone: true }),
  },
  (row) => [index().on(row.personId)],
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
