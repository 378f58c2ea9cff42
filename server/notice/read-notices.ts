import { and, count, desc, eq, inArray, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import type { Placeholder } from 'drizzle-orm/sql'
import { type Database, db, type Transaction } from '../../db/client'
import { prepared } from '../../db/prepared'
import {
  articles,
  claims,
  dossierRetractions,
  dossiers,
  explanations,
  guestLinks,
  members,
  noticeSettings,
  notices,
  people,
  reports,
  revisions,
  threads,
} from '../../db/schema'
import type { NoticeKind } from '../../db/vocabulary'
import { isDeleted, isForMember, isThere } from '../deleted/read-removal'
import { isOpenExplanation } from '../dossier/explanation/read-explanations'
import type { Member } from '../member/member'
import { words } from '../words'
import { type Notice, type NoticeSettings, usualNotices, withLaterKinds } from './notice'

const [onPage, inOneMail] = [30, 100]
export type NoticeCursor = { at: Date; id: string }

/** What a member was told, the newest first, from after a cursor on; of deleted things nothing. */
export async function readNotices(member: Member, after: NoticeCursor | null) {
  const further = after
    ? sql`(${timeOf}, ${notices.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    : undefined
  const rows = await select(db(), and(isOf(member.id), further)).limit(onPage + 1)
  const shown = rows.slice(0, onPage)
  const last = shown.at(-1)
  return { notices: shown, next: last && rows.length > onPage ? { at: last.at, id: last.id } : null }
}

/** How much of it the member has not read. */
export async function countUnread(member: Member): Promise<number> {
  const [counted] = await unreadOf().execute({ memberId: member.id })
  return counted?.unread ?? 0
}

const isItsDossier = sql`${dossiers.id} = coalesce(${explanations.dossierId}, ${dossierRetractions.dossierId})`

const unreadOf = prepared((on) =>
  on
    .select({ unread: count() })
    .from(notices)
    .leftJoin(claims, eq(claims.id, notices.claimId))
    .leftJoin(threads, eq(threads.id, notices.threadId))
    .leftJoin(explanations, eq(explanations.id, notices.explanationId))
    .leftJoin(dossierRetractions, eq(dossierRetractions.id, notices.retractionId))
    .leftJoin(dossiers, isItsDossier)
    .where(and(isOf(sql.placeholder('memberId')), isNull(notices.readAt)))
    .prepare('unread notices of a member'),
)

/** What of these kinds a mail would tell, the newest first; what is more than one mail holds waits for the next. */
export function readUnmailed(memberId: string, mailed: NoticeKind[], at: Transaction): Promise<Notice[]> {
  const waits = and(isNull(notices.readAt), isNull(notices.mailedAt), inArray(notices.kind, mailed))
  return select(at, and(isOf(memberId), waits)).limit(inOneMail)
}

/** What a member wants to be told. */
export async function readNoticeSettings(
  memberId: string,
  at: Pick<Database | Transaction, 'select'> = db(),
): Promise<NoticeSettings> {
  const { told, mailed, rhythm, known } = noticeSettings
  const [chosen] = await at
    .select({ told, mailed, rhythm, known })
    .from(noticeSettings)
    .where(eq(noticeSettings.memberId, memberId))
  return chosen ? withLaterKinds(chosen) : usualNotices
}

// In ms, so that a cursor is exact.
const timeOf = sql<Date>`date_trunc('milliseconds', ${notices.at})`.mapWith(notices.at)

const whoDidIt = sql<string>`coalesce(${notices.byId}, ${notices.guestLinkId}, ${notices.reportId},
  ${notices.id})`

// Said when it is asked for: what was found out by itself is nobody's, and the sender of a report has no name but what the asker's language calls a reader.
const nameOfWho = () => sql<string>`coalesce(
  case when ${notices.kind} in ('source-changed', 'reply-due') then ${words()('evidence.watch')}::text end, ${people.name}, ${guestLinks.name},
  case when ${notices.kind} = 'overturned' then ${words()('proposition.otherDesk')}::text end, nullif(${reports.name}, ''),
  ${words()('report.reader')}::text)`

/** The member's own, as long as what it is about is there. */
function isOf(memberId: string | Placeholder): SQL | undefined {
  return and(
    eq(notices.memberId, memberId),
    or(isThere(notices.articleId, memberId), and(eq(notices.kind, 'asked-second'), isAskedOf(memberId))),
    // That nothing went out because the claim was deleted is told all the same.
    or(isNull(notices.claimId), eq(claims.isDeleted, false), eq(notices.kind, 'release-held')),
    isNull(threads.removedAt),
    isNull(dossiers.removedAt),
    or(isNull(notices.explanationId), isOpenExplanation(memberId)),
  )
}

/** Who is asked to judge a claim blind is told of that alone. */
const isAskedOf = (memberId: string | Placeholder) =>
  and(not(isDeleted(notices.articleId)), isForMember(notices.articleId, memberId))

function select(at: Pick<Database | Transaction, 'select'>, where: SQL | undefined) {
  return at
    .select({
      id: notices.id,
      kind: notices.kind,
      by: { id: whoDidIt, name: nameOfWho() },
      at: timeOf,
      isRead: sql<boolean>`${notices.readAt} is not null`,
      articleId: notices.articleId,
      articleTitle: sql<string | null>`(select ${revisions.title} from ${revisions}
        where ${revisions.articleId} = ${articles.id} order by ${revisions.number} desc limit 1)`,
      claimId: notices.claimId,
      threadId: notices.threadId,
      commentId: notices.commentId,
      reportId: notices.reportId,
      ...{ explanationId: notices.explanationId, dossierId: dossiers.id, dossierName: dossiers.name },
      about: sql<string>`coalesce(nullif(trim(${claims.statement}), ''), ${claims.quote},
        ${threads.passage} #>> '{selectors,quote,exact}', left(${reports.text}, 200), ${explanations.text}, ${dossierRetractions.text}, '')`,
    })
    .from(notices)
    .leftJoin(articles, eq(articles.id, notices.articleId))
    .leftJoin(reports, eq(reports.id, notices.reportId))
    .leftJoin(members, eq(members.id, notices.byId))
    .leftJoin(people, eq(people.id, members.personId))
    .leftJoin(guestLinks, eq(guestLinks.id, notices.guestLinkId))
    .leftJoin(claims, eq(claims.id, notices.claimId))
    .leftJoin(threads, eq(threads.id, notices.threadId))
    .leftJoin(explanations, eq(explanations.id, notices.explanationId))
    .leftJoin(dossierRetractions, eq(dossierRetractions.id, notices.retractionId))
    .leftJoin(dossiers, isItsDossier)
    .where(where)
    .orderBy(desc(timeOf), desc(notices.id))
}
