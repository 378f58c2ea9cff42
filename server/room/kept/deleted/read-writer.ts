import { and, arrayOverlaps, desc, eq, lt, or } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { roomUpdates } from '../../../../db/schema'
import { type Place, wrote } from './tombstone'

/** The kept update that wrote something: by whom, when, and which claims it touched besides. */
export type Written = { memberId: string; at: Date; claims: string[] }

type Wanted = { document: string; place: Place; claimId: string; sourceId?: string }

const rowsAtOnce = 20

/**
 * Who wrote what stands at a place of a claim or a source, and when: read from the room's log, newest first, and never
 * from what a browser says. Null where the log does not have it.
 */
export async function readWriter(tx: Pick<Transaction, 'select'>, wanted: Wanted): Promise<Written | null> {
  const { document, place, claimId, sourceId } = wanted
  const { sequence, memberId, at, claims, sources, bytes } = roomUpdates
  const inClaim = arrayOverlaps(claims, [claimId])
  const touched = sourceId ? or(inClaim, arrayOverlaps(sources, [sourceId])) : inClaim
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const rows = await tx
      .select({ sequence, memberId, at, claims, bytes })
      .from(roomUpdates)
      .where(and(eq(roomUpdates.document, document), lt(sequence, before), touched))
      .orderBy(desc(sequence))
      .limit(rowsAtOnce)
    const found = rows.find((row) => wrote(row.bytes, place))
    const last = rows.at(-1)
    if (found || !last) return found ?? null
    before = last.sequence
  }
}
