import { and, count, desc, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '../../../db/client'
import { isAmong } from '../../../db/ids'
import {
  articles,
  assignments,
  dossierPublications,
  dossiers,
  members,
  people,
  publications,
  reportBlocks,
  reportSteps,
  reports,
} from '../../../db/schema'
import { readHolding } from '../../assignment/read-assignments'
import { isOpenTo } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { type ReportState, reportStates } from '../report'
import { asRead, type DeskReport } from './desk-report'

export type ReportCursor = { at: Date; id: string }
export type ReportPage = { reports: DeskReport[]; next: ReportCursor | null }

const onPage = 30

/** A page of the desk's reports in one state, or of all; the newest first. */
export async function readReports(
  member: Member,
  { state, after }: { state: ReportState | null; after: ReportCursor | null },
): Promise<ReportPage> {
  const further = after
    ? sql`(${timeOf}, ${reports.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    : undefined
  const rows = await select(member, and(state ? eq(stateSql, state) : undefined, further)).limit(onPage + 1)
  const shown = rows.slice(0, onPage)
  const last = shown.at(-1)
  return {
    reports: await withTasks(shown, member),
    next: last && rows.length > onPage ? { at: last.report.sentAt, id: last.report.id } : null,
  }
}

/** What a member was given that is about no article, the newest first, until somebody answers it or puts it back. */
export async function readGiven(member: Member): Promise<DeskReport[]> {
  const isTheirs = and(eq(reportSteps.kind, 'taken-up'), eq(reportSteps.givenTo, member.id))
  return withTasks(await select(member, isTheirs).limit(onPage), member)
}

/** One report of the desk; null where there is none that the member may know of. */
export async function readReport(member: Member, reportId: string): Promise<DeskReport | null> {
  const rows = await select(member, eq(reports.id, reportId)).limit(1)
  return (await withTasks(rows, member))[0] ?? null
}

/** What a report may be a double of: others about the same claim or dossier, or about none, that are no doubles themselves. */
export async function readOthers(member: Member, reportId: string): Promise<DeskReport[]> {
  const report = await readReport(member, reportId)
  if (!report) return []
  const { claim, dossier } = report
  const ofDossier = dossier ? eq(reports.dossierId, dossier.id) : isNull(reports.dossierId)
  const same = claim ? eq(reports.number, claim.number) : and(isNull(reports.number), ofDossier)
  const isOriginal = sql`${stateSql} not in ('duplicate', 'spam')`
  const rows = await select(member, and(same, isOriginal, ne(reports.id, reportId))).limit(onPage)
  return withTasks(rows, member)
}

/** How many of the desk's reports are in each state. */
export async function countReports(member: Member): Promise<Record<ReportState, number>> {
  const rows = await db()
    .select({ state: stateSql, count: count() })
    .from(reports)
    .leftJoin(reportSteps, itsStep)
    .where(isOf(member))
    .groupBy(stateSql)
  const found = new Map(rows.map((row) => [row.state, row.count]))
  // Every state has its count.
  return Object.fromEntries(reportStates.map((state) => [state, found.get(state) ?? 0])) as Record<
    ReportState,
    number
  >
}

const itsStep = and(
  eq(reportSteps.reportId, reports.id),
  sql`not exists (select from ${reportSteps} newer where newer.replaces = ${reportSteps.id})`,
)
const stateSql = sql<ReportState>`coalesce(nullif(${reportSteps.kind}, 'put-back'), 'new')`
// In ms, so that a cursor is exact.
const timeOf = sql<Date>`date_trunc('milliseconds', ${reports.sentAt})`.mapWith(reports.sentAt)

/** Of the desk, but for what is about an article that the member may not know of. */
const isOf = ({ id, deskId }: Member) =>
  and(eq(reports.deskId, deskId), or(isNull(reports.articleId), isOpenTo(reports.articleId, id)))

function select(member: Member, where: SQL | undefined) {
  const by = alias(members, 'by')
  const holder = alias(members, 'holder')
  const givenTo = alias(people, 'given_to')
  const newestStatement = sql<string | null>`(
    select p.content->'claim'->>'statement' from ${publications} p
    where p.number = ${reports.number} order by p.version desc limit 1)`
  const newestName = sql<string | null>`(
    select p.content->>'name' from ${dossierPublications} p
    where p.dossier_id = ${reports.dossierId} order by p.version desc limit 1)`
  const newestTitle = sql<string | null>`(
    select p.content->'article'->>'title' from ${publications} p
    where p.article_id = ${reports.articleId} order by p.published_at desc limit 1)`
  return db()
    .select({
      report: { ...reportColumns, sentAt: timeOf },
      statement: newestStatement,
      dossier: { number: dossiers.publicNumber, name: newestName },
      article: { number: articles.publicNumber, title: newestTitle },
      step: reportSteps,
      by: people.name,
      given: givenTo.name,
      isBlocked: sql<boolean>`${reportBlocks.senderHash} is not null`,
    })
    .from(reports)
    .leftJoin(reportSteps, itsStep)
    .leftJoin(by, eq(by.id, reportSteps.memberId))
    .leftJoin(people, eq(people.id, by.personId))
    .leftJoin(holder, eq(holder.id, reportSteps.givenTo))
    .leftJoin(givenTo, eq(givenTo.id, holder.personId))
    .leftJoin(dossiers, eq(dossiers.id, reports.dossierId))
    .leftJoin(articles, eq(articles.id, reports.articleId))
    .leftJoin(
      reportBlocks,
      and(eq(reportBlocks.deskId, reports.deskId), eq(reportBlocks.senderHash, reports.senderHash)),
    )
    .where(and(isOf(member), where))
    .orderBy(desc(timeOf), desc(reports.id))
    .$dynamic()
}

const { id, kind, text, place, link, name, email, number, version, claimId, articleId, dossierId } = reports
const about = { number, version, claimId, articleId, dossierId }
const reportColumns = { id, kind, text, place, link, name, email, ...about }
type Row = Awaited<ReturnType<typeof select>>[number]

async function withTasks(rows: Row[], member: Member): Promise<DeskReport[]> {
  const held = await readWork(rows)
  return rows.map((row) => ({ ...asRead(row, member), task: held(row) }))
}

/** Who has what the reports are about; of those that somebody looks at alone. */
async function readWork(rows: Row[]) {
  const looked = rows.filter(({ step, report }) => step?.kind === 'taken-up' && report.articleId)
  const articleIds = [...new Set(looked.flatMap(({ report }) => report.articleId ?? []))]
  const work = articleIds.length ? await readHolding(isAmong(assignments.articleId, articleIds)) : []
  return ({ step, report, given }: Row) => {
    if (step?.kind !== 'taken-up') return null
    if (given !== null) return { to: given, dueAt: step.dueAt }
    const same = work.find(
      (one) => one.articleId === report.articleId && one.claimId === (report.claimId ?? null),
    )
    return same?.to ? { to: same.to.name, dueAt: same.dueAt } : null
  }
}
