import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { AuditWords } from '../../../server/audit/audit'
import { desks } from '../member'

/** Who did what, or was refused it: rows are only added. People and things have no keys: an entry outlives them. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: uuid().primaryKey(),
    /** Null for what belongs to the installation and to no desk. */
    deskId: uuid().references(() => desks.id),
    /** To the millisecond, as it is hashed. */
    at: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    /** A line of the table of who may, or a way in. */
    act: text().notNull(),
    /** The procedure or command it came by. */
    way: text().notNull(),
    /** 'done', or the code of the refusal. */
    outcome: text().notNull(),
    memberId: uuid(),
    personId: uuid(),
    /** Ids of what it was about, by what they are called where it was asked. */
    things: jsonb().$type<Record<string, string>>().notNull(),
    /** Fixed words only, such as a role or a decision; nothing that somebody wrote. */
    words: jsonb().$type<AuditWords>().notNull(),
    requestId: text(),
    /** The network that it came from, never the whole address. */
    address: text(),
  },
  (row) => [index().on(row.deskId, row.at, row.id), index().on(row.deskId, row.memberId, row.at)],
)

/** The place of each entry in the chain of its desk, or of the installation; rows are only added. */
export const auditLinks = pgTable(
  'audit_links',
  {
    /** A desk's id, or 'installation'. */
    chain: text().notNull(),
    index: bigint({ mode: 'number' }).notNull(),
    /** No key: that an entry is gone is what the chain is there to tell. */
    entryId: uuid().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.chain, row.index] }), unique().on(row.entryId)],
)

/** Entries that have no place in their chain yet. */
export const auditUnlinked = pgTable('audit_unlinked', { entryId: uuid().primaryKey() })
