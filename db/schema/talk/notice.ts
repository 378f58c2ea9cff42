import { isNull } from 'drizzle-orm'
import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { mailRhythms, type NoticeKind, noticeKinds } from '../../vocabulary'
import { articles } from '../article'
import { explanations } from '../dossier/explanation'
import { dossierRetractions } from '../dossier/retraction'
import { desks, members } from '../member'
import { reports } from '../outward/report'
import { guestLinks } from '../record/guest'
import { comments, threads } from './thread'

/** Something that a member is told. It names what happened; the words are read where they are. */
export const notices = pgTable(
  'notices',
  {
    id: uuid().primaryKey(),
    /** What happened, to whom it is told: told twice, it is there once. */
    key: text().notNull().unique(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    kind: text({ enum: noticeKinds }).notNull(),
    /** Who did it; null where it was a guest, by their link, or a reader, by their report. */
    byId: uuid().references(() => members.id),
    guestLinkId: uuid().references(() => guestLinks.id),
    reportId: uuid().references(() => reports.id),
    /** Null for a report that is about no article, and for what happens in a dossier. */
    articleId: uuid().references(() => articles.id),
    /** No reference: a claim's row goes when its mark is undone. */
    claimId: uuid(),
    threadId: uuid().references(() => threads.id),
    commentId: uuid().references(() => comments.id),
    /** The explanation that it is about, which leads to its dossier. */
    explanationId: uuid().references(() => explanations.id),
    /** The same for the asking that a dossier be retracted. */
    retractionId: uuid().references(() => dossierRetractions.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    readAt: timestamp({ withTimezone: true }),
    /** When it went out in a mail. */
    mailedAt: timestamp({ withTimezone: true }),
  },
  (row) => [
    index().on(row.memberId, row.at, row.id),
    index('notices_unread').on(row.memberId).where(isNull(row.readAt)),
  ],
)

/** Those that members could choose among before it was kept which they had seen. */
const laterKinds: NoticeKind[] = [
  ...(['reported', 'subscriber-silent', 'source-changed'] as const),
  ...(['passage-changed', 'overturned', 'reply-due'] as const),
  ...(['explanation-sent', 'explanation-approved', 'explanation-returned'] as const),
  ...(['retraction-sent', 'retraction-approved', 'retraction-returned'] as const),
]
const firstNoticeKinds = noticeKinds.filter((kind) => !laterKinds.includes(kind))

/** What a member wants to be told; without a row, what `usualNotices` says. */
export const noticeSettings = pgTable('notice_settings', {
  memberId: uuid()
    .primaryKey()
    .references(() => members.id),
  told: jsonb().$type<NoticeKind[]>().notNull(),
  mailed: jsonb().$type<NoticeKind[]>().notNull(),
  /** The kinds that there were to choose from: of one that came later, what is usual holds. */
  known: jsonb().$type<NoticeKind[]>().notNull().default(firstNoticeKinds),
  rhythm: text({ enum: mailRhythms }).notNull(),
})
