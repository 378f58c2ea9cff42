import { isNotNull, sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Awaited } from '../../server/claim/asked/reply'
import type { Confidence } from '../../server/claim/confidence'
import type { Figure } from '../../server/claim/figure/figure'
import type { Selectors } from '../../server/claim/quote'
import { claimKinds, sourceKinds, sourceTerms, sourceWays, stances, verdicts } from '../vocabulary'
import { articles } from './article'
import { desks, members } from './member'

/** Read model of the claims in rooms: rebuildable from `room_updates`, written by `project-claims` alone. */
export const claims = pgTable(
  'claims',
  {
    id: uuid().primaryKey(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    markedAt: text().notNull(),
    /** When it was marked and when it first got a verdict, as the room's log has it. */
    begunAt: timestamp({ withTimezone: true }),
    ratedAt: timestamp({ withTimezone: true }),
    isDeleted: boolean().notNull(),
    /** Who deleted it and when, as the room's log has it; null while it is not deleted. */
    deletedBy: uuid().references(() => members.id),
    deletedAt: timestamp({ withTimezone: true }),
    /** The claim that took its words when it went; no key, as ids are made in browsers. */
    mergedInto: uuid(),
    /** Hash of the revision that its quote stands in. */
    revision: text().notNull().default(''),
    selectors: jsonb().$type<Selectors>(),
    quote: text().notNull(),
    start: integer().notNull(),
    statement: text().notNull(),
    speaker: text().notNull(),
    saidAt: text().notNull(),
    kind: text({ enum: claimKinds }),
    /** The typed number it says; null where none was confirmed. */
    figure: jsonb().$type<Figure>(),
    topics: text().array().notNull(),
    verdict: text({ enum: verdicts }),
    confidence: jsonb().$type<Confidence>(),
    shortAnswer: text().notNull(),
    notKnown: text().notNull().default(''),
    /** Who was asked for their side, has not answered, and until when. */
    awaited: jsonb().$type<Awaited[]>().notNull().default([]),
    /** The rationale's words alone, for search. */
    rationale: text().notNull().default(''),
    /** The code of the first reason why it could not be submitted, or null when it is ready. */
    notReady: text(),
    /** Hash of what would be frozen now: differs from a submission's when the room has moved on. */
    hash: text().notNull(),
    /** The room's update sequence this row was read at. */
    sequence: bigint({ mode: 'number' }).notNull(),
  },
  (row) => [
    index().on(row.articleId),
    index().on(row.deskId),
    index().using('gin', row.topics),
    index('claims_deleted').on(row.deskId).where(isNotNull(row.deletedAt)),
    // Few are: what is about claims asks of these alone whether its own is among them.
    index('claims_gone').on(row.id).where(sql`${row.isDeleted}`),
  ],
)

/** Read model of the sources in rooms, like `claims`. */
export const sources = pgTable(
  'sources',
  {
    id: uuid().primaryKey(),
    claimId: uuid()
      .notNull()
      .references(() => claims.id),
    number: integer().notNull(),
    kind: text({ enum: sourceKinds }),
    stance: text({ enum: stances }),
    title: text().notNull(),
    address: text().notNull(),
    publisher: text().notNull(),
    date: text().notNull(),
    quote: text().notNull(),
    place: text().notNull(),
    /** Of one that no link leads to, what its terms let readers have: the rest is in the room alone. */
    way: text({ enum: sourceWays }),
    terms: text({ enum: sourceTerms }),
    who: text().notNull().default(''),
    role: text().notNull().default(''),
    isConfidential: boolean().notNull().default(false),
  },
  (row) => [index().on(row.claimId)],
)

/** Read model of the sources that were taken away from claims, like `claims`. */
export const deletedSources = pgTable(
  'deleted_sources',
  {
    id: uuid().primaryKey(),
    claimId: uuid()
      .notNull()
      .references(() => claims.id),
    /** What it was called; empty where it never had a title or an address. */
    name: text().notNull(),
    deletedBy: uuid()
      .notNull()
      .references(() => members.id),
    deletedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (row) => [index().on(row.claimId)],
)
