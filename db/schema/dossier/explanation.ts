import { type AnyPgColumn, boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { disagreementReasons, explanationOutcomes } from '../../vocabulary/figure'
import { members } from '../member'
import { dossiers } from './dossier'

/** Why figures of a dossier differ, as a member explains it; signed, never changed. */
export const explanations = pgTable(
  'dossier_explanations',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    /** The pairs of figures that it explains; a pair whose figure changed has another key, and no explanation. */
    pairs: text().array().notNull(),
    /** The claims whose figures these are. */
    claims: uuid().array().notNull(),
    reason: text({ enum: disagreementReasons }).notNull(),
    text: text().notNull(),
    /** The approved one that it takes the place of, once it is approved itself. */
    replaces: uuid().references((): AnyPgColumn => explanations.id),
    /** Whether it only takes that one back, and says why. */
    takesBack: boolean().notNull().default(false),
    writtenBy: uuid()
      .notNull()
      .references(() => members.id),
    writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.dossierId)],
)

/** What became of an explanation: approved or returned by an editor, or withdrawn by whoever wrote it. */
export const explanationDecisions = pgTable('dossier_explanation_decisions', {
  explanationId: uuid()
    .primaryKey()
    .references(() => explanations.id),
  memberId: uuid()
    .notNull()
    .references(() => members.id),
  outcome: text({ enum: explanationOutcomes }).notNull(),
  note: text().notNull(),
  decidedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
