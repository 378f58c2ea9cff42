import { eq } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../../db/client'
import { snapshots } from '../../../db/schema'
import { findInWorker } from './compare-in-worker'
import type { QuoteFound } from './quote-found'

/** What was found last: the words of a snapshot never change, and a claim that is open is asked for every few seconds. */
const remembered = new Map<string, QuoteFound>()
const mostRemembered = 2_000

/** What is found of a quote in the words of a snapshot; texts are read one at a time, and each once for a quote. */
export async function readFound(
  quote: string,
  snapshotId: string,
  at: Pick<Database | Transaction, 'select'> = db(),
): Promise<QuoteFound> {
  const of = `${snapshotId} ${quote}`
  const found = remembered.get(of) ?? (await find(at, quote, snapshotId))
  remembered.delete(of)
  remembered.set(of, found)
  const [oldest] = remembered.keys()
  if (oldest !== undefined && remembered.size > mostRemembered) remembered.delete(oldest)
  return found
}

async function find(
  at: Pick<Database | Transaction, 'select'>,
  quote: string,
  snapshotId: string,
): Promise<QuoteFound> {
  const [said] = await at
    .select({ text: snapshots.text, wholeText: snapshots.wholeText })
    .from(snapshots)
    .where(eq(snapshots.id, snapshotId))
  return said ? findInWorker(quote, [said.text, said.wholeText]) : { is: 'not-found' }
}
