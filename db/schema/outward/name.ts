import { index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { nameKinds } from '../../vocabulary'
import { desks, members } from '../member'
import { claimNumbers } from '../publication'

/** Who and what is named in the newest version of each published claim; read from publications, written with their pages alone. */
export const publishedNames = pgTable(
  'published_names',
  {
    number: integer()
      .notNull()
      .references(() => claimNumbers.number),
    kind: text({ enum: nameKinds }).notNull(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    /** The name as the check has it, and how that stands in an address. */
    name: text().notNull(),
    spelling: text().notNull(),
    /** Under which address it is listed: its own, or the one that its desk has joined it to. */
    slug: text().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.number, row.kind, row.spelling] }),
    index().on(row.kind, row.slug),
    index().on(row.deskId, row.kind, row.spelling),
  ],
)

/** Spellings that an editor has joined to another name, on their desk alone; taken apart, the row goes. */
export const joinedNames = pgTable(
  'joined_names',
  {
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    kind: text({ enum: nameKinds }).notNull(),
    spelling: text().notNull(),
    /** The name it is listed under, and how that stands in an address. */
    name: text().notNull(),
    slug: text().notNull(),
    joinedBy: uuid()
      .notNull()
      .references(() => members.id),
    joinedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [primaryKey({ columns: [row.deskId, row.kind, row.spelling] })],
)
