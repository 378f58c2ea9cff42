import { eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { claims, deletedSources } from '../../../../db/schema'
import { documentOf } from '../../doc/room-doc'
import { storable } from '../storable'
import { readWriter } from './read-writer'
import type { DeletedParts } from './tombstone'

/** What a claim's row says of its deletion. */
export type Deletion = Pick<typeof claims.$inferSelect, 'deletedBy' | 'deletedAt' | 'mergedInto'>

export const notDeleted: Deletion = { deletedBy: null, deletedAt: null, mergedInto: null }

/** Who deleted each of the claims and when, as the room's log has it, by claim. */
export async function readDeletions(
  tx: Transaction,
  articleId: string,
  deleted: DeletedParts,
): Promise<Map<string, Deletion>> {
  const document = documentOf(articleId)
  const deletions = new Map<string, Deletion>()
  for (const { id, place, taker } of deleted.claims) {
    const written = await readWriter(tx, { document, place, claimId: id })
    if (!written) continue
    // A claim that was merged, came back and was deleted is not merged any more.
    const mergedInto = taker && written.claims.includes(taker) ? taker : null
    deletions.set(id, { deletedBy: written.memberId, deletedAt: written.at, mergedInto })
  }
  return deletions
}

/** Puts the sources that were taken away from claims of the article into their table; the rows before are gone. */
export async function writeDeletedSources(
  tx: Transaction,
  articleId: string,
  deleted: DeletedParts,
): Promise<void> {
  const document = documentOf(articleId)
  const mine = tx.select({ id: claims.id }).from(claims).where(eq(claims.articleId, articleId))
  if (deleted.sources.length === 0) return
  const here = new Set((await mine).map(({ id }) => id))
  for (const { id, claimId, name, place } of deleted.sources) {
    if (!here.has(claimId)) continue
    const written = await readWriter(tx, { document, place, claimId, sourceId: id })
    if (!written) continue
    const row = { claimId, name: storable(name), deletedBy: written.memberId, deletedAt: written.at }
    await tx
      .insert(deletedSources)
      .values({ id, ...row })
      .onConflictDoUpdate({
        target: deletedSources.id,
        set: row,
        // An id that another article has already is somebody's invention.
        setWhere: inArray(deletedSources.claimId, mine),
      })
  }
}
