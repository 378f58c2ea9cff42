import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import {
  articles,
  claims,
  desks,
  dossierArticles,
  dossiers,
  publications,
  underReview,
} from '../../../db/schema'
import { shortOf } from '../../claim/scale'
import { isThere } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { readScale } from '../../scale/read-scale'
import { readDossier } from '../read-dossiers'
import type { LedgerEntry } from './ledger'

/** What the claims of a dossier say in numbers, as they stand in the rooms; of articles that are there for the member alone. */
export async function readLedger(
  dossierId: string,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<LedgerEntry[]> {
  const { entries: scale } = await readScale(member.deskId)
  const rows = await readClaimRows(
    dossierId,
    member,
    sql`(${claims.figure} is not null or ${claims.kind} = 'number')`,
  )
  return rows.map(({ slug, articleId, speaker, saidAt, head, state, ...row }) => ({
    ...row,
    day: saidAt || head.published,
    said: row.figure?.saidBy || speaker,
    where: head.publisher || head.title,
    label: shortOf(row.verdict, scale),
    standing: state,
    href: `/desk/${slug}/articles/${articleId}?claim=${row.claimId}`,
  }))
}

/** A claim of a dossier, as its list shows it. */
export type DossierClaim = Pick<
  LedgerEntry,
  'claimId' | 'statement' | 'quote' | 'verdict' | 'label' | 'href'
> & {
  articleId: string
  title: string
}

/** All claims in a dossier's articles, article by article in the order of the text. */
export async function readClaims(
  dossierId: string,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<DossierClaim[]> {
  await readDossier(dossierId, member)
  const { entries: scale } = await readScale(member.deskId)
  const rows = await readClaimRows(dossierId, member, sql`true`)
  return rows.map(({ claimId, statement, quote, verdict, articleId, slug, head }) => ({
    ...{ claimId, statement, quote, verdict, articleId, title: head.title },
    ...{ label: shortOf(verdict, scale), href: `/desk/${slug}/articles/${articleId}?claim=${claimId}` },
  }))
}

type Head = { title: string; publisher: string | null; published: string | null }

function readClaimRows(
  dossierId: string,
  { id, deskId }: Pick<Member, 'id' | 'deskId'>,
  isWanted: ReturnType<typeof sql>,
) {
  const isIn = and(
    ...[eq(dossierArticles.dossierId, dossierId), isNull(dossierArticles.takenOutAt)],
    ...[eq(dossiers.deskId, deskId), isNull(dossiers.removedAt)],
  )
  const head = sql<Head>`(select jsonb_build_object('title', r.title, 'publisher', r.publisher, 'published', r.published)
    from revisions r where r.article_id = ${dossierArticles.articleId} order by r.number desc limit 1)`
  const state = sql<LedgerEntry['standing']>`coalesce((
    select case when ${publications.kind} = 'retraction' then 'retracted'
      when ${underReview.id} is not null then 'under-review' else 'standing' end
    from ${publications} left join ${underReview} on ${underReview.publicationId} = ${publications.id}
    where ${publications.claimId} = ${claims.id} order by ${publications.version} desc limit 1), 'standing')`
  return db()
    .select({
      claimId: claims.id,
      ...{ figure: claims.figure, quote: claims.quote, statement: claims.statement, verdict: claims.verdict },
      ...{ speaker: claims.speaker, saidAt: claims.saidAt, articleId: claims.articleId, slug: desks.slug },
      ...{ head, state },
    })
    .from(dossierArticles)
    .innerJoin(dossiers, eq(dossiers.id, dossierArticles.dossierId))
    .innerJoin(articles, eq(articles.id, dossierArticles.articleId))
    .innerJoin(desks, eq(desks.id, articles.deskId))
    .innerJoin(claims, eq(claims.articleId, articles.id))
    .where(and(isIn, eq(claims.isDeleted, false), isThere(articles.id, id), isWanted))
    .orderBy(dossierArticles.addedAt, dossierArticles.articleId, claims.start, claims.id)
}
