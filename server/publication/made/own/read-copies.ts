import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { snapshotStamps, snapshots } from '../../../../db/schema'
import type { PublicCopy } from '../../../source/stamp/stamp'
import type { PublicVersion } from '../../publication'
import { blackedOut } from '../../redaction/black-out'
import { readRemovedWords } from '../../redaction/read-redactions'

/**
 * Where other archives keep copies of what a version rests on. They come after a version is sealed, so they stand beside it;
 * an address with words that were removed under law leads nobody.
 */
export async function readCopies(tx: Transaction, { content }: PublicVersion): Promise<PublicCopy[]> {
  const hashes = (content.evidence ?? []).map(({ sha256 }) => sha256)
  if (hashes.length === 0) return []
  const rows = await tx
    .select({
      sha256: snapshots.sha256,
      address: snapshotStamps.address,
      at: snapshotStamps.givenAt,
    })
    .from(snapshotStamps)
    .innerJoin(snapshots, eq(snapshots.id, snapshotStamps.snapshotId))
    .where(
      and(
        eq(snapshots.articleId, content.article.id),
        inArray(snapshots.sha256, hashes),
        isNotNull(snapshotStamps.address),
      ),
    )
    .orderBy(asc(snapshotStamps.givenAt))
  const removed = await readRemovedWords(tx, content.article.id)
  const copies = rows.flatMap(({ sha256, address, at }) => (address && at ? [{ sha256, address, at }] : []))
  const newest = new Map(copies.map((copy) => [copy.sha256, copy]))
  return [...newest.values()].filter(({ address }) => blackedOut(address, removed) === address)
}
