import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../../db/client'
import { isAmong } from '../../../db/ids'
import {
  articleLimits,
  articles,
  claims,
  dossierArticles,
  dossierPublications,
  newestVersions,
  publications,
} from '../../../db/schema'
import type { Figure } from '../../claim/figure/figure'
import { isThere } from '../../deleted/read-removal'
import { readPublicNames } from '../../member/face/read-names'
import type { Member } from '../../member/member'
import type { Words } from '../../words'
import { type Explanation, type KnownClaim, pairsForReaders, standingOf } from '../explanation/explanation'
import { readExplanations } from '../explanation/read-explanations'
import type { FrozenArticle, FrozenDossier, FrozenExplanation } from './frozen-dossier'

type Reader = Database | Transaction

/**
 * What would be published of a dossier now: what the editor sees of it. An article that is limited to some members is in
 * it only where readers know it already.
 */
export async function readFrozen(
  at: Reader,
  dossier: { id: string; name: string },
  editor: Pick<Member, 'id'>,
  say: Words,
): Promise<FrozenDossier> {
  const heads = await readHeads(at, dossier.id, editor.id)
  const explanations = standingOf(await readExplanations(dossier.id, editor.id, at))
  const wasTold = await readWhetherTold(at, dossier.id)
  const explained = [...new Set(explanations.flatMap(({ claims }) => claims))]
  const known = await readStanding(at, heads, explained)
  const there = await readThere(at, heads, explained)
  return {
    name: dossier.name,
    articles: heads,
    claims: known.map(({ number, version }) => ({ number, version })),
    explanations: await frozen(
      at,
      explanations
        .filter((one) => !one.takesBack || wasTold(one.replaces))
        .map((one) => ({ ...one, pairs: pairsForReaders(one, { known, there }) }))
        .filter(({ pairs }) => pairs.length > 0),
      say,
    ),
  }
}

function readHeads(at: Reader, dossierId: string, memberId: string): Promise<FrozenArticle[]> {
  const head = <Value>(field: string) =>
    sql<Value>`(select ${sql.raw(field)} from revisions where article_id = ${articles.id} order by number desc limit 1)`
  const isForAll = sql`(${articles.publicNumber} is not null
    or not exists (select from ${articleLimits} where ${articleLimits.articleId} = ${articles.id}))`
  return at
    .select({
      ...{ id: articles.id, title: head<string>('title'), publisher: head<string | null>('publisher') },
      ...{ published: head<string | null>('published'), address: articles.address },
    })
    .from(dossierArticles)
    .innerJoin(articles, eq(articles.id, dossierArticles.articleId))
    .where(
      and(
        ...[eq(dossierArticles.dossierId, dossierId), isNull(dossierArticles.takenOutAt)],
        ...[isThere(articles.id, memberId), isForAll],
      ),
    )
    .orderBy(asc(dossierArticles.addedAt), asc(dossierArticles.id))
}

type Standing = FrozenDossier['claims'][number] & KnownClaim

/**
 * The newest version of each published claim of some articles, with the figures of those alone that something is explained
 * of: a dossier may have thousands.
 */
export async function readStanding(
  at: Reader,
  heads: FrozenArticle[],
  explained: string[],
): Promise<Standing[]> {
  const ids = heads.map(({ id }) => id)
  if (!ids.length) return []
  return at
    .select({
      ...{ number: publications.number, version: publications.version, claimId: publications.claimId },
      figure: sql<Figure | null>`case when ${isAmong(publications.claimId, explained)}
        then nullif(${publications.content} #> '{claim,figure}', 'null') end`,
    })
    .from(newestVersions)
    .innerJoin(publications, eq(publications.id, newestVersions.publicationId))
    .where(inArray(publications.articleId, ids))
    .orderBy(asc(publications.number))
}

/** Which of these claims stand in the articles, published or not. */
async function readThere(at: Reader, heads: FrozenArticle[], explained: string[]): Promise<string[]> {
  const ids = heads.map(({ id }) => id)
  if (!ids.length) return []
  const rows = await at
    .select({ id: claims.id })
    .from(claims)
    .where(and(isAmong(claims.id, explained), inArray(claims.articleId, ids)))
  return rows.map(({ id }) => id)
}

/** Whether readers were told an explanation in any version: only then is it news to them that it was taken back. */
async function readWhetherTold(at: Reader, dossierId: string) {
  const versions = await at
    .select({ told: sql<FrozenExplanation[]>`${dossierPublications.content} -> 'explanations'` })
    .from(dossierPublications)
    .where(eq(dossierPublications.dossierId, dossierId))
  const ids = new Set(versions.flatMap(({ told }) => told.map(({ id }) => id)))
  return (id: string | null) => id !== null && ids.has(id)
}

/** The oldest first, under the names that readers know people by. */
async function frozen(at: Reader, approved: Explanation[], say: Words): Promise<FrozenExplanation[]> {
  const named = async (memberId: string) => (await readPublicNames(at, [memberId], say))[0] ?? ''
  const rows: FrozenExplanation[] = []
  for (const { id, pairs, reason, text, by, decided, takesBack, at: writtenAt } of approved.toReversed())
    rows.push({
      ...{ id, pairs, reason, text },
      ...{ by: await named(by.id), approvedBy: await named(decided?.by.id ?? by.id) },
      at: (decided?.at ?? writtenAt).toISOString(),
      ...(takesBack && { takesBack }),
    })
  return rows
}
