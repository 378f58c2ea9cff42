import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { deliveryFaults, eventKinds, webhookPauses, webhookShapes } from '../../vocabulary'
import { articles } from '../article'
import { desks, members } from '../member'

/** An address elsewhere that is told what happens at a desk. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: uuid().primaryKey(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    /** Of chats it is a secret, too: who knows it can write there. */
    address: text().notNull(),
    shape: text({ enum: webhookShapes }).notNull(),
    events: text({ enum: eventKinds }).array().notNull(),
    /** What signs, encrypted under SECRET_KEY; the one before it signs beside it for a while. */
    secret: text().notNull(),
    previousSecret: text(),
    previousUntil: timestamp({ withTimezone: true }),
    /** Why nothing is sent; null while it is. */
    pause: text({ enum: webhookPauses }),
    addedBy: uuid()
      .notNull()
      .references(() => members.id),
    addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (row) => [index().on(row.deskId)],
)

/** One message to one webhook, sent under its id however often it is tried. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: uuid().primaryKey(),
    /** What happened, and to which webhook it is told: told twice, it is there once. */
    key: text().notNull().unique(),
    webhookId: uuid()
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    /** Null for a test. */
    event: text({ enum: eventKinds }),
    articleId: uuid().references(() => articles.id),
    /** The very bytes that are signed. */
    body: text().notNull(),
    writtenAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
    tries: integer().notNull().default(0),
    /** When it is to be tried; null once it was taken or given up. */
    dueAt: timestamp({ withTimezone: true }).defaultNow(),
    sentAt: timestamp({ withTimezone: true }),
    triedAt: timestamp({ withTimezone: true }),
    /** The HTTP status of the last answer; null where there was none. */
    status: integer(),
    /** Why the last try was not taken. */
    fault: text({ enum: deliveryFaults }),
  },
  (row) => [
    index('deliveries_due').on(row.dueAt).where(sql`${row.dueAt} is not null`),
    index().on(row.webhookId, row.writtenAt),
  ],
)
