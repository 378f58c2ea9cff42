import { sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import type { Verdict } from '../../db/vocabulary'
import { labelOf } from '../claim/scale'
import { claimPath, type PublishedClaim } from '../publication/publication'
import { words } from '../words'
import type { Turn } from './proposition'

type Row = {
  claimId: string
  id: string
  number: number
  version: number
  at: string | Date
  verdict: Verdict | null
  isRetraction: boolean
  content: PublishedClaim
}

/** Of some claims, the newest version that gave up the verdict of the one before, or took the claim back. */
export async function readTurns(
  claimIds: string[],
  at: Pick<Database | Transaction, 'execute'> = db(),
): Promise<Turn[]> {
  if (claimIds.length === 0) return []
  const ids = sql.join(
    claimIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  const { rows } = await at.execute<Row>(sql`
    select distinct on (p.claim_id) p.claim_id as "claimId", p.id, p.number, p.version, p.published_at as at,
      p.content #>> '{claim,verdict}' as verdict, p.kind = 'retraction' as "isRetraction", p.content
    from publications p join publications q on q.claim_id = p.claim_id and q.version = p.version - 1
    where p.claim_id in (${ids}) and (p.kind = 'retraction' or q.kind = 'retraction'
      or p.content #>> '{claim,verdict}' is distinct from q.content #>> '{claim,verdict}')
    order by p.claim_id, p.version desc`)
  return rows.map(({ id, content, ...row }) => ({
    ...row,
    publicationId: id,
    at: new Date(row.at),
    path: claimPath(row.number, content.claim.statement),
    label: row.verdict ? labelOf(row.verdict, content.scale, words()) : words()('verdict.unrated'),
  }))
}
