import { isNull } from 'drizzle-orm'
import {
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { RefusalCode } from '../../../server/refusal'
import type { Hop } from '../../../server/source/snapshot/snapshot'
import type { StampFault } from '../../../server/source/stamp/timestamp'
import { linkStates, snapshotKinds, stampKinds } from '../../vocabulary/evidence'
import { articles } from '../article'
import { bytes } from '../bytes'
import { desks, members } from '../member'

/**
 * What stood behind a source at one time, never updated: its bytes are in the store of evidence under their SHA-256. The
 * source and its claim are ids of the room and have no keys here, as their read model is made anew.
 */
export const snapshots = pgTable(
  'snapshots',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    claimId: uuid().notNull(),
    sourceId: uuid().notNull(),
    kind: text({ enum: snapshotKinds }).notNull(),
    /** What was asked for, and what answered after all redirects; null for a file that somebody attached. */
    address: text(),
    finalAddress: text(),
    status: integer(),
    requestHeaders: jsonb().$type<[string, string][]>().notNull().default([]),
    responseHeaders: jsonb().$type<[string, string][]>().notNull().default([]),
    redirects: jsonb().$type<Hop[]>().notNull().default([]),
    /** What an attached file was called. */
    fileName: text(),
    /** What the bytes were found to be. */
    mediaType: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    /** The words of it, as an article is read, and all words that stand in it; empty where it has none we can read. */
    text: text().notNull().default(''),
    wholeText: text().notNull().default(''),
    /** Who asked for it; null where it was taken by itself. */
    takenBy: uuid().references(() => members.id),
    takenAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  },
  (row) => [index().on(row.sourceId, row.takenAt), index().on(row.claimId), index().on(row.articleId)],
)

/** What somebody outside vouches for a snapshot, one of a kind: asked for until it is given, or for the last time. */
export const snapshotStamps = pgTable(
  'snapshot_stamps',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    snapshotId: uuid()
      .notNull()
      .references(() => snapshots.id),
    kind: text({ enum: stampKinds }).notNull(),
    tries: integer().notNull(),
    triedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** Why the last try brought nothing. */
    fault: text().$type<RefusalCode | StampFault>(),
    /** What the Wayback Machine calls its work on it, and since when it does. */
    job: text(),
    jobAt: timestamp({ withTimezone: true, precision: 3 }),
    /** The answer of the authority as it came (RFC 3161), or where the copy is. */
    token: bytes(),
    address: text(),
    /** The time that is stated for it. */
    givenAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (row) => [unique().on(row.snapshotId, row.kind), index().on(row.deskId)],
)

/** Each time the address of a source was looked at, and what was found; one that is open has no end yet. */
export const sourceLooks = pgTable(
  'source_looks',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    claimId: uuid().notNull(),
    sourceId: uuid().notNull(),
    address: text().notNull(),
    begunAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    endedAt: timestamp({ withTimezone: true, precision: 3 }),
    /** What became of the link since it was first archived, or since somebody said that the verdict still holds. */
    state: text({ enum: linkStates }),
    /** Why nothing was brought: the code of a refusal. */
    fault: text().$type<RefusalCode>(),
    /** What was found: a new snapshot, or an older one that says the same. */
    snapshotId: uuid().references(() => snapshots.id),
    /** Who asked for it; null where it was the watch. */
    askedBy: uuid().references(() => members.id),
    /** Who said that the verdict holds in spite of what was found. */
    confirmedBy: uuid().references(() => members.id),
    confirmedAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (row) => [
    index().on(row.sourceId, row.begunAt),
    index().on(row.claimId),
    index().on(row.articleId),
    uniqueIndex('source_looks_one_open').on(row.sourceId).where(isNull(row.endedAt)),
  ],
)

/** What a member signed about how far a publisher can be relied on; the newest of a publisher holds, an empty one takes it back. */
export const publisherNotes = pgTable(
  'publisher_notes',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    /** A registrable domain, else the publisher's name, folded. */
    publisher: text().notNull(),
    text: text().notNull(),
    writtenBy: uuid()
      .notNull()
      .references(() => members.id),
    writtenAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (row) => [index().on(row.deskId, row.publisher, row.writtenAt)],
)
