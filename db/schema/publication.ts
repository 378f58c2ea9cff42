import {
  bigint,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { LogBody } from '../../server/publication/log/log'
import type { PublishedClaim } from '../../server/publication/publication'
import { logKinds, submissionKinds } from '../vocabulary'
import { articles } from './article'
import { bytes } from './bytes'
import { desks, members } from './member'
import { scales } from './newsroom/scale'
import { submissions } from './review'

export const articleNumbers = pgSequence('article_numbers')

/** The short public number of a claim, given at its first publication, for ever. */
export const claimNumbers = pgTable('claim_numbers', {
  number: serial().primaryKey(),
  claimId: uuid().notNull().unique(),
})

/** One immutable version of an approved claim: rows are only added. */
export const publications = pgTable(
  'publications',
  {
    id: uuid().primaryKey(),
    claimId: uuid().notNull(),
    number: integer()
      .notNull()
      .references(() => claimNumbers.number),
    version: integer().notNull(),
    articleId: uuid()
      .notNull()
      .references(() => articles.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    submissionId: uuid()
      .notNull()
      .unique()
      .references(() => submissions.id),
    kind: text({ enum: submissionKinds }).notNull(),
    publicNote: text().notNull(),
    hash: text().notNull(),
    /** The scale of its submission; its words are in the content. */
    scaleId: uuid().references(() => scales.id),
    /** All that readers see of this version: the frozen claim, its article's head, names of authors and editor. */
    content: jsonb().$type<PublishedClaim>().notNull(),
    approvedBy: uuid()
      .notNull()
      .references(() => members.id),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (row) => [
    unique().on(row.claimId, row.version),
    index().on(row.number),
    index().on(row.articleId),
    index().on(row.deskId),
  ],
)

/** An editor's public line that a version is under review; it holds until the claim's next version. */
export const underReview = pgTable(
  'under_review',
  {
    id: uuid().primaryKey(),
    publicationId: uuid()
      .notNull()
      .unique()
      .references(() => publications.id),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    editorId: uuid()
      .notNull()
      .references(() => members.id),
    line: text().notNull(),
    putAt: timestamp({ withTimezone: true }).notNull(),
  },
  (row) => [index().on(row.deskId)],
)

/** The public, append-only, hash-linked record; its index is taken under an advisory lock. */
export const logEntries = pgTable(
  'log_entries',
  {
    index: bigint({ mode: 'number' }).primaryKey(),
    kind: text({ enum: logKinds }).notNull(),
    /** No foreign key: an entry stays for ever, also when the demo that it told of is removed. Null for a scale. */
    publicationId: uuid(),
    body: jsonb().$type<LogBody>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull().unique(),
    signature: text().notNull(),
  },
  (row) => [index().on(row.publicationId)],
)

/** The Merkle tree over the log's entries: every subtree that is full, by its level and its place from the left. */
export const logNodes = pgTable(
  'log_nodes',
  { level: integer().notNull(), place: bigint({ mode: 'number' }).notNull(), hash: bytes().notNull() },
  (row) => [primaryKey({ columns: [row.level, row.place] })],
)

/** What was published and must still be made into pages; `doneAt` says it has been. */
export const outbox = pgTable('outbox', {
  id: uuid().primaryKey(),
  publicationId: uuid()
    .notNull()
    .references(() => publications.id),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  doneAt: timestamp({ withTimezone: true }),
})

/** Finished public pages, ready to be sent. `template` is the hash of what made them, to know when to make them again. */
export const pages = pgTable('pages', {
  path: text().primaryKey(),
  /** The address readers should end at; differs from `path` when a slug is part of it. */
  canonical: text().notNull(),
  contentType: text().notNull(),
  bytes: bytes().notNull(),
  gzip: bytes().notNull(),
  brotli: bytes().notNull(),
  etag: text().notNull(),
  template: text().notNull(),
  madeAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
