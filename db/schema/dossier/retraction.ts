import { isNull } from 'drizzle-orm'
import { index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { explanationOutcomes } from '../../vocabulary/figure'
import { members } from '../member'
import { dossiers } from './dossier'

/** That somebody asked to retract a published dossier, with the reason for readers, and what became of that; one waits at a time. */
export const dossierRetractions = pgTable(
  'dossier_retractions',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    text: text().notNull(),
    askedBy: uuid()
      .notNull()
      .references(() => members.id),
    askedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** The editor who approved or returned it, or who asked and withdrew; null while it waits, as the rest of this. */
    decidedBy: uuid().references(() => members.id),
    outcome: text({ enum: explanationOutcomes }),
    note: text(),
    decidedAt: timestamp({ withTimezone: true }),
  },
  (row) => [
    index().on(row.dossierId),
    uniqueIndex('dossier_retractions_waiting').on(row.dossierId).where(isNull(row.outcome)),
  ],
)
