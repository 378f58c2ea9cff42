import { isNull } from 'drizzle-orm'
import {
  boolean,
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
import type { Block, Extraction } from '../../server/article/extract/extraction'
import type { FileType } from '../../server/article/file/file-type'
import type { ArticleFilter } from '../../server/article/list/article-filter'
import { bytes } from './bytes'
import { desks, members } from './member'

/** Something imported in order to be checked. `addressKey` is the normalised address, one per desk. */
export const articles = pgTable(
  'articles',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    address: text(),
    addressKey: text(),
    /** The desk's own article: readers may be shown it whole. */
    isOwn: boolean().notNull().default(false),
    /** Taken from a sequence at first publication, for ever. */
    publicNumber: integer().unique(),
    importedBy: uuid()
      .notNull()
      .references(() => members.id),
    importedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [unique().on(row.deskId, row.addressKey)],
)

/** Each time somebody deleted an article, and who brought it back; it is deleted while one is not restored. */
export const articleRemovals = pgTable(
  'article_removals',
  {
    id: uuid().primaryKey(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    removedBy: uuid()
      .notNull()
      .references(() => members.id),
    removedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    restoredBy: uuid().references(() => members.id),
    restoredAt: timestamp({ withTimezone: true }),
  },
  (row) => [
    uniqueIndex('article_removals_one_open').on(row.articleId).where(isNull(row.restoredAt)),
    index().on(row.articleId),
  ],
)

/** A file as a member sent it: until it is refused, or for as long as the draft or the revision that was made of it. */
export const importedFiles = pgTable(
  'imported_files',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    name: text().notNull(),
    type: text().$type<FileType>().notNull(),
    /** SHA-256 of its bytes. */
    hash: text().notNull(),
    bytes: bytes().notNull(),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.deskId), index().on(row.memberId)],
)

/** One frozen state of an article's text; never updated. Positions are code points into `text`. */
export const revisions = pgTable(
  'revisions',
  {
    id: uuid().primaryKey(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    number: integer().notNull(),
    title: text().notNull(),
    byline: text().array().notNull(),
    published: text(),
    updated: text(),
    publisher: text(),
    language: text(),
    blocks: jsonb().$type<Block[]>().notNull(),
    text: text().notNull(),
    hash: text().notNull(),
    /** Where each field came from: json-ld, meta, page, or a person who corrected it. */
    provenance: jsonb().$type<Record<string, string | null>>().notNull(),
    /** What was received, as received: the page's HTML or the pasted text. Of a file, what of it is shown beside its text. */
    original: text().notNull(),
    /** The file that it came in. */
    fileId: uuid().references(() => importedFiles.id),
    frozenBy: uuid()
      .notNull()
      .references(() => members.id),
    frozenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [unique().on(row.articleId, row.number), index().on(row.hash), index().on(row.fileId)],
)

/** An import between extraction and freezing: one member is looking at its fields. Removed when frozen or dropped. */
export const drafts = pgTable(
  'drafts',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    address: text(),
    extraction: jsonb().$type<Extraction>().notNull(),
    original: text().notNull(),
    fileId: uuid().references(() => importedFiles.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.memberId), index().on(row.fileId)],
)

/** A filter of the desk's articles that a member keeps under a name, for themselves or for the whole desk. */
export const savedFilters = pgTable(
  'saved_filters',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    savedBy: uuid()
      .notNull()
      .references(() => members.id),
    name: text().notNull(),
    filter: jsonb().$type<ArticleFilter>().notNull(),
    isShared: boolean().notNull(),
    savedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.deskId), index().on(row.savedBy)],
)

/**
 * Read model of when something last happened in each article: it was imported, written in (`project-claims`) or submitted
 * from. Triggers keep the first and the last, so that a list finds its page in an index.
 */
export const articleActivity = pgTable(
  'article_activity',
  {
    articleId: uuid()
      .primaryKey()
      .references(() => articles.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (row) => [index().on(row.deskId, row.at.desc(), row.articleId.desc())],
)
