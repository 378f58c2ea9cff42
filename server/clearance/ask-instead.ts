import { db } from '../../db/client'
import type { Member } from '../member/member'
import { refuseIf } from '../refusal'
import { keepClearance, refuseUnlessReader } from './add-clearance'
import { whyNotAskInstead } from './clearance'
import { readClearances, readNewest } from './read-clearances'
import { keepLifted, openClearance } from './withdraw-clearance'

type Instead = {
  member: Member
  clearanceId: string
  /** Of the clearance that takes its place; made by whoever asks: sent again after a lost answer, it is there once. */
  id: string
  /** Who shall give it now. */
  memberId: string
  note: string
}

/**
 * Asks another member for a clearance whose own has left the desk: the same is required of them from now on, in the
 * name of the editor who asks, and the one before is lifted with the reason. The claim is never without it.
 */
export async function askInstead({ member, clearanceId, id, memberId, note }: Instead): Promise<void> {
  await db().transaction(async (tx) => {
    const { clearance, claimId, articleId } = await openClearance(tx, member, clearanceId)
    if ((await readClearances(claimId, tx)).some((other) => other.id === id)) return
    refuseIf(whyNotAskInstead(clearance, await readNewest(claimId, member, tx), note))
    await refuseUnlessReader(tx, memberId, { ...member, articleId })
    await keepLifted(tx, { member, clearanceId, note })
    const { name, why } = clearance
    await keepClearance(tx, articleId, { member, id, claimId, name, why, of: memberId })
  })
}
