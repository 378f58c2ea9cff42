import { isNull } from 'drizzle-orm'
import { index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { verdicts } from '../../vocabulary'
import { articles } from '../article'
import { claims } from '../claim'
import { desks, members } from '../member'
import { submissions } from '../review'
import { ownVerdicts } from './own-verdict'

/** A member was asked to judge a claim without sight of its verdict; until it ends, its article is not there for them. */
export const secondVerdicts = pgTable(
  'second_verdicts',
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
    askedOf: uuid()
      .notNull()
      .references(() => members.id),
    askedBy: uuid()
      .notNull()
      .references(() => members.id),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When it was given, or taken back. */
    endedAt: timestamp({ withTimezone: true }),
    endedBy: uuid().references(() => members.id),
    /** What they hold the claim to be; null where it was taken back. */
    ownVerdictId: uuid()
      .unique()
      .references(() => ownVerdicts.id),
    /** What they found, in their own words. */
    evidence: text().notNull().default(''),
    /** The claim's verdict at the moment theirs was given; null while it had none. */
    ratedAs: text({ enum: verdicts }),
  },
  (row) => [
    index().on(row.claimId),
    index().on(row.deskId),
    index('second_verdicts_blind').on(row.askedOf, row.articleId).where(isNull(row.endedAt)),
    uniqueIndex('second_verdicts_once').on(row.claimId, row.askedOf).where(isNull(row.endedAt)),
  ],
)

/** Until when a member was last in an article's room, or read what lies in it; null while they may be inside. */
export const roomStays = pgTable(
  'room_stays',
  {
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    until: timestamp({ withTimezone: true }),
  },
  (row) => [primaryKey({ columns: [row.articleId, row.memberId] })],
)

/** That a member was handed the page of a submission, which says how its claim is rated; the first time. */
export const sights = pgTable(
  'sights',
  {
    submissionId: uuid()
      .notNull()
      .references(() => submissions.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [primaryKey({ columns: [row.submissionId, row.memberId] })],
)
