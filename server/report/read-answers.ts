import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/client'
import { publications, reportSteps, reports } from '../../db/schema'
import type { PublicAnswer } from '../publication/publication'
import { blackedOut } from '../publication/redaction/black-out'
import { readRemovedWords } from '../publication/redaction/read-redactions'

/** What a desk has answered readers about a claim for all to read, newest first. */
export async function readAnswers(at: Database | Transaction, number: number): Promise<PublicAnswer[]> {
  const newer = sql`exists (select from ${reportSteps} newer where newer.replaces = ${reportSteps.id})`
  const answers = await at
    .select({ text: reportSteps.answer, at: reportSteps.at, reportedAt: reports.sentAt })
    .from(reportSteps)
    .innerJoin(reports, eq(reports.id, reportSteps.reportId))
    .where(and(eq(reports.number, number), eq(reportSteps.isPublic, true), sql`not ${newer}`))
    .orderBy(desc(reportSteps.at))
  const [claim] = await at
    .select({ articleId: publications.articleId })
    .from(publications)
    .where(eq(publications.number, number))
    .limit(1)
  return claim ? blackedOut(answers, await readRemovedWords(at, claim.articleId)) : answers
}
