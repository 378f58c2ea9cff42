import { and, asc, eq, gt, lte, max, type SQL, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { roomUpdates } from '../../../db/schema'

/** An accepted update as it is kept. */
export type KeptUpdate = Pick<
  typeof roomUpdates.$inferSelect,
  'sequence' | 'memberId' | 'at' | 'claims' | 'sources' | 'bytes'
>

type Wanted = { document: string; after: number; to: number; rows: number; bytes: number }

/** The next updates of a room after a sequence, as many as fit into the limits, and always at least one if there is one. */
export async function readUpdates(wanted: Wanted): Promise<KeptUpdate[]> {
  const to = await lastThatFits(wanted)
  const { sequence, memberId, at, claims, sources, bytes } = roomUpdates
  return db()
    .select({ sequence, memberId, at, claims, sources, bytes })
    .from(roomUpdates)
    .where(between(wanted, to))
    .orderBy(asc(sequence))
}

/** Sizes are read before the bytes: one update may have as many of them as ten thousand others. */
async function lastThatFits(wanted: Wanted): Promise<number> {
  const size = sql<number>`length(${roomUpdates.bytes})`
  const sizes = await db()
    .select({ sequence: roomUpdates.sequence, size })
    .from(roomUpdates)
    .where(between(wanted, wanted.to))
    .orderBy(asc(roomUpdates.sequence))
    .limit(wanted.rows)
  let total = 0
  const tooMany = sizes.findIndex(({ size }, index) => {
    total += size
    return index > 0 && total > wanted.bytes
  })
  return sizes.at(tooMany < 0 ? -1 : tooMany - 1)?.sequence ?? wanted.after
}

function between({ document, after }: Wanted, to: number): SQL | undefined {
  const { sequence } = roomUpdates
  return and(eq(roomUpdates.document, document), gt(sequence, after), lte(sequence, to))
}

/** The sequence of a room's last update, of those that touched a claim where one is named; 0 when there is none. */
export async function readLastSequence(document: string, claimId?: string): Promise<number> {
  const touched = claimId ? sql`${roomUpdates.claims} @> array[${claimId}]::uuid[]` : undefined
  const [row] = await db()
    .select({ last: max(roomUpdates.sequence) })
    .from(roomUpdates)
    .where(and(eq(roomUpdates.document, document), touched))
  return row?.last ?? 0
}
