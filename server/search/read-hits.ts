import { desc, inArray, type SQL, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { revisions } from '../../db/schema'
import type { Verdict } from '../../db/vocabulary'
import { plainText } from '../claim/rationale'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { claimPath, type PublishedClaim } from '../publication/publication'
import { readNewestFound } from './read-newest-found'
import {
  type ArticleHit,
  type ClaimHit,
  excerptOf,
  type Found,
  type HitKind,
  type Hits,
  markedIn,
  type PublishedHit,
  type Sought,
  type SourceHit,
  shown,
  soughtIn,
} from './search'
import { queryOf } from './write-query'

/** Who finds more than this has said too little: no more are put in order. */
export const mostLookedAt = 1_000

const nothing = { hits: [], count: 0, isMore: false }

/**
 * What the words are found in: articles, claims and sources of the member's desk that are not deleted, and the newest
 * published versions of all desks. `all` asks for more of one kind and for nothing of the others.
 */
export async function readHits(member: Member, typed: string, all: HitKind | null): Promise<Hits> {
  const sought = soughtIn(typed)
  const wants = (kind: HitKind) => sought.length > 0 && (all === null || all === kind)
  const limit = all ? shown.all : shown.few
  const asked = { deskId: member.deskId, memberId: member.id, sought, query: queryOf(sought), limit }
  const [articles, claims, sources, published] = await Promise.all([
    wants('articles') ? readArticles(asked) : nothing,
    wants('claims') ? readClaims(asked) : nothing,
    wants('sources') ? readSources(asked) : nothing,
    wants('published') ? readPublished(asked) : nothing,
  ])
  return { articles, claims, sources, published }
}

type Asked = { deskId: string; memberId: string; sought: Sought[]; query: SQL; limit: number }

/** The best rows of those that SQL gives with their `id` and `words`, and how many there are. */
async function best<Row extends Record<string, unknown>>(
  { query, limit }: Asked,
  from: SQL,
): Promise<Found<Row>> {
  const { rows } = await db().execute<Row & { count: string }>(sql`
    select found.*, count(*) over () as count from (${from} limit ${mostLookedAt}) found
    order by ts_rank(found.words, ${query}, 1) desc, found.id desc limit ${limit}`)
  const count = Number(rows[0]?.count ?? 0)
  // The columns are those of the caller's own SQL.
  return { hits: rows as Row[], count, isMore: count === mostLookedAt }
}

/** The same with each row as a hit. */
function as<Row, Hit>({ hits, ...rest }: Found<Row>, hitOf: (row: Row) => Hit): Found<Hit> {
  return { hits: hits.map(hitOf), ...rest }
}

type ArticleRow = { id: string; title: string; publisher: string | null; published: string | null }

async function readArticles(asked: Asked): Promise<Found<ArticleHit>> {
  const rows = await best<ArticleRow>(
    asked,
    sql`
    select a.id, r.title, r.publisher, r.published, r.words
    from revisions r join articles a on a.id = r.article_id
    where a.desk_id = ${asked.deskId} and r.words @@ ${asked.query} and ${isThere(sql`a.id`, asked.memberId)}
      and not exists (select from revisions n where n.article_id = r.article_id and n.number > r.number)`,
  )
  return as(rows, ({ id, title, publisher, published }) => ({
    articleId: id,
    title: markedIn(title, asked.sought),
    publisher: markedIn(publisher ?? '', asked.sought),
    published,
  }))
}

type Texts = { statement: string; quote: string; shortAnswer: string; notKnown: string; rationale: string }
type ClaimRow = Texts & { id: string; articleId: string; verdict: Verdict | null }

async function readClaims(asked: Asked): Promise<Found<ClaimHit>> {
  const rows = await best<ClaimRow>(
    asked,
    sql`
    select c.id, c.article_id as "articleId", c.verdict, c.statement, c.quote, c.short_answer as "shortAnswer",
      c.not_known as "notKnown", c.rationale, c.words
    from claims c
    where c.desk_id = ${asked.deskId} and not c.is_deleted and c.words @@ ${asked.query}
      and ${isThere(sql`c.article_id`, asked.memberId)}`,
  )
  const titles = await readTitles(rows.hits.map(({ articleId }) => articleId))
  return as(rows, (row) => ({
    ...{ claimId: row.id, articleId: row.articleId, verdict: row.verdict },
    ...{ articleTitle: titles.get(row.articleId) ?? '', ...saidBy(row, asked.sought) },
  }))
}

/** What a claim says, and what was found beside that. */
function saidBy({ statement, quote, shortAnswer, notKnown, rationale }: Texts, sought: Sought[]) {
  const said = statement.trim() || quote
  const besides = [shortAnswer, quote, rationale, notKnown].filter((text) => text !== said)
  return { statement: markedIn(said, sought), excerpt: excerptOf(besides, sought) }
}

type SourceRow = { id: string; claimId: string; articleId: string; said: string } & Record<
  'title' | 'publisher' | 'quote',
  string
>

async function readSources(asked: Asked): Promise<Found<SourceHit>> {
  const rows = await best<SourceRow>(
    asked,
    sql`
    select s.id, s.claim_id as "claimId", c.article_id as "articleId", s.title, s.publisher, s.quote, s.words,
      coalesce(nullif(btrim(c.statement), ''), c.quote) as said
    from sources s join claims c on c.id = s.claim_id
    where c.desk_id = ${asked.deskId} and not c.is_deleted and s.words @@ ${asked.query}
      and ${isThere(sql`c.article_id`, asked.memberId)}`,
  )
  return as(rows, ({ id, claimId, articleId, said, title, publisher, quote }) => ({
    ...{ sourceId: id, claimId, articleId, statement: said },
    title: markedIn(title, asked.sought),
    publisher: markedIn(publisher, asked.sought),
    excerpt: excerptOf([quote], asked.sought),
  }))
}

type PublishedRow = { number: number; version: number; desk: string; publishedAt: string | Date } & {
  content: PublishedClaim
}

async function readPublished(asked: Asked): Promise<Found<PublishedHit>> {
  const newest = await readNewestFound(db(), { ...asked, isWanted: sql`true`, limit: mostLookedAt })
  if (newest.length === 0) return nothing
  const rows = await best<PublishedRow>(
    asked,
    sql`
    select p.id, p.number, p.version, d.name as desk, p.published_at as "publishedAt", p.content, n.words
    from newest_versions n join publications p on p.id = n.publication_id join desks d on d.id = n.desk_id
    where ${inArray(sql`n.publication_id`, newest)}`,
  )
  return as(rows, ({ number, version, desk, publishedAt, content: { claim } }) => ({
    ...{ number, version, desk, publishedAt: new Date(publishedAt), verdict: claim.verdict },
    path: claimPath(number, claim.statement),
    ...saidBy(
      {
        ...{ statement: claim.statement, quote: claim.selectors.quote.exact, shortAnswer: claim.shortAnswer },
        ...{ notKnown: claim.notKnown, rationale: plainText(claim.rationale) },
      },
      asked.sought,
    ),
  }))
}

/** The titles of the newest revisions of articles. */
async function readTitles(articleIds: string[]): Promise<Map<string, string>> {
  if (articleIds.length === 0) return new Map()
  const rows = await db()
    .selectDistinctOn([revisions.articleId], { id: revisions.articleId, title: revisions.title })
    .from(revisions)
    .where(inArray(revisions.articleId, articleIds))
    .orderBy(revisions.articleId, desc(revisions.number))
  return new Map(rows.map(({ id, title }) => [id, title]))
}
