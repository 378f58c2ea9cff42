import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, desks, publications, revisions } from '../../db/schema'
import { isBlindTo, isThere } from '../deleted/read-removal'
import { settings } from '../env'
import { openLog } from '../fault/open-log'
import type { Member } from '../member/member'
import { type Embedder, isForEnglish, reranked } from './embed/embedder'
import { openEmbedder } from './embed/open-embedder'
import { type Asked, type Ranked, readAsked, readRanked, type Shelf } from './rank/read-ranked'
import { readChecks } from './read-checks'
import { readRelations } from './read-relations'
import { joined, type SimilarClaim } from './similar'

type Sought = { claimId: string; text?: string | undefined }

/**
 * Claims that sound like one, each once: of the member's desk those they may see, and of all desks those that are
 * published. It is sought by the words that its rows have, or by those that whoever writes it has on the screen already.
 * Nothing for a claim that is not there for the member.
 */
export async function readSimilar(
  member: Member,
  { claimId, text }: Sought,
  embed = openEmbedder(),
): Promise<SimilarClaim[]> {
  const [claim] = await db()
    .select({ statement: claims.statement, quote: claims.quote })
    .from(claims)
    .where(
      and(eq(claims.id, claimId), eq(claims.deskId, member.deskId), isThere(claims.articleId, member.id)),
    )
  if (!claim) return []
  const said = text ? saidIn(text) : sql`(select said from claims where id = ${claimId})`
  const alike = await readAlike(member, await readAsked(said), claimId)
  const found = await byMeaning(text?.trim() || claim.statement.trim() || claim.quote, alike, embed)
  const relations = await readRelations(member, claimId)
  return found.map((other) => ({ ...other, relation: relations.get(other.claimId) ?? null }))
}

/** What was checked of words that are about to be marked. */
export async function readCheckedBefore(
  member: Member,
  text: string,
  embed = openEmbedder(),
): Promise<SimilarClaim[]> {
  return byMeaning(text, await readPublished(member, await readAsked(saidIn(text)), null), embed)
}

const saidIn = (text: string) => sql`said_words('', ${text}, '')`

/** What words found, ordered by meaning, too, where an encoder is set up that reads the text. */
async function byMeaning(
  text: string,
  found: SimilarClaim[],
  embed: Embedder | null,
): Promise<SimilarClaim[]> {
  if (!embed || !isForEnglish(text) || !found.length) return found
  try {
    return reranked(found, await embed([text, ...found.map(({ statement }) => statement)]))
  } catch (error) {
    // An encoder that fails or takes too long costs its order, not what was found.
    openLog(settings().logLevel).warn({ err: error }, 'similar claims are ordered by their words alone')
    return found
  }
}

async function readAlike(member: Member, asked: Asked, claimId: string): Promise<SimilarClaim[]> {
  const [work, published] = await Promise.all([
    readWork(member, asked, claimId),
    readPublished(member, asked, claimId),
  ])
  return joined(work, published)
}

async function readWork(member: Member, asked: Asked, claimId: string): Promise<SimilarClaim[]> {
  const ranked = await readRanked(asked, {
    rows: (sought) => sql`select c.id, c.article_id, c.said from claims c
      where c.desk_id = ${member.deskId} and not c.is_deleted and c.id <> ${claimId} and c.said @@ ${sought}`,
    mayShow: isThere(sql`near.article_id`, member.id),
  })
  if (ranked.length === 0) return []
  const title = sql<string>`(select r.title from ${revisions} r where r.article_id = ${claims.articleId}
    order by r.number desc limit 1)`
  const rows = await db()
    .select({
      ...{ claimId: claims.id, statement: claims.statement, quote: claims.quote, speaker: claims.speaker },
      ...{ articleId: claims.articleId, verdict: claims.verdict, title },
    })
    .from(claims)
    .where(inArray(claims.id, idsOf(ranked)))
  return inOrder(ranked, rows, ({ claimId: id }) => id).map(({ row, likeness }) => ({
    ...{ claimId: row.claimId, statement: row.statement.trim() || row.quote, speaker: row.speaker, likeness },
    work: { articleId: row.articleId, title: row.title, verdict: row.verdict },
    ...{ published: null, relation: null },
  }))
}

/** Published versions that may be shown to a member: none of a demo to others, and none of what they judge blind. */
function publishedShelf(member: Member, claimId: string | null): Shelf {
  return {
    rows: (
      sought: SQL,
    ) => sql`select n.publication_id as id, n.number as article_id, n.said from newest_versions n
      where n.said @@ ${sought}`,
    mayShow: sql`exists (select from ${publications} join ${desks} on ${desks.id} = ${publications.deskId}
      where ${publications.id} = near.id and (${desks.id} = ${member.deskId} or not ${desks.isDemo})
        and ${claimId ? sql`${publications.claimId} <> ${claimId}` : sql`true`}
        and not ${isBlindTo(publications.articleId, member.id)})`,
  }
}

async function readPublished(member: Member, asked: Asked, claimId: string | null): Promise<SimilarClaim[]> {
  const ranked = await readRanked(asked, publishedShelf(member, claimId))
  if (ranked.length === 0) return []
  const rows = await readChecks(inArray(publications.id, idsOf(ranked)))
  return inOrder(ranked, rows, ({ published }) => published.publicationId).map(({ row, likeness }) => ({
    ...{ ...row, likeness, work: null, relation: null },
  }))
}

const idsOf = (ranked: Ranked[]) => ranked.map(({ id }) => id)

function inOrder<Row>(ranked: Ranked[], rows: Row[], idOf: (row: Row) => string) {
  const byId = new Map(rows.map((row) => [idOf(row), row]))
  return ranked.flatMap(({ id, likeness }) => {
    const row = byId.get(id)
    return row ? [{ row, likeness }] : []
  })
}
