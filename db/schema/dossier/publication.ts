import { index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import type { FrozenDossier } from '../../../server/dossier/published/frozen-dossier'
import { desks, members } from '../member'
import { dossiers } from './dossier'

/** One version of a dossier as an editor published it: rows are only added. */
export const dossierPublications = pgTable(
  'dossier_publications',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    version: integer().notNull(),
    /** SHA-256 over the RFC 8785 JSON of the content. */
    hash: text().notNull(),
    content: jsonb().$type<FrozenDossier>().notNull(),
    publishedBy: uuid()
      .notNull()
      .references(() => members.id),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
    /** Its entry in the public log; null for versions from before dossiers had one. */
    entry: integer(),
  },
  (row) => [unique().on(row.dossierId, row.version), index().on(row.deskId)],
)

/** Dossiers whose pages must be made, like `outbox`; `doneAt` says they have been. */
export const dossierOutbox = pgTable('dossier_outbox', {
  id: uuid().primaryKey(),
  dossierPublicationId: uuid()
    .notNull()
    .references(() => dossierPublications.id),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  doneAt: timestamp({ withTimezone: true }),
})
