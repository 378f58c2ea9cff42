import { inArray } from 'drizzle-orm'
import { db } from '../../../db/client'
import { snapshots } from '../../../db/schema'
import { type Depends, dependentOf } from '../independence'
import type { Source } from '../source'
import { findQuote, type QuoteFound } from './quote-found'

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
  const ids = read.flatMap(({ snapshotId }) => snapshotId ?? [])
  const rows = ids.length
    ? await db()
        .select({ id: snapshots.id, text: snapshots.text, wholeText: snapshots.wholeText })
        .from(snapshots)
        .where(inArray(snapshots.id, ids))
    : []
  const texts = new Map(rows.map(({ id, ...said }) => [id, said]))
  const saidBy = ({ snapshotId }: Read) => texts.get(snapshotId ?? '') ?? null
  const quoted = new Map<string, QuoteFound>()
  for (const one of read) {
    const said = saidBy(one)
    if (!said || !one.source.quote.trim()) continue
    quoted.set(one.source.id, findQuote(one.source.quote, [said.text, said.wholeText]))
  }
  const compared = read.map((one) => ({
    ...one.source,
    text: saidBy(one)?.text || saidBy(one)?.wholeText || '',
  }))
  return { quoted, depending: dependentOf(compared) }
}
