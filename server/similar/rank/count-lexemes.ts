import { sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { tookFreeTurn } from '../../../db/take-turn'

/** How old a count may be, in ms: which words are rare changes slowly. */
const freshFor = 60 * 60_000

/**
 * Counts anew in how many claims each word stands, of all desks together, unless that was done within the hour or is
 * being done. Who writes a claim waits for no count: ranks only need to know about which words are rare.
 */
export async function countLexemes(now: Date): Promise<{ documents: number } | null> {
  return db().transaction(async (tx) => {
    if (!(await tookFreeTurn(tx, 'similar lexemes'))) return null
    const { rows: known } = await tx.execute<{ is: number }>(sql`
      select 1 as is from lexeme_totals where counted_at > ${new Date(now.getTime() - freshFor).toISOString()}`)
    if (known.length > 0) return null
    await tx.execute(sql`delete from lexeme_counts`)
    await tx.execute(sql`create temp table counted on commit drop as
      select word, ndoc, nentry from ts_stat('select said from claims where not is_deleted union all select said from newest_versions')`)
    await tx.execute(
      sql`insert into lexeme_counts (lexeme, documents) select word, ndoc from counted where ndoc > 1`,
    )
    const { rows } = await tx.execute<{ documents: number }>(sql`
      insert into lexeme_totals (id, documents, words, counted_at)
        select 1, (select count(*) from claims where not is_deleted) + (select count(*) from newest_versions),
          coalesce((select sum(nentry) from counted), 0), ${now.toISOString()}
        on conflict (id) do update set documents = excluded.documents, words = excluded.words, counted_at = excluded.counted_at
        returning documents`)
    return { documents: Number(rows[0]?.documents ?? 0) }
  })
}
