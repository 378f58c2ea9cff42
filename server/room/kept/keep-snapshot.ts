import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../../db/client'
import { roomSnapshots, roomUpdates } from '../../../db/schema'
import { mergeInThread } from './merge-in-thread'

/** A room as its kept updates up to `sequence` make it, as one Yjs update. */
export type Snapshot = { sequence: number; update: Uint8Array }

type Reader = Pick<Database | Transaction, 'select'>

/**
 * Makes a room's snapshot anew, from the last one and the updates kept since: from what is on disk alone, whatever a
 * live document holds. An older one never takes a newer one's place. Returns its sequence.
 */
export async function keepSnapshot(document: string): Promise<number> {
  const found = await readSnapshot(document, db())
  const last = found === 'damaged' ? null : found
  const since = await readUpdates(document, last?.sequence ?? 0, db())
  const sequence = since.at(-1)?.sequence
  if (sequence === undefined) return last?.sequence ?? 0
  const update = await mergeInThread(last ? [last.update] : [], since)
  const row = { document, sequence, packed: await promisify(gzip)(update), hash: hashOf(update) }
  // One that is damaged may say any sequence.
  const isNewer = sql`${roomSnapshots.sequence} < excluded.sequence or ${found === 'damaged'}`
  await db()
    .insert(roomSnapshots)
    .values(row)
    .onConflictDoUpdate({
      target: roomSnapshots.document,
      set: { ...row, madeAt: sql`now()` },
      setWhere: isNewer,
    })
  return sequence
}

/** The updates kept after a sequence, in order. */
export function readUpdates(
  document: string,
  after: number,
  at: Reader,
): Promise<{ sequence: number; bytes: Buffer }[]> {
  return at
    .select({ sequence: roomUpdates.sequence, bytes: roomUpdates.bytes })
    .from(roomUpdates)
    .where(and(eq(roomUpdates.document, document), gt(roomUpdates.sequence, after)))
    .orderBy(asc(roomUpdates.sequence))
}

/** The snapshot of a room; null where there is none, 'damaged' where it is not what was kept. */
export async function readSnapshot(document: string, at: Reader): Promise<Snapshot | null | 'damaged'> {
  const [row] = await at.select().from(roomSnapshots).where(eq(roomSnapshots.document, document))
  if (!row) return null
  // What cannot be unpacked was not packed by us: the log is there all the same.
  const update = await promisify(gunzip)(row.packed).catch(() => null)
  return update && hashOf(update) === row.hash ? { sequence: row.sequence, update } : 'damaged'
}

function hashOf(update: Uint8Array): string {
  return createHash('sha256').update(update).digest('hex')
}
