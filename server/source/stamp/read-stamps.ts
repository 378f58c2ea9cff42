import { and, inArray, isNotNull } from 'drizzle-orm'
import { db } from '../../../db/client'
import { snapshotStamps } from '../../../db/schema'

export type GivenStamps = {
  /** The answer of a timestamp authority as it came, and the time that it states. */
  timestamp: { token: Buffer; at: Date } | null
  /** Where the Wayback Machine keeps a copy, and of when. */
  copy: { address: string; at: Date } | null
}

/** What was vouched for elsewhere, by the snapshots it is about; none of one that nobody vouched for. */
export async function readStamps(snapshotIds: string[]): Promise<Map<string, GivenStamps>> {
  const given = new Map<string, GivenStamps>()
  if (snapshotIds.length === 0) return given
  const rows = await db()
    .select()
    .from(snapshotStamps)
    .where(and(inArray(snapshotStamps.snapshotId, snapshotIds), isNotNull(snapshotStamps.givenAt)))
  for (const { snapshotId, token, address, givenAt: at } of rows) {
    if (!at) continue
    const before = given.get(snapshotId) ?? { timestamp: null, copy: null }
    given.set(snapshotId, {
      timestamp: token ? { token, at } : before.timestamp,
      copy: address ? { address, at } : before.copy,
    })
  }
  return given
}
