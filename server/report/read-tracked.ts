import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '../../db/client'
import { articles, dossiers, reportSteps, reports } from '../../db/schema'
import type { ReportKind } from '../../db/vocabulary'
import { keptHash } from '../form/sign-form'
import { deskPath, type PublicDesk } from '../publication/publication'
import { readPublicDesk } from '../publication/read-published'
import { blackedOut } from '../publication/redaction/black-out'
import { readRemovedWords } from '../publication/redaction/read-redactions'
import { readRemovedFromDossier } from './read-answers'
import { readSubject } from './read-subject'
import { nameOf, pageOf, type ReportState, stateOf, trackingShape } from './report'

/** A report as its sender sees it. */
export type Tracked = {
  desk: PublicDesk
  kind: ReportKind
  text: string
  place: string
  link: string
  sentAt: Date
  state: ReportState
  /** What the desk answered; to a double, what it answered the other publicly. */
  answer: { text: string; at: Date } | null
  /** Of a double: when the desk answered the other, in words that are for that sender alone. */
  otherAnsweredAt: Date | null
  /** What it is about. */
  page: { path: string; name: string }
}

/** SQL that says whether a step holds: nothing has replaced it. */
const holds = sql`not exists (select from ${reportSteps} newer where newer.replaces = ${reportSteps.id})`

/** What a secret leads to; null where it leads nowhere. */
export async function readTracked(secret: string): Promise<Tracked | null> {
  if (!trackingShape.test(secret)) return null
  const other = alias(reportSteps, 'other')
  const original = alias(reports, 'original')
  const [row] = await db()
    .select({
      report: reports,
      step: reportSteps,
      other,
      original,
      dossier: dossiers.publicNumber,
      article: articles.publicNumber,
    })
    .from(reports)
    .leftJoin(reportSteps, and(eq(reportSteps.reportId, reports.id), holds))
    .leftJoin(
      other,
      and(
        eq(other.reportId, reportSteps.duplicateOf),
        sql`not exists (select from ${reportSteps} newer where newer.replaces = ${other.id})`,
      ),
    )
    .leftJoin(dossiers, eq(dossiers.id, reports.dossierId))
    .leftJoin(articles, eq(articles.id, reports.articleId))
    .leftJoin(original, eq(original.id, reportSteps.duplicateOf))
    .where(eq(reports.secretHash, keptHash(secret)))
  if (!row) return null
  const { kind, text, place, link, sentAt, deskId } = row.report
  const desk = await readPublicDesk(db(), deskId)
  const state = stateOf(row.step?.kind ?? null)
  const said = row.step?.answer ? row.step : row.other?.isPublic ? row.other : null
  const answer =
    said && blackedOut({ text: said.answer, at: said.at }, await removedFrom(row.report, row.original))
  const otherAnsweredAt = row.other?.kind === 'answered' && !row.other.isPublic ? row.other.at : null
  const { dossier, article } = row
  const page = await readPage({ claim: row.report.number, dossier, article }, desk)
  return { desk, kind, text, place, link, sentAt, state, answer, otherAnsweredAt, page }
}

/** The words that were removed under law from what a report, and the one it doubles, are about. */
async function removedFrom(...told: (typeof reports.$inferSelect | null)[]): Promise<string[]> {
  const ids = new Set(told.flatMap((one) => one?.articleId ?? []))
  const dossierIds = new Set(told.flatMap((one) => one?.dossierId ?? []))
  const removed = [
    ...[...ids].map((id) => readRemovedWords(db(), id)),
    ...[...dossierIds].map((id) => readRemovedFromDossier(db(), id)),
  ]
  return (await Promise.all(removed)).flat()
}

/** The public numbers of what a report is about. */
type About = { claim: number | null; dossier: number | null; article: number | null }

async function readPage({ claim, dossier, article }: About, desk: PublicDesk): Promise<Tracked['page']> {
  const [first] = Object.entries({ c: claim, d: dossier, a: article }).filter(([, number]) => number !== null)
  const form = first && `/${first.join('/')}/report`
  const subject = form && (await readSubject(form))
  return subject
    ? { path: pageOf(subject), name: nameOf(subject) }
    : { path: deskPath(desk.slug), name: desk.name }
}
