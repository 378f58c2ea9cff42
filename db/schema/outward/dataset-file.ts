import { bigint, boolean, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { bytes } from '../bytes'

/** The large files of the data set that readers have; `making` says which parts are theirs. */
export const datasetFiles = pgTable('dataset_files', {
  name: text().primaryKey(),
  making: uuid().notNull(),
  mediatype: text().notNull(),
  /** Bytes and SHA-256 of what is handed out unpacked. */
  bytes: bigint({ mode: 'number' }).notNull(),
  sha256: text().notNull(),
  /** Bytes of all parts together, which are gzip where it is packed. */
  keptBytes: bigint({ mode: 'number' }).notNull(),
  isPacked: boolean().notNull(),
  madeAt: timestamp({ withTimezone: true }).notNull(),
})

/** What is in them, a piece at a time, from place 0; parts that no file names are of a making that was cut off. */
export const datasetParts = pgTable(
  'dataset_parts',
  { making: uuid().notNull(), name: text().notNull(), place: integer().notNull(), bytes: bytes().notNull() },
  (row) => [primaryKey({ columns: [row.making, row.name, row.place] })],
)
