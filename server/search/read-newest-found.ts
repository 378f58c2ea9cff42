import { type SQL, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/client'
import { desks, newestVersions } from '../../db/schema'
import type { Sought } from './search'
import { queryOf } from './write-query'

type Asked = { sought: Sought[]; isWanted: SQL; limit: number; offset?: number }

/** What is said often is found among so many of the newest, for less than any index is asked. */
const nearest = 1_000

/**
 * The versions that words are found in, of those that `isWanted` lets through, newest first, as ids of publications;
 * `isWanted` is asked of `newestVersions` and their desks. Rare words, common ones and runs of common ones are each
 * found the short way, which PostgreSQL cannot choose by itself: it does not know that words lie beside their row.
 */
export async function readNewestFound(at: Database | Transaction, asked: Asked): Promise<string[]> {
  const { limit, offset = 0 } = asked
  const { ids, isAll } = await readNear(at, asked)
  if (isAll || ids.length >= offset + limit) return ids.slice(offset, offset + limit)
  return readFar(at, asked)
}

/** What is found among the newest, and whether those were all. */
async function readNear(at: Database | Transaction, { sought, isWanted }: Asked) {
  const { rows } = await at.execute<{ ids: string[] | null; looked: string }>(sql`
    with near as materialized (
      select ${newestVersions.publicationId} as id, ${newestVersions.logIndex} as log_index, ${newestVersions}.words
      from ${newestVersions} join ${desks} on ${desks.id} = ${newestVersions.deskId}
      where ${isWanted} order by ${newestVersions.logIndex} desc limit ${nearest})
    select array_agg(id order by log_index desc) filter (where words @@ ${queryOf(sought)}) as ids, count(*) as looked
    from near`)
  return { ids: rows[0]?.ids ?? [], isAll: Number(rows[0]?.looked ?? 0) < nearest }
}

/**
 * What the index finds. The order is not one that rows lie in, or those without the words would be walked through; that
 * words stand together is asked one row after the other, until there are enough.
 */
function readFar(at: Database | Transaction, { sought, isWanted, limit, offset = 0 }: Asked) {
  return at.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`)
    const { rows } = await tx.execute<{ id: string }>(sql`
      select found.id from (
        select ${newestVersions.publicationId} as id, ${newestVersions.number} as number, ${newestVersions.logIndex} + 0 as at
        from ${newestVersions} join ${desks} on ${desks.id} = ${newestVersions.deskId}
        where ${isWanted} and ${newestVersions}.words @@ ${queryOf(sought, '&')}
        order by at desc offset 0) found
      where ${sought.some(isRun) ? standTogether(sought) : sql`true`}
      order by found.at desc limit ${limit} offset ${offset}`)
    return rows.map(({ id }) => id)
  })
}

const isRun = ({ words }: Sought) => /[^\p{L}\p{N}\p{M}]/u.test(words)

const standTogether = (sought: Sought[]) =>
  sql`(select w.words @@ ${queryOf(sought)} from ${newestVersions} w where w.number = found.number)`
