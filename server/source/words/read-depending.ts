import { and, desc, inArray, ne, or } from 'drizzle-orm'
import { db } from '../../../db/client'
import { snapshots } from '../../../db/schema'
import type { FrozenSource } from '../../review/submission'
import type { Depends } from '../independence'
import { readCompared } from './read-compared'

/** Which sources of a submission say no more than an earlier one of it, by publisher, site or what is archived of them. */
export async function readDepending(submissionId: string, sources: FrozenSource[]): Promise<Depends[]> {
  const ids = sources.map(({ id }) => id)
  const kept = ids.length
    ? await db()
        .select({
          id: snapshots.id,
          source: snapshots.sourceId,
          kind: snapshots.kind,
          address: snapshots.address,
        })
        .from(snapshots)
        .where(and(inArray(snapshots.sourceId, ids), or(ne(snapshots.text, ''), ne(snapshots.wholeText, ''))))
        .orderBy(desc(snapshots.takenAt))
    : []
  const snapshotOf = ({ id, address }: FrozenSource) =>
    kept.find((one) => one.source === id && (one.kind === 'attached' || one.address === address.trim()))
  const read = sources.map((source) => ({ source, snapshotId: snapshotOf(source)?.id ?? null }))
  return (await readCompared(submissionId, read)).depending
}
