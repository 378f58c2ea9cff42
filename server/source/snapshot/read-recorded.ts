import { asc, inArray } from 'drizzle-orm'
import type { Database, Transaction } from '../../../db/client'
import { snapshots } from '../../../db/schema'
import type { FrozenSource } from '../../review/submission'
import { isWithheld } from '../unlinked'
import { readStands } from '../words/read-found'
import type { PublishedSnapshot } from './snapshot'

const recorded = {
  source: snapshots.sourceId,
  kind: snapshots.kind,
  sha256: snapshots.sha256,
  size: snapshots.size,
  mediaType: snapshots.mediaType,
  takenAt: snapshots.takenAt,
}
type Kept = { [column in keyof typeof recorded]: (typeof recorded)[column]['_']['data'] } & {
  id: string
  address: string | null
}
type Reader = Pick<Database | Transaction, 'select'>

/**
 * What a publication records of the evidence behind its sources, in their order: every attached file, and of a page the
 * newest copy that says what is quoted, else the newest. None of a source that was never archived, or whose terms
 * withhold anything.
 */
export async function readRecorded(at: Reader, sources: FrozenSource[]): Promise<PublishedSnapshot[]> {
  if (sources.length === 0) return []
  const ids = sources.map(({ id }) => id)
  const rows = await at
    .select({ ...recorded, id: snapshots.id, address: snapshots.address })
    .from(snapshots)
    .where(inArray(snapshots.sourceId, ids))
    .orderBy(asc(snapshots.takenAt))
  const behindAll: Kept[] = []
  for (const source of sources.filter((source) => !isWithheld(source)))
    behindAll.push(...(await behind(at, source, rows)))
  return behindAll.map(({ id: _, address: __, ...row }) => ({ ...row, takenAt: row.takenAt.toISOString() }))
}

async function behind(at: Reader, { id, address, quote }: FrozenSource, rows: Kept[]): Promise<Kept[]> {
  const own = rows.filter(({ source }) => source === id)
  const files = own.filter(({ kind }) => kind === 'attached')
  const copies = own.filter((row) => row.kind === 'fetched' && row.address === address.trim()).reverse()
  const copy = await saying(at, quote, copies)
  return copy ? [copy, ...files] : files
}

/** Of one copy there is no choice, and so nothing to look for. */
async function saying(at: Reader, quote: string, copies: Kept[]): Promise<Kept | undefined> {
  if (copies.length > 1) for (const copy of copies) if (await readStands(quote, copy.id, at)) return copy
  return copies[0]
}
