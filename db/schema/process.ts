import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The server processes at work on this database. A row's end gives back all the rooms it held. */
export const processes = pgTable('processes', {
  id: uuid().primaryKey(),
  /** Under which it holds an advisory lock while its session with the database lives. */
  number: integer().notNull().generatedAlwaysAsIdentity(),
  /** Where others reach it; null for a process that is the only one. */
  address: text(),
  /** Whether rooms may be opened in it; a process for pages only passes sockets on. */
  holdsRooms: boolean().notNull(),
  /** A hash of the settings that all processes must share. */
  likeness: text().notNull(),
  /** By the database's clock: its rooms are its own until then, if it does not say so anew. */
  leaseUntil: timestamp({ withTimezone: true }).notNull(),
})
