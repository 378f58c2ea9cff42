import { and, asc, eq, notExists } from 'drizzle-orm'
import type { Transaction } from '../../db/client'
import { claims, clearanceSignatures, clearances } from '../../db/schema'
import type { Member } from '../member/member'
import { readWhoMay } from '../member/read-desk'
import { tellMembers } from '../notice/tell-members'

/**
 * Tells the editors who required clearances of a member that nobody is there to give them, in the transaction in which
 * the member leaves the desk: once an article, and where who required it has left as well, everybody who may.
 */
export async function tellClearancesLeft(
  tx: Transaction,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<void> {
  const isLifted = tx
    .select({ id: clearanceSignatures.id })
    .from(clearanceSignatures)
    .where(and(eq(clearanceSignatures.clearanceId, clearances.id), eq(clearanceSignatures.answer, 'lifted')))
  const left = await tx
    .select({
      id: clearances.id,
      claimId: clearances.claimId,
      articleId: clearances.articleId,
      requiredBy: clearances.requiredBy,
    })
    .from(clearances)
    .innerJoin(claims, eq(claims.id, clearances.claimId))
    .where(and(eq(clearances.memberId, member.id), eq(claims.isDeleted, false), notExists(isLifted)))
    .orderBy(asc(clearances.requiredAt), asc(clearances.id))
  if (left.length === 0) return
  const editors = await readWhoMay('require clearances', member.deskId, tx)
  const groups = new Map<string, typeof left>()
  for (const clearance of left) {
    const key = `${clearance.articleId} ${clearance.requiredBy}`
    groups.set(key, [...(groups.get(key) ?? []), clearance])
  }
  for (const group of groups.values()) {
    const [first, ...others] = group
    if (!first) continue
    const { id: subjectId, articleId, requiredBy } = first
    await tellMembers(tx, {
      ...{ kind: 'clearance-left', by: member, subjectId, articleId },
      to: editors.includes(requiredBy) ? [requiredBy] : editors,
      claimId: others.length === 0 ? first.claimId : null,
    })
  }
}
