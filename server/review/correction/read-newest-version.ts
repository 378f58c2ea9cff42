import { desc, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { publications, underReview } from '../../../db/schema'

/** A claim's newest published version with what it says of itself beside its words; null while there is none. */
export async function readNewestVersion(tx: Transaction, claimId: string) {
  const [row] = await tx
    .select({
      version: publications.version,
      hash: publications.hash,
      kind: publications.kind,
      scaleId: publications.scaleId,
      content: publications.content,
      putAt: underReview.putAt,
    })
    .from(publications)
    .leftJoin(underReview, eq(underReview.publicationId, publications.id))
    .where(eq(publications.claimId, claimId))
    .orderBy(desc(publications.version))
    .limit(1)
  if (!row) return null
  const { content, putAt, ...version } = row
  const isDoubted = putAt !== null || version.kind === 'retraction'
  return { ...version, claim: content.claim, topics: content.topics, isDoubted }
}
export type NewestVersion = NonNullable<Awaited<ReturnType<typeof readNewestVersion>>>
