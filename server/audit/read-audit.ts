import { and, desc, eq, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { auditEntries, auditLinks, desks, people } from '../../db/schema'
import type { AuditFilter, AuditLine } from './audit-view'

export type AuditPage = { lines: AuditLine[]; next: string | null }

/** Most entries in one file; further back it begins with an earlier last day. */
export const mostInFile = 50_000

/** Entries of a desk that fit a filter, the newest first; `after` is the id of the last one seen. */
export async function readAudit(
  deskId: string,
  filter: AuditFilter,
  { after = null, most = 50 }: { after?: string | null; most?: number } = {},
  by: Database | Transaction = db(),
): Promise<AuditPage> {
  const lines = await by
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      act: auditEntries.act,
      way: auditEntries.way,
      outcome: auditEntries.outcome,
      name: people.name,
      memberId: auditEntries.memberId,
      things: auditEntries.things,
      words: auditEntries.words,
      requestId: auditEntries.requestId,
      address: auditEntries.address,
      link: { index: auditLinks.index, hash: auditLinks.hash, previousHash: auditLinks.previousHash },
    })
    .from(auditEntries)
    .leftJoin(people, eq(people.id, auditEntries.personId))
    .leftJoin(auditLinks, eq(auditLinks.entryId, auditEntries.id))
    .where(
      and(eq(auditEntries.deskId, deskId), ...conditionsOf(deskId, filter), olderThan(by, deskId, after)),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(most + 1)
  const shown = lines.slice(0, most)
  return {
    lines: shown.map(({ name, memberId, ...line }) => ({
      ...line,
      who: name === null ? null : { name, memberId },
    })),
    next: lines.length > most ? (shown.at(-1)?.id ?? null) : null,
  }
}

function conditionsOf(
  deskId: string,
  { memberId, act, outcome, from, to }: AuditFilter,
): (SQL | undefined)[] {
  const midnight = (day: string, plus: number) => sql`(
    select (${day}::date + ${plus}::int)::timestamp at time zone ${desks.timeZone} from ${desks} where ${desks.id} = ${deskId})`
  return [
    memberId ? eq(auditEntries.memberId, memberId) : undefined,
    act ? eq(auditEntries.act, act) : undefined,
    outcome === 'done' ? eq(auditEntries.outcome, 'done') : undefined,
    outcome === 'refused' ? ne(auditEntries.outcome, 'done') : undefined,
    from ? sql`${auditEntries.at} >= ${midnight(from, 0)}` : undefined,
    to ? sql`${auditEntries.at} < ${midnight(to, 1)}` : undefined,
  ]
}

/** An id that is none of this desk's gives the beginning, like none. */
function olderThan(by: Database | Transaction, deskId: string, after: string | null): SQL | undefined {
  if (!after) return undefined
  const seen = by
    .select({ at: auditEntries.at })
    .from(auditEntries)
    .where(and(eq(auditEntries.id, after), eq(auditEntries.deskId, deskId)))
  return or(
    lt(auditEntries.at, sql`coalesce((${seen}), 'infinity')`),
    and(eq(auditEntries.at, sql`(${seen})`), lt(auditEntries.id, after)),
  )
}
