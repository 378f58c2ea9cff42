import { and, desc, eq, lt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db, type Transaction } from '../../../db/client'
import { snapshots } from '../../../db/schema'
import { findInWorker } from './compare-in-worker'
import type { QuoteFound } from './quote-found'

/** What was found last: the words of a snapshot never change, and a claim that is open is asked for every few seconds. */
const remembered = new Map<string, QuoteFound>()
const mostRemembered = 2_000

type Reader = Pick<Database | Transaction, 'select'>

/** Whether a quote stands in the words of a snapshot; texts are read one at a time, and each once for a quote. */
export async function readStands(quote: string, snapshotId: string, at: Reader = db()): Promise<boolean> {
  return (await findIn(at, quote, snapshotId)).is === 'found'
}

/**
 * What is found of a quote in the words of a snapshot; where it stood in an earlier copy of the address, what became of it
 * there.
 */
export async function readFound(quote: string, snapshotId: string): Promise<QuoteFound> {
  const found = await findIn(db(), quote, snapshotId)
  if (found.is === 'found') return found
  const earlier = await readWhereItStood(quote, snapshotId)
  if (!earlier) return found
  return findInWorker(quote, await readTexts(db(), snapshotId), await readTexts(db(), earlier))
}

async function findIn(at: Reader, quote: string, snapshotId: string): Promise<QuoteFound> {
  const of = `${snapshotId} ${quote}`
  const found = remembered.get(of) ?? (await findInWorker(quote, await readTexts(at, snapshotId)))
  remembered.delete(of)
  remembered.set(of, found)
  const [oldest] = remembered.keys()
  if (oldest !== undefined && remembered.size > mostRemembered) remembered.delete(oldest)
  return found
}

async function readTexts(at: Reader, snapshotId: string): Promise<string[]> {
  const { text, wholeText } = snapshots
  const [said] = await at.select({ text, wholeText }).from(snapshots).where(eq(snapshots.id, snapshotId))
  return said ? [said.text, said.wholeText] : []
}

/** Earlier copies that are looked through for a quote, the newest first. */
const mostEarlier = 5

/** The newest earlier copy of a fetched snapshot's address in which the quote stood. */
async function readWhereItStood(quote: string, snapshotId: string): Promise<string | null> {
  const { id, sourceId, address, kind, takenAt } = snapshots
  const now = alias(snapshots, 'now')
  const earlier = await db()
    .select({ id })
    .from(snapshots)
    .innerJoin(now, and(eq(now.sourceId, sourceId), eq(now.address, address)))
    .where(
      and(
        ...[eq(now.id, snapshotId), eq(now.kind, 'fetched'), eq(kind, 'fetched'), lt(takenAt, now.takenAt)],
      ),
    )
    .orderBy(desc(takenAt))
    .limit(mostEarlier)
  for (const copy of earlier) if (await readStands(quote, copy.id)) return copy.id
  return null
}
