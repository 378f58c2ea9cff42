import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/client'
import { dossierPublications, publications, reportSteps, reports } from '../../db/schema'
import type { PublicAnswer } from '../publication/publication'
import { blackedOut } from '../publication/redaction/black-out'
import { readRemovedWords } from '../publication/redaction/read-redactions'

/** What readers wrote about: a claim by its public number, or an article or a dossier as a whole. */
type About = { claim: number } | { article: string } | { dossier: string }

/** What a desk has answered readers about a claim, an article or a dossier for all to read, newest first. */
export async function readAnswers(at: Database | Transaction, about: About): Promise<PublicAnswer[]> {
  const newer = sql`exists (select from ${reportSteps} newer where newer.replaces = ${reportSteps.id})`
  const answers = await at
    .select({ text: reportSteps.answer, at: reportSteps.at, reportedAt: reports.sentAt })
    .from(reportSteps)
    .innerJoin(reports, eq(reports.id, reportSteps.reportId))
    .where(and(isAbout(about), eq(reportSteps.isPublic, true), sql`not ${newer}`))
    .orderBy(desc(reportSteps.at))
  return answers.length ? blackedOut(answers, await readRemovedFrom(at, about)) : answers
}

function isAbout(about: About): SQL | undefined {
  if ('claim' in about) return eq(reports.number, about.claim)
  // One about a claim names its article, too.
  const isWhole = isNull(reports.number)
  return 'article' in about
    ? and(isWhole, eq(reports.articleId, about.article))
    : and(isWhole, eq(reports.dossierId, about.dossier))
}

async function readRemovedFrom(at: Database | Transaction, about: About): Promise<string[]> {
  if ('article' in about) return readRemovedWords(at, about.article)
  if ('dossier' in about) return readRemovedFromDossier(at, about.dossier)
  const [claim] = await at
    .select({ articleId: publications.articleId })
    .from(publications)
    .where(eq(publications.number, about.claim))
    .limit(1)
  return claim ? readRemovedWords(at, claim.articleId) : []
}

/** The words that were removed under law from any article that a dossier holds or held. */
export async function readRemovedFromDossier(
  at: Database | Transaction,
  dossierId: string,
): Promise<string[]> {
  const versions = await at
    .select({ content: dossierPublications.content })
    .from(dossierPublications)
    .where(eq(dossierPublications.dossierId, dossierId))
  const ids = new Set(versions.flatMap(({ content }) => content.articles.map(({ id }) => id)))
  const removed: string[] = []
  // A transaction has one connection, which answers one question after the other.
  for (const id of ids) removed.push(...(await readRemovedWords(at, id)))
  return removed
}
