import { and, eq, ne, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { desks, reportSteps, reports } from '../../../db/schema'
import { keepMail } from '../../mail/keep-mail'
import { answerLetter, doubleLetter } from './letter'

type Sent = Pick<typeof reports.$inferSelect, 'id' | 'deskId' | 'email'>
type Answered = Pick<typeof reportSteps.$inferSelect, 'id' | 'answer' | 'isPublic'>

/** Sends the answer to whoever reported it, and tells those who reported the same what became of it, each address once. */
export async function tellSenders(tx: Transaction, report: Sent, answered: Answered): Promise<void> {
  const desk = await readLetterDesk(tx, report.deskId)
  if (!desk) return
  const { id: stepId, answer } = answered
  if (report.email) await keepMail(tx, answerLetter({ to: report.email, stepId, desk, answer }))
  const told = new Set([report.email.toLowerCase()])
  for (const double of await readDoublesOf(tx, report.id)) {
    if (told.has(double.email.toLowerCase())) continue
    told.add(double.email.toLowerCase())
    await keepMail(tx, letterOf(double, answered, desk))
  }
}

/** Tells whoever sent a report that doubles another what that one was answered, if it was. */
export async function tellDouble(tx: Transaction, double: Sent, originalId: string): Promise<void> {
  const desk = await readLetterDesk(tx, double.deskId)
  const [answered] = await tx
    .select()
    .from(reportSteps)
    .where(and(eq(reportSteps.reportId, originalId), eq(reportSteps.kind, 'answered'), holds))
  if (desk && double.email && answered) await keepMail(tx, letterOf(double, answered, desk))
}

/** What was answered somebody else in private is not for them: they are told that it is dealt with. */
function letterOf(double: Sent, { id, answer, isPublic }: Answered, desk: LetterDesk) {
  return doubleLetter({
    ...{ to: double.email, stepId: id, reportId: double.id, desk },
    answer: isPublic ? answer : null,
  })
}

type LetterDesk = { name: string; language: string }

/** Null for the demo, which writes to nobody. */
async function readLetterDesk(tx: Transaction, deskId: string): Promise<LetterDesk | null> {
  const [desk] = await tx
    .select({ name: desks.name, language: desks.language })
    .from(desks)
    .where(and(eq(desks.id, deskId), eq(desks.isDemo, false)))
  return desk ?? null
}

const holds = sql`not exists (select from ${reportSteps} newer where newer.replaces = ${reportSteps.id})`

/** The reports that say the same and have an address, oldest first. */
function readDoublesOf(tx: Transaction, reportId: string): Promise<Sent[]> {
  return tx
    .select({ id: reports.id, deskId: reports.deskId, email: reports.email })
    .from(reports)
    .innerJoin(reportSteps, eq(reportSteps.reportId, reports.id))
    .where(and(eq(reportSteps.duplicateOf, reportId), holds, ne(reports.email, '')))
    .orderBy(reports.sentAt, reports.id)
}
