import { inArray, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { snapshots } from '../../../db/schema'
import { type Depends, dependentOf, mostCompared } from '../independence'
import type { Source } from '../source'
import { dependInWorker } from './compare-in-worker'
import type { QuoteFound } from './quote-found'
import { readFound } from './read-found'

/** A source, and the snapshot whose words it is held against; null where nothing is to be read. */
type Read = { source: Pick<Source, 'id' | 'address' | 'publisher' | 'quote'>; snapshotId: string | null }
/** Whether each source's quote was found, by source, and which sources lean on each other. */
export type Compared = { quoted: Map<string, QuoteFound>; depending: Depends[] }

/** What was compared last of each claim: whoever has it open asks every few seconds, and words seldom change. */
const remembered = new Map<string, { of: string; found: Compared }>()
const mostRemembered = 200

/** Holds the quotes of a claim's sources against what was archived, and the sources against each other. */
export async function readCompared(claimId: string, read: Read[]): Promise<Compared> {
  const of = JSON.stringify(
    read.map(({ source: { id, address, publisher, quote }, snapshotId }) => [
      ...[id, address, publisher, quote, snapshotId],
    ]),
  )
  const known = remembered.get(claimId)
  if (known?.of === of) return known.found
  const found = await compare(read)
  remembered.delete(claimId)
  remembered.set(claimId, { of, found })
  const [oldest] = remembered.keys()
  if (oldest !== undefined && remembered.size > mostRemembered) remembered.delete(oldest)
  return found
}

async function compare(read: Read[]): Promise<Compared> {
  const quoted = new Map<string, QuoteFound>()
  for (const { source, snapshotId } of read)
    if (snapshotId && source.quote.trim()) quoted.set(source.id, await readFound(source.quote, snapshotId))
  const texts = await readTexts(read.flatMap(({ snapshotId }) => snapshotId ?? []))
  const compared = read.map(({ source: { id, address, publisher }, snapshotId }) => ({
    ...{ id, address, publisher, text: texts.get(snapshotId ?? '') ?? '' },
  }))
  // Names and addresses alone are compared at once.
  return { quoted, depending: texts.size > 1 ? await dependInWorker(compared) : dependentOf(compared) }
}

/** The beginning of what each snapshot says, as far as texts are compared. */
async function readTexts(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { text, wholeText } = snapshots
  const rows = await db()
    .select({
      id: snapshots.id,
      text: sql<string>`left(coalesce(nullif(${text}, ''), ${wholeText}), ${mostCompared})`,
    })
    .from(snapshots)
    .where(inArray(snapshots.id, ids))
  return new Map(rows.map((row) => [row.id, row.text]))
}
