import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { type placements, publications } from '../../../db/schema'
import { changeDue } from '../../assignment/due/change-due'
import { tellMembers } from '../../notice/tell-members'
import { readConcerned } from './read-concerned'

/**
 * Tells whoever wrote a claim or has it, and the desk's editors, that what it is about was changed by the publisher; of
 * a published one the desk's hours begin.
 */
export async function tellOfReopened(
  tx: Transaction,
  placement: typeof placements.$inferSelect,
  by: { id: string; deskId: string },
): Promise<void> {
  const { id, claimId, articleId, deskId } = placement
  const to = await readConcerned(tx, [claimId], deskId)
  await tellMembers(tx, { kind: 'passage-changed', by, subjectId: id, to, articleId, claimId })
  const [published] = await tx
    .select({ is: sql`1` })
    .from(publications)
    .where(eq(publications.claimId, claimId))
    .limit(1)
  if (published) await changeDue(tx, { by, claimId, stage: 'changed-since', at: placement.placedAt })
}
