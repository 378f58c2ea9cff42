import { and, inArray, isNotNull } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { assignments } from '../../../db/schema'
import { holds } from '../../assignment/read-assignments'
import { readWhoMay } from '../../member/read-desk'
import { whoWrote } from '../../room/kept/who-wrote'

/** Whom changes of these claims' passages concern: who wrote the claims, who has them, and the desk's editors. */
export async function readConcerned(tx: Transaction, claimIds: string[], deskId: string): Promise<string[]> {
  const held = await tx
    .select({ memberId: assignments.assignedTo })
    .from(assignments)
    .where(and(inArray(assignments.claimId, claimIds), isNotNull(assignments.assignedTo), holds))
  const concerned = new Set(held.flatMap(({ memberId }) => memberId ?? []))
  for (const claimId of claimIds) for (const author of await whoWrote(claimId, tx)) concerned.add(author)
  for (const editor of await readWhoMay('decide on submissions', deskId, tx)) concerned.add(editor)
  return [...concerned]
}
