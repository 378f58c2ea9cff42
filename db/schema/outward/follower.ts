import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { followedKinds, followNewsKinds } from '../../vocabulary'
import { dossierPublications } from '../dossier/publication'
import { desks } from '../member'
import { publications } from '../publication'

/** An address that a reader gave in order to be told of something; it goes with the last thing that it follows. */
export const followers = pgTable(
  'followers',
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [uniqueIndex('followers_email').on(sql`lower(${row.email})`)],
)

/** One thing that an address follows, or was asked to; nothing is told before it is confirmed from there. */
export const follows = pgTable(
  'follows',
  {
    id: uuid().primaryKey(),
    followerId: uuid()
      .notNull()
      .references(() => followers.id, { onDelete: 'cascade' }),
    kind: text({ enum: followedKinds }).notNull(),
    /** The public number of a claim, an article or a dossier, the slug of a topic or a desk. */
    thing: text().notNull(),
    /** Null for a topic: desks share them. */
    deskId: uuid().references(() => desks.id, { onDelete: 'cascade' }),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** SHA-256 of the secret in the link that confirms it; null once that was used. */
    secretHash: text().unique(),
    confirmedAt: timestamp({ withTimezone: true }),
  },
  (row) => [
    unique('follows_once').on(row.followerId, row.kind, row.thing),
    index().on(row.kind, row.thing),
    index('follows_open').on(row.askedAt).where(sql`${row.confirmedAt} is null`),
  ],
)

/** What a follower is still to be told, of a check or of a dossier; it goes with the mail that tells it. */
export const followNews = pgTable(
  'follow_news',
  {
    id: uuid().primaryKey(),
    followId: uuid()
      .notNull()
      .references(() => follows.id, { onDelete: 'cascade' }),
    kind: text({ enum: followNewsKinds }).notNull(),
    publicationId: uuid().references(() => publications.id, { onDelete: 'cascade' }),
    dossierPublicationId: uuid().references(() => dossierPublications.id, { onDelete: 'cascade' }),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [
    unique('follow_news_once').on(row.followId, row.kind, row.publicationId),
    unique('follow_news_dossier_once').on(row.followId, row.kind, row.dossierPublicationId),
    check('follow_news_of_one', sql`num_nonnulls(${row.publicationId}, ${row.dossierPublicationId}) = 1`),
  ],
)
