import { bigint, boolean, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { articles } from './article'
import { bytes } from './bytes'
import { members } from './member'
import { processes } from './process'

/** The live document of an article. `fence` rises when a process takes the room; `lineage` changes only by a restore. */
export const rooms = pgTable(
  'rooms',
  {
    document: text().primaryKey(),
    articleId: uuid()
      .notNull()
      .unique()
      .references(() => articles.id),
    lineage: uuid().notNull(),
    fence: bigint({ mode: 'number' }).notNull().default(0),
    /** The process that holds it, for as long as that process lives. */
    owner: uuid().references(() => processes.id, { onDelete: 'set null' }),
  },
  (row) => [index().on(row.owner)],
)

/** Who is in which room at this moment, as the process that holds it says. */
export const roomPeople = pgTable(
  'room_people',
  {
    process: uuid()
      .notNull()
      .references(() => processes.id, { onDelete: 'cascade' }),
    document: text()
      .notNull()
      .references(() => rooms.document, { onDelete: 'cascade' }),
    memberId: uuid()
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
  },
  (row) => [primaryKey({ columns: [row.process, row.document, row.memberId] }), index().on(row.document)],
)

/** Append-only: every accepted update, as it was acknowledged. */
export const roomUpdates = pgTable(
  'room_updates',
  {
    document: text()
      .notNull()
      .references(() => rooms.document),
    sequence: bigint({ mode: 'number' }).notNull(),
    fence: bigint({ mode: 'number' }).notNull(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Claims whose roots this update touched, taken from the transaction. */
    claims: uuid().array().notNull(),
    /** Sources it wrote in, whatever claim they belonged to then or belong to later. */
    sources: uuid().array().notNull().default([]),
    /** Whether a rule of the desk wrote it in the member's name: that makes nobody an author. */
    byRule: boolean().notNull().default(false),
    bytes: bytes().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.document, row.sequence] }),
    index().using('gin', row.claims),
    index().using('gin', row.sources),
  ],
)

/**
 * Read model of who has written in each claim and each source of a room, kept by a trigger from `room_updates`: what
 * nobody may approve who wrote in it is asked of hundreds at once. What a rule wrote in a claim is not in it.
 */
export const roomWriters = pgTable(
  'room_writers',
  {
    document: text()
      .notNull()
      .references(() => rooms.document),
    /** The id of a claim or of a source. */
    part: uuid().notNull(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    /** Of the first update that they wrote in it. */
    sequence: bigint({ mode: 'number' }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.part, row.document, row.memberId] })],
)

/** A room as its first `sequence` kept updates make it, so that opening it need not replay them; one a room. */
export const roomSnapshots = pgTable('room_snapshots', {
  document: text()
    .primaryKey()
    .references(() => rooms.document),
  sequence: bigint({ mode: 'number' }).notNull(),
  /** One Yjs update (V1), as gzip: browsers are handed these bytes. */
  packed: bytes().notNull(),
  /** SHA-256 of the update, in hex. */
  hash: text().notNull(),
  madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

/** Which member first wrote under a Yjs client id in a room; nobody else may. */
export const roomClients = pgTable(
  'room_clients',
  {
    document: text()
      .notNull()
      .references(() => rooms.document),
    clientId: bigint({ mode: 'number' }).notNull(),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
  },
  (row) => [primaryKey({ columns: [row.document, row.clientId] })],
)
