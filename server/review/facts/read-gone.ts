import { and, arrayOverlaps, eq, gt } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../../db/client'
import { claims, publications, roomUpdates } from '../../../db/schema'
import type { Refusal } from '../../refusal'
import { readClaim } from '../../room/doc/room-claims'
import { documentOf } from '../../room/doc/room-doc'
import { holdProjection } from '../../room/kept/deleted/lock-projection'
import { readStored } from '../../room/kept/read-room'

type Reader = Pick<Database | Transaction, 'select'>
type Named = { claimId: string; articleId: string }

/**
 * Why a claim's frozen words cannot be approved: it was deleted in its room, or merged into another. One that readers
 * have cannot be taken from them so, whatever a browser wrote.
 */
export async function readWhyGone({ claimId, articleId }: Named, on: Reader = db()): Promise<Refusal | null> {
  const ofClaim = eq(publications.claimId, claimId)
  const [published] = await on.select({ id: publications.id }).from(publications).where(ofClaim).limit(1)
  if (published) return null
  return (await isGone({ claimId, articleId }, on)) ? { code: 'claim-deleted' } : null
}

/**
 * The same for an act that will publish: a deletion that comes while it does is told to the tables afterwards, when it
 * is void.
 */
export async function readWhyGoneNow(tx: Transaction, named: Named): Promise<Refusal | null> {
  await holdProjection(tx, named.articleId)
  return readWhyGone(named, tx)
}

/** As the room's log has it: the row may be behind, and then the room itself is read. */
async function isGone({ claimId, articleId }: Named, on: Reader): Promise<boolean> {
  const document = documentOf(articleId)
  const { isDeleted, sequence } = claims
  const isHere = and(eq(claims.id, claimId), eq(claims.articleId, articleId))
  const [row] = await on.select({ isDeleted, sequence }).from(claims).where(isHere)
  const [newer] = await on
    .select({ sequence: roomUpdates.sequence })
    .from(roomUpdates)
    .where(
      and(
        eq(roomUpdates.document, document),
        arrayOverlaps(roomUpdates.claims, [claimId]),
        gt(roomUpdates.sequence, row?.sequence ?? 0),
      ),
    )
    .limit(1)
  // Without a row, and where no update is of it, nobody has deleted it either.
  if (!newer) return row?.isDeleted ?? false
  const { doc } = await readStored(document, on)
  return readClaim(doc, claimId)?.isDeleted ?? true
}
