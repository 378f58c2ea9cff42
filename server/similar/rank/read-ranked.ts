import { type SQL, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { leastLikeness, leastShared } from '../similar'
import {
  anyOf,
  b,
  type Counted,
  k1,
  mostCompared,
  ownScore,
  type SaidWord,
  soughtWords,
  tellingWords,
  weightOf,
} from './bm25'

/** A claim as it is sought by: its telling words, and what all counts are. */
export type Asked = { words: SaidWord[]; own: number; all: Counted }

/** Where claims are looked for: rows with `id`, `article_id` and `said`; and which of the nearest may be shown. */
export type Shelf = { rows: (sought: SQL) => SQL; mayShow: SQL }

export type Ranked = { id: string; likeness: number }

/** Words by which all are compared before that; the others are common and tell them apart but little. */
const comparedBy = 12

/** How many are scored exactly, and how many of them are read. */
const [scored, read] = [80, 20]

/** The words of what SQL gives as a tsvector, with how often each stands in claims, as of the last count. */
export async function readAsked(said: SQL): Promise<Asked> {
  const { rows } = await db().execute<SaidWord & { total: number | null; words: string | null }>(sql`
    select u.lexeme, coalesce(cardinality(u.positions), 1) as times, coalesce(c.documents, 1) as documents,
      t.documents as total, t.words
    from unnest(${said}) u left join lexeme_counts c on c.lexeme = u.lexeme left join lexeme_totals t on true`)
  const all = {
    documents: Number(rows[0]?.total ?? 0),
    averageLength: Number(rows[0]?.words ?? 0) / Math.max(1, Number(rows[0]?.total ?? 0)),
  }
  // Before the first count, an ordinary claim is as long as this one.
  const length = rows.reduce((sum, { times }) => sum + Number(times), 0)
  const counted = all.averageLength > 0 ? all : { ...all, averageLength: length }
  const words = rows.map(({ lexeme, times, documents }) => ({ lexeme, times: Number(times), documents }))
  return { words: tellingWords(words), own: ownScore(tellingWords(words), counted), all: counted }
}

/**
 * The claims on a shelf that come nearest, by BM25: those with one of the rarest words are compared by the rarer half of
 * what they may share, and the nearest of these are scored exactly.
 */
export async function readRanked({ words, own, all }: Asked, shelf: Shelf): Promise<Ranked[]> {
  if (words.length < leastShared) return []
  const sought = sql`${anyOf(soughtWords(words).map(({ lexeme }) => lexeme))}::tsquery`
  const weights = words.map((word) => ({ lexeme: word.lexeme, weight: weightOf(word, all) }))
  const shares = weights
    .slice(0, comparedBy)
    .map(
      ({ lexeme, weight }) =>
        sql`case when found.said @@ ${anyOf([lexeme])}::tsquery then ${weight}::float4 else 0 end`,
    )
  const { rows } = await db().execute<{ id: string; score: number; shared: number }>(sql`
    select near.id, exact.score, exact.shared
    from (
      select found.id, found.article_id, found.said, ${sql.join(shares, sql` + `)} as rough
      from (${shelf.rows(sought)} limit ${mostCompared}) found
      order by rough desc, found.id limit ${scored}
    ) near cross join lateral (
      select sum(q.weight * s.times * ${k1 + 1}::float8
          / (s.times + ${k1}::float8 * (1 - ${b}::float8 + ${b}::float8 * s.length / ${all.averageLength}::float8))) as score,
        count(*)::int as shared
      from (select u.lexeme, coalesce(cardinality(u.positions), 1) as times,
          sum(coalesce(cardinality(u.positions), 1)) over () as length from unnest(near.said) u) s
        join json_to_recordset(${JSON.stringify(weights)}::json) q (lexeme text, weight float8) using (lexeme)
    ) exact
    where ${shelf.mayShow} and exact.score >= ${leastLikeness * own}::float8 and exact.shared >= ${leastShared}
    order by exact.score desc, near.id limit ${read}`)
  return rows.map(({ id, score }) => ({ id, likeness: Math.min(1, Number(score) / own) }))
}
