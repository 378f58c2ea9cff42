import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../../db/client'
import { articles, dossierPublications, dossiers, logEntries, publications } from '../../../db/schema'
import { shortOf } from '../../claim/scale'
import { claimPath, isRetraction, type PublicVersion } from '../../publication/publication'
import { readVersions } from '../../publication/read-published'
import type { Words } from '../../words'
import type { LedgerEntry } from '../ledger/ledger'
import { type DossierLink, dossierPath } from './frozen-dossier'
import { type PublishedDossier, publishedDossier } from './published-dossier'

type Reader = Database | Transaction

/** A dossier as readers see it now, with the figures of the claims' newest versions; null while it is not published. */
export async function readPublishedDossier(
  at: Reader,
  dossierId: string,
  say: Words,
): Promise<PublishedDossier | null> {
  const [newest] = await readParts(at, dossierId)
  if (!newest) return null
  const ids = newest.content.articles.map(({ id }) => id)
  const versions = await readVersions(at, await readClaimNumbers(at, ids))
  const shown = [...versions.values()].flatMap(([version]) => version ?? [])
  return publishedDossier(newest, entriesOf(shown, say))
}

/** Its versions as they were published, newest first: each has the figures that stood then, whatever came later. */
export async function readDossierVersions(
  at: Reader,
  dossierId: string,
  say: Words,
): Promise<PublishedDossier[]> {
  const parts = await readParts(at, dossierId)
  const numbers = new Set(parts.flatMap(({ content }) => content.claims.map(({ number }) => number)))
  const versions = await readVersions(at, [...numbers])
  return parts.map((one) => {
    const stood = one.content.claims.flatMap(
      ({ number, version }) => versions.get(number)?.find((other) => other.version === version) ?? [],
    )
    const asThen = stood.map((version) => ({ ...version, underReview: null }))
    return publishedDossier(one, entriesOf(asThen, say))
  })
}

async function readParts(at: Reader, dossierId: string): Promise<Omit<PublishedDossier, 'groups'>[]> {
  const rows = await at
    .select({ row: dossierPublications, number: dossiers.publicNumber })
    .from(dossierPublications)
    .innerJoin(dossiers, eq(dossiers.id, dossierPublications.dossierId))
    .where(eq(dossierPublications.dossierId, dossierId))
    .orderBy(desc(dossierPublications.version))
  const removals = await readRemovals(
    at,
    rows.flatMap(({ row }) => row.entry ?? []),
  )
  const versions = rows.map(({ row: { version, publishedAt, entry } }) => ({
    ...{ version, at: publishedAt, entry },
    removal: (entry !== null && removals.get(entry)) || null,
  }))
  const ids = rows.flatMap(({ row }) => row.content.articles.map(({ id }) => id))
  const articleNumbers = await readNumbers(at, [...new Set(ids)])
  return rows.flatMap(({ row: { version, publishedAt, content }, number }) =>
    number === null ? [] : [{ number, version, publishedAt, content, versions, articleNumbers }],
  )
}

/** By the entry that sealed a version, the newest one that seals what is left of it. */
async function readRemovals(at: Reader, entries: number[]): Promise<Map<number, number>> {
  if (!entries.length) return new Map()
  const redacts = sql<number>`(${logEntries.body} ->> 'redacts')::int`
  const rows = await at
    .select({ index: logEntries.index, redacts })
    .from(logEntries)
    .where(and(eq(logEntries.kind, 'redaction'), inArray(redacts, entries)))
    .orderBy(logEntries.index)
  return new Map(rows.map((row) => [row.redacts, row.index]))
}

async function readClaimNumbers(at: Reader, articleIds: string[]): Promise<number[]> {
  if (!articleIds.length) return []
  const rows = await at
    .selectDistinct({ number: publications.number })
    .from(publications)
    .where(inArray(publications.articleId, articleIds))
  return rows.map(({ number }) => number)
}

const entriesOf = (versions: PublicVersion[], say: Words): LedgerEntry[] =>
  versions.filter(saysNumber).map((version) => entryOf(version, say))

const saysNumber = ({ content: { claim } }: PublicVersion) => claim.figure !== null || claim.kind === 'number'

function entryOf(newest: PublicVersion, say: Words): LedgerEntry {
  const { claimId, number, content, underReview } = newest
  const { claim, article, scale } = content
  return {
    ...{ claimId, figure: claim.figure, day: claim.date || article.published },
    ...{ said: claim.figure?.saidBy || claim.speaker, where: article.publisher || article.title },
    ...{ quote: claim.selectors.quote.exact, statement: claim.statement },
    ...{ verdict: claim.verdict, label: shortOf(claim.verdict, scale, say) },
    standing: isRetraction(newest) ? 'retracted' : underReview ? 'under-review' : 'standing',
    href: claimPath(number, claim.statement),
  }
}

async function readNumbers(at: Reader, ids: string[]): Promise<Record<string, number>> {
  if (!ids.length) return {}
  const rows = await at
    .select({ id: articles.id, number: articles.publicNumber })
    .from(articles)
    .where(inArray(articles.id, ids))
  return Object.fromEntries(rows.flatMap(({ id, number }) => (number === null ? [] : [[id, number]])))
}

/** The published dossiers whose newest version holds an article; to one that is retracted nobody is led. */
export async function readDossiersOf(at: Reader, articleId: string): Promise<DossierLink[]> {
  const rows = await readNewestWith(at, [articleId])
  return rows
    .filter(({ isRetracted }) => !isRetracted)
    .map(({ number, name }) => ({ path: dossierPath(number, name), name }))
}

/** Those that hold any of some articles. */
export async function readNewestWith(
  at: Reader,
  articleIds: string[],
): Promise<{ dossierId: string; deskId: string; number: number; name: string; isRetracted: boolean }[]> {
  if (!articleIds.length) return []
  const newest = at
    .selectDistinctOn([dossierPublications.dossierId])
    .from(dossierPublications)
    .orderBy(dossierPublications.dossierId, desc(dossierPublications.version))
    .as('newest')
  const holds = sql`exists (select from jsonb_array_elements(${newest.content} -> 'articles') held
    where held ->> 'id' in (${sql.join(
      articleIds.map((id) => sql`${id}`),
      sql`, `,
    )}))`
  const rows = await at
    .select({
      ...{ dossierId: newest.dossierId, deskId: newest.deskId, number: dossiers.publicNumber },
      name: sql<string>`${newest.content} ->> 'name'`,
      isRetracted: sql<boolean>`${newest.content} ? 'retraction'`,
    })
    .from(newest)
    .innerJoin(dossiers, eq(dossiers.id, newest.dossierId))
    .where(and(holds))
    .orderBy(dossiers.publicNumber)
  return rows.flatMap(({ number, ...row }) => (number === null ? [] : [{ ...row, number }]))
}
