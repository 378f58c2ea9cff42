import { and, eq, isNull, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { outsideChecks } from '../../db/schema'
import { takeTurn } from '../../db/take-turn'
import { settings } from '../env'
import { type Member, whyMayNot } from '../member/member'
import { refuseIf } from '../refusal'
import { type FoundChecks, keyOf, type OutsideCheck, readChecks } from './outside-check'

/** What became of the checks of a document. */
export type TakenIn = { added: number; changed: number; same: number; skipped: FoundChecks['skipped'] }

/** The checks that a document has, without our own; null where it is none that could have any. */
export const checksIn = (document: string) => readChecks(document, new URL(settings().publicOrigin).host)

/** Takes in what a file has, for an admin; the same again changes nothing. */
export async function takeFile(member: Member, { checks, skipped }: FoundChecks): Promise<TakenIn> {
  refuseIf(whyMayNot(member, 'manage the desk'))
  const { deskId } = member
  return db().transaction(async (tx) => ({
    ...(await takeChecks(tx, { deskId, feedId: null, checks })),
    skipped,
  }))
}

type From = { deskId: string; feedId: string | null; checks: OutsideCheck[] }

/** Keeps checks of one feed, or of a file: one an address and claim. Where their publisher has changed one, it is changed. */
export async function takeChecks(
  tx: Transaction,
  { deskId, feedId, checks }: From,
): Promise<Omit<TakenIn, 'skipped'>> {
  await takeTurn(tx, `checks of others for ${deskId}`)
  const isOfFeed = feedId ? eq(outsideChecks.feedId, feedId) : isNull(outsideChecks.feedId)
  const known = await tx
    .select()
    .from(outsideChecks)
    .where(and(eq(outsideChecks.deskId, deskId), isOfFeed))
  const before = new Map(known.map((check) => [check.key, check]))
  const counts = { added: 0, changed: 0, same: 0 }
  // A document that says one thing twice says it last where it is newest.
  const named = new Map(checks.map((check) => [`${feedId ?? 'file'} ${keyOf(check)}`, check]))
  const changed = [...named].filter(([key, check]) => {
    const kept = before.get(key)
    const isSame = kept && Object.entries(check).every(([field, value]) => Reflect.get(kept, field) === value)
    counts[kept ? (isSame ? 'same' : 'changed') : 'added'] += 1
    return !isSame
  })
  for (let at = 0; at < changed.length; at += 500) {
    const rows = changed
      .slice(at, at + 500)
      .map(([key, check]) => ({ id: uuid(), deskId, feedId, key, ...check }))
    await tx
      .insert(outsideChecks)
      .values(rows)
      .onConflictDoUpdate({
        target: [outsideChecks.deskId, outsideChecks.key],
        set: {
          ...{ publisher: sql`excluded.publisher`, statement: sql`excluded.statement` },
          ...{ rating: sql`excluded.rating`, address: sql`excluded.address` },
          ...{ publishedOn: sql`excluded.published_on`, language: sql`excluded.language` },
          takenAt: sql`now()`,
        },
      })
  }
  return counts
}
