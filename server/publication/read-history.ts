import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { prepared } from '../../db/prepared'
import { logEntries, publications, underReview } from '../../db/schema'
import type { SubmissionKind, Verdict } from '../../db/vocabulary'
import { settings } from '../env'
import type { Refusal } from '../refusal'
import { whyNoClaimReview } from './claim-review'
import { readLeftOut } from './markup/read-left-out'
import { claimPath, versionPath } from './publication'
import { itsEntry, readPublicDesk } from './read-published'

/** A published version as its own desk lists it; `path` is where readers find it. */
export type PublishedVersion = {
  id: string
  claimId: string
  articleId: string
  number: number
  version: number
  kind: SubmissionKind
  publicNote: string
  hash: string
  statement: string
  verdict: Verdict | null
  authors: string[]
  approvedBy: string[]
  publishedAt: Date
  path: string
}

/** A claim's newest version in the list of a desk. */
export type RecentVersion = PublishedVersion & { isUnderReview: boolean }

/** What a desk published last, each claim once in its newest version, newest first. */
export async function readRecent(deskId: string, limit = 20): Promise<RecentVersion[]> {
  const rows = await recent().execute({ deskId, limit })
  return rows.map(({ publication, putAt }) => ({
    ...asListed(publication),
    isUnderReview: putAt !== null,
    path: claimPath(publication.number, publication.content.claim.statement),
  }))
}

const recent = prepared((on) =>
  on
    .select({ publication: publications, putAt: underReview.putAt })
    .from(publications)
    .innerJoin(logEntries, itsEntry)
    .leftJoin(underReview, eq(underReview.publicationId, publications.id))
    .where(and(eq(publications.deskId, sql.placeholder('deskId')), isNewest))
    .orderBy(desc(logEntries.index))
    .limit(sql.placeholder('limit'))
    .prepare('what a desk published last'),
)

const isNewest = sql`not exists (
  select 1 from ${publications} as later
  where later.claim_id = ${publications.claimId} and later.version > ${publications.version})`

export type PublishedHistory = {
  path: string
  /** The public number of its article. */
  article: number
  /** Newest first, each with the path of its own page. */
  versions: PublishedVersion[]
  /** Why search engines are not told of it; null when they are. */
  whyNoClaimReview: Refusal | null
}

/** All that was published of a claim of this desk; null while nothing was. */
export async function readPublished(deskId: string, claimId: string): Promise<PublishedHistory | null> {
  const rows = await db()
    .select({ publication: publications, underReview: { line: underReview.line, at: underReview.putAt } })
    .from(publications)
    .leftJoin(underReview, eq(underReview.publicationId, publications.id))
    .where(and(eq(publications.deskId, deskId), eq(publications.claimId, claimId)))
    .orderBy(desc(publications.version))
  const versions = rows.map((row) => ({ ...row.publication, underReview: row.underReview }))
  const [newest] = versions
  if (!newest) return null
  const desk = await readPublicDesk(db(), deskId)
  const { publicOrigin: origin } = settings()
  return {
    path: claimPath(newest.number, newest.content.claim.statement),
    article: newest.content.article.number,
    versions: versions.map((row) => ({ ...asListed(row), path: versionPath(row.number, row.version) })),
    whyNoClaimReview: whyNoClaimReview(versions, desk, origin) ?? (await readLeftOut(versions, desk, origin)),
  }
}

function asListed(row: typeof publications.$inferSelect): Omit<PublishedVersion, 'path'> {
  const { id, claimId, articleId, number, version, kind, publicNote, hash, publishedAt, content } = row
  const { claim, authors, approvedBy } = content
  return {
    ...{ id, claimId, articleId, number, version, kind, publicNote, hash, publishedAt },
    ...{ statement: claim.statement, verdict: claim.verdict, authors, approvedBy },
  }
}
