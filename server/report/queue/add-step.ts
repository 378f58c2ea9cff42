import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../../db/client'
import {
  dossierOutbox,
  dossierPublications,
  members,
  outbox,
  people,
  publications,
  reportSteps,
  reports,
} from '../../../db/schema'
import { takeTurn } from '../../../db/take-turn'
import { notify } from '../../channel/notify'
import { isOpenTo } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused, refuseIf } from '../../refusal'
import { stateOf } from '../report'
import { type Other, type Standing, type Step, whyNotStep } from './step'
import { tellDouble, tellSenders } from './tell-senders'

/** The id is made by whoever acts; `seen` is the step they read, null for none. */
export type Asked = { member: Member; id: string; reportId: string; seen: string | null }

/** Does something with a report. Sent again after a lost answer, it is done once. */
export async function addStep({ step, ...asked }: Asked & { step: Step }): Promise<void> {
  await db().transaction((tx) => addStepWithin(tx, { ...asked, step }, async () => {}))
}

/** The same within a transaction; `also` is done with it, once. */
export async function addStepWithin(
  tx: Transaction,
  { member, id, reportId, seen, step }: Asked & { step: Step },
  also: (report: Report) => Promise<void>,
): Promise<void> {
  // Of two who act at once the second sees what the first did, also with the report that theirs doubles.
  await takeTurn(tx, `reports of desk ${member.deskId}`)
  const report = await openReport(tx, member, reportId)
  const standing = await readStanding(tx, reportId)
  // Sent again after a lost answer.
  if (standing?.id === id && standing.by.id === member.id) return
  const hasPage = (report.number ?? report.articleId ?? report.dossierId) !== null
  const doubles = step.kind === 'duplicate' ? await readDoubles(tx, member, reportId, step.duplicateOf) : {}
  refuseIf(whyNotStep(step, { standing, seen, hasPage, ...doubles }))
  const said = step.kind === 'answered' ? { ...step, answer: step.answer.trim() } : { ...step, answer: '' }
  const kept = { id, reportId, replaces: standing?.id ?? null, memberId: member.id, ...said }
  await tx.insert(reportSteps).values(kept)
  if (said.kind === 'answered')
    await tellSenders(tx, report, { id, answer: said.answer, isPublic: said.isPublic })
  if (said.kind === 'duplicate') await tellDouble(tx, report, said.duplicateOf)
  const isShown = said.kind === 'answered' && said.isPublic
  if (isShown || standing?.isPublic) await renderAgain(tx, report)
  await also(report)
}

export type Report = typeof reports.$inferSelect

/** The report; another desk's is not there, nor one about an article that the member may not know of. */
async function openReport(tx: Transaction, { id, deskId }: Member, reportId: string): Promise<Report> {
  const isOpen = or(isNull(reports.articleId), isOpenTo(reports.articleId, id))
  const [report] = await tx
    .select()
    .from(reports)
    .where(and(eq(reports.id, reportId), eq(reports.deskId, deskId), isOpen))
  if (!report) throw new Refused({ code: 'report-unknown' })
  return report
}

async function readStanding(tx: Transaction, reportId: string): Promise<Standing | null> {
  const newer = alias(reportSteps, 'newer')
  const [row] = await tx
    .select({ step: reportSteps, name: people.name })
    .from(reportSteps)
    .innerJoin(members, eq(members.id, reportSteps.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(newer, eq(newer.replaces, reportSteps.id))
    .where(and(eq(reportSteps.reportId, reportId), isNull(newer.id)))
  return row ? { ...row.step, by: { id: row.step.memberId, name: row.name } } : null
}

/** What a double is said to double, and whether something doubles it. */
async function readDoubles(
  tx: Transaction,
  member: Member,
  reportId: string,
  duplicateOf: string,
): Promise<{ other: Other; isDoubled: boolean }> {
  const other = duplicateOf === reportId ? null : await openReport(tx, member, duplicateOf)
  const standing = other && (await readStanding(tx, other.id))
  const newer = sql`exists (select from ${reportSteps} newer where newer.replaces = ${reportSteps.id})`
  const doubling = and(eq(reportSteps.duplicateOf, reportId), sql`not ${newer}`)
  const [doubled] = await tx.select({ id: reportSteps.id }).from(reportSteps).where(doubling).limit(1)
  return { other: other && { state: stateOf(standing?.kind ?? null) }, isDoubled: doubled !== undefined }
}

/** Has the page made again on which the answer stands or stood: of the claim, the article or the dossier. */
async function renderAgain(tx: Transaction, report: Report): Promise<void> {
  if (report.dossierId !== null) return renderDossierAgain(tx, report.dossierId)
  const { number, articleId } = report
  if (articleId === null) return
  const [newest] = await tx
    .select({ id: publications.id })
    .from(publications)
    .where(number === null ? eq(publications.articleId, articleId) : eq(publications.number, number))
    .orderBy(desc(publications.version))
    .limit(1)
  if (!newest) return
  await tx.insert(outbox).values({ id: uuid(), publicationId: newest.id })
  await notify(tx, 'publication_made', { publicationId: newest.id })
}

async function renderDossierAgain(tx: Transaction, dossierId: string): Promise<void> {
  const [newest] = await tx
    .select({ id: dossierPublications.id })
    .from(dossierPublications)
    .where(eq(dossierPublications.dossierId, dossierId))
    .orderBy(desc(dossierPublications.version))
    .limit(1)
  if (!newest) return
  await tx.insert(dossierOutbox).values({ id: uuid(), dossierPublicationId: newest.id })
  await notify(tx, 'publication_made', { publicationId: newest.id })
}
