import { boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { verdicts } from '../../vocabulary'
import { articles } from '../article'
import { claims } from '../claim'
import { desks, members } from '../member'

/** A verdict that one member signs for themselves; rows are only added, and the newest of a member counts. */
export const ownVerdicts = pgTable(
  'own_verdicts',
  {
    id: uuid().primaryKey(),
    claimId: uuid()
      .notNull()
      .references(() => claims.id),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    verdict: text({ enum: verdicts }).notNull(),
    reason: text().notNull(),
    /** The claim it was made on: its statement, and the hash of all its words, as the desk's tables had them. */
    statement: text().notNull(),
    hash: text().notNull(),
    /** Whether it was given without sight of anybody else's. */
    isBlind: boolean().notNull().default(false),
    /** Whether its signer allows an editor to publish it as a dissent. */
    mayBePublished: boolean().notNull().default(false),
    signedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.claimId), index().on(row.deskId)],
)
