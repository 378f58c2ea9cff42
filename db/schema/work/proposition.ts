import { isNull, sql } from 'drizzle-orm'
import { index, pgTable, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { verdicts } from '../../vocabulary'
import { claims } from '../claim'
import { desks, members } from '../member'
import { publications } from '../publication'

/** What several claims of a desk say, in one statement. */
export const propositions = pgTable(
  'propositions',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    statement: text().notNull(),
    madeBy: uuid()
      .notNull()
      .references(() => members.id),
    madeAt: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (row) => [index().on(row.deskId)],
)

/** A claim that hangs from a proposition, from when to when; on a desk it hangs from one at a time. */
export const propositionClaims = pgTable(
  'proposition_claims',
  {
    id: uuid().primaryKey(),
    propositionId: uuid()
      .notNull()
      .references(() => propositions.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    /** No key: it may be a published claim of another desk. */
    claimId: uuid().notNull(),
    linkedBy: uuid()
      .notNull()
      .references(() => members.id),
    linkedAt: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    unlinkedBy: uuid().references(() => members.id),
    unlinkedAt: timestamp({ withTimezone: true }),
  },
  (row) => [
    index().on(row.propositionId),
    index().on(row.claimId),
    uniqueIndex('proposition_claims_now').on(row.deskId, row.claimId).where(isNull(row.unlinkedAt)),
  ],
)

/** A verdict and a public note that wait for a claim's authors, because a claim that says the same was corrected. */
export const correctionDrafts = pgTable(
  'correction_drafts',
  {
    id: uuid().primaryKey(),
    claimId: uuid()
      .notNull()
      .references(() => claims.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    /** The version that is the reason. */
    publicationId: uuid()
      .notNull()
      .references(() => publications.id),
    /** Null where that version is a retraction: then people decide anew. */
    verdict: text({ enum: verdicts }),
    publicNote: text().notNull(),
    draftedBy: uuid()
      .notNull()
      .references(() => members.id),
    draftedAt: timestamp({ withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (row) => [
    unique().on(row.claimId, row.publicationId),
    index().on(row.deskId),
    index().on(row.publicationId),
  ],
)
