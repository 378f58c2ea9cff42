import { inArray } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { publications } from '../../../../db/schema'
import { asStanding } from '../../../claim/claim'
import type { Reading } from '../project-claims'

/** A reading in which no claim that readers have is deleted, or gone: whatever a browser wrote of that is void. */
export async function keepPublished(tx: Transaction, reading: Reading): Promise<Reading> {
  const { claims, gone, deleted } = reading
  const ids = [...claims.filter(({ isDeleted }) => isDeleted).map(({ id }) => id), ...gone]
  if (ids.length === 0) return reading
  const rows = await tx
    .selectDistinct({ id: publications.claimId })
    .from(publications)
    .where(inArray(publications.claimId, ids))
  const published = new Set(rows.map(({ id }) => id))
  return {
    ...reading,
    claims: claims.map((claim) => asStanding(claim, published.has(claim.id))),
    gone: gone.filter((id) => !published.has(id)),
    deleted: { ...deleted, claims: deleted.claims.filter(({ id }) => !published.has(id)) },
  }
}
