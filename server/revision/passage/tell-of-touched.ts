import type { Transaction } from '../../../db/client'
import type { placements } from '../../../db/schema'
import { tellMembers } from '../../notice/tell-members'
import { readConcerned } from './read-concerned'

type Put = typeof placements.$inferSelect

/**
 * Tells whom it concerns, once for a revision, that its publisher edited or removed passages, or that nobody knows where
 * some are: each asks for a look at the article, none for one at once.
 */
export async function tellOfTouched(
  tx: Transaction,
  touched: Put[],
  by: { id: string; deskId: string },
): Promise<void> {
  const [first] = touched
  if (!first) return
  const { revisionId, articleId, deskId } = first
  const ids = touched.map(({ claimId }) => claimId)
  const to = await readConcerned(tx, ids, deskId)
  const about = { subjectId: revisionId, articleId, claimId: null }
  await tellMembers(tx, { kind: 'passage-changed', by, to, ...about })
}
