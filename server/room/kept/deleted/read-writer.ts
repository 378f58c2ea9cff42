import { and, arrayOverlaps, desc, eq, lt, or } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { roomUpdates } from '../../../../db/schema'
import { type Place, wrote } from './tombstone'

/** The kept update that wrote something: by whom, when, and which claims it touched besides. */
export type Written = { memberId: string; at: Date; claims: string[] }

type Wanted = { document: string; place: Place; claimId: string; sourceId?: string }

const rowsAtOnce = 20
/** What was found once stays true, as the log only grows: a claim that people write in is not looked through again. */
const found = new Map<string, Written>()
const mostFound = 10_000

/**
 * Who wrote what stands at a place of a claim or a source, and when: read from the room's log, newest first, and never
 * from what a browser says. Null where the log does not have it.
 */
export async function readWriter(tx: Pick<Transaction, 'select'>, wanted: Wanted): Promise<Written | null> {
  const key = `${wanted.document} ${wanted.place.client} ${wanted.place.clock}`
  const written = found.get(key) ?? (await searchLog(tx, wanted))
  if (found.size >= mostFound) found.clear()
  if (written) found.set(key, written)
  return written
}

async function searchLog(
  tx: Pick<Transaction, 'select'>,
  { document, place, claimId, sourceId }: Wanted,
): Promise<Written | null> {
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
    const row = rows.find((one) => wrote(one.bytes, place))
    if (row) return { memberId: row.memberId, at: row.at, claims: row.claims }
    const last = rows.at(-1)
    if (!last) return null
    before = last.sequence
  }
}
