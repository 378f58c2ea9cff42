import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { submissions } from '../../db/schema'
import { takeTurn } from '../../db/take-turn'
import { isOpenTo } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { SubmissionFacts } from './read-facts'
import { readFacts } from './read-facts'

/** A submission's row with all that the rules ask about it; its authors are those recorded until now. */
export type OpenedSubmission = typeof submissions.$inferSelect & SubmissionFacts

/** Lets one act at a time judge a claim; the lock is held until the transaction ends. */
export function lockClaim(tx: Transaction, claimId: string): Promise<void> {
  return takeTurn(tx, `judging claim ${claimId}`)
}

/**
 * A submission under its claim's lock and its own; null when there is none of that id, or none for this member. An act
 * that is nobody's names none, and asks itself for whom it may be.
 */
export async function openSubmission(
  tx: Transaction,
  id: string,
  member: Pick<Member, 'id'> | null,
): Promise<OpenedSubmission | null> {
  const [named] = await tx
    .select({ claimId: submissions.claimId })
    .from(submissions)
    .where(and(eq(submissions.id, id), member ? isOpenTo(submissions.articleId, member.id) : undefined))
  if (!named) return null
  await lockClaim(tx, named.claimId)
  // Two editors may decide at once: the second one waits here and then sees the first one's review.
  const [row] = await tx.select().from(submissions).where(eq(submissions.id, id)).for('update')
  const [facts] = await readFacts(eq(submissions.id, id), tx)
  return row && facts ? { ...row, ...facts } : null
}
