import { isNull } from 'drizzle-orm'
import { index, integer, pgSequence, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { articles } from '../article'
import { desks, members } from '../member'

export const dossierNumbers = pgSequence('dossier_numbers')

/** Articles about one event, gathered by a desk; one that was never published may be removed. */
export const dossiers = pgTable(
  'dossiers',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    name: text().notNull(),
    /** Taken from a sequence at first publication, for ever. */
    publicNumber: integer().unique(),
    madeBy: uuid()
      .notNull()
      .references(() => members.id),
    madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    renamedAt: timestamp({ withTimezone: true }),
    removedBy: uuid().references(() => members.id),
    removedAt: timestamp({ withTimezone: true }),
  },
  (row) => [index().on(row.deskId)],
)

/** An article in a dossier, until somebody takes it out again. */
export const dossierArticles = pgTable(
  'dossier_articles',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    addedBy: uuid()
      .notNull()
      .references(() => members.id),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    takenOutBy: uuid().references(() => members.id),
    takenOutAt: timestamp({ withTimezone: true }),
  },
  (row) => [
    uniqueIndex('dossier_articles_once').on(row.dossierId, row.articleId).where(isNull(row.takenOutAt)),
    index().on(row.articleId),
  ],
)

/** What a member noted about a dossier, for members alone; signed, never changed. */
export const dossierNotes = pgTable(
  'dossier_notes',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    text: text().notNull(),
    writtenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.dossierId)],
)
