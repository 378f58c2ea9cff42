import { asc, inArray } from 'drizzle-orm'
import type { Database, Transaction } from '../../../db/client'
import { snapshots } from '../../../db/schema'
import type { FrozenSource } from '../../review/submission'
import { isWithheld } from '../unlinked'
import { findQuote } from '../words/quote-found'
import type { PublishedSnapshot } from './snapshot'

type Kept = typeof snapshots.$inferSelect

/**
 * What a publication records of the evidence behind its sources, in their order: every attached file, and of a page the
 * newest copy that says what is quoted, else the newest. None of a source that was never archived, or whose terms
 * withhold anything.
 */
export async function readRecorded(
  at: Pick<Database | Transaction, 'select'>,
  sources: FrozenSource[],
): Promise<PublishedSnapshot[]> {
  if (sources.length === 0) return []
  const ids = sources.map(({ id }) => id)
  const rows = await at
    .select()
    .from(snapshots)
    .where(inArray(snapshots.sourceId, ids))
    .orderBy(asc(snapshots.takenAt))
  const shown = sources.filter((source) => !isWithheld(source))
  return shown.flatMap((source) => behind(source, rows).map((row) => recorded(row)))
}

function behind(source: FrozenSource, rows: Kept[]): Kept[] {
  const own = rows.filter(({ sourceId }) => sourceId === source.id)
  const files = own.filter(({ kind }) => kind === 'attached')
  const copies = own
    .filter(({ kind, address }) => kind === 'fetched' && address === source.address.trim())
    .reverse()
  const says = ({ text, wholeText }: Kept) => findQuote(source.quote, [text, wholeText]).is === 'found'
  const copy = copies.find(says) ?? copies[0]
  return copy ? [copy, ...files] : files
}

const recorded = ({ sourceId, kind, sha256, size, mediaType, takenAt }: Kept): PublishedSnapshot => ({
  ...{ source: sourceId, kind, sha256, size, mediaType, takenAt: takenAt.toISOString() },
})
