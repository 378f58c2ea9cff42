import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { and, eq, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../../db/client'
import { roomSnapshots, rooms } from '../../../db/schema'

/** A room as its kept updates up to `sequence` make it, as one Yjs update. */
export type Snapshot = { sequence: number; update: Uint8Array }

/** Keeps a snapshot while the room is still held under this fence; an older one never takes a newer one's place. */
export async function keepSnapshot(
  { document, fence }: { document: string; fence: number },
  { sequence, update }: Snapshot,
): Promise<void> {
  const packed = await promisify(gzip)(update)
  const row = { document, sequence, packed, hash: hashOf(update) }
  await db().transaction(async (tx) => {
    const held = and(eq(rooms.document, document), eq(rooms.fence, fence))
    const [room] = await tx.select({ fence: rooms.fence }).from(rooms).where(held).for('share')
    if (!room) return
    await tx
      .insert(roomSnapshots)
      .values(row)
      .onConflictDoUpdate({
        target: roomSnapshots.document,
        set: { ...row, madeAt: sql`now()` },
        setWhere: sql`${roomSnapshots.sequence} <= excluded.sequence`,
      })
  })
}

/** The snapshot of a room; null where there is none, 'damaged' where it is not what was kept. */
export async function readSnapshot(
  document: string,
  at: Pick<Database | Transaction, 'select'>,
): Promise<Snapshot | null | 'damaged'> {
  const [row] = await at.select().from(roomSnapshots).where(eq(roomSnapshots.document, document))
  if (!row) return null
  // What cannot be unpacked was not packed by us: the log is there all the same.
  const update = await promisify(gunzip)(row.packed).catch(() => null)
  return update && hashOf(update) === row.hash ? { sequence: row.sequence, update } : 'damaged'
}

function hashOf(update: Uint8Array): string {
  return createHash('sha256').update(update).digest('hex')
}
