import { eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { members } from '../../db/schema'
import type { Role } from '../../db/vocabulary'
import { withdrawWork } from '../assignment/withdraw-work'
import { notify } from '../channel/notify'
import { tellClearancesLeft } from '../clearance/tell-clearances-left'
import { Refused, refuseIf } from '../refusal'
import { withdrawAskings } from '../second-verdict/withdraw-asking'
import { endSessionsOf } from '../session/end-sessions'
import { adminsAmong, type Colleague, lockDesk } from './lock-desk'
import { may, whyNotLeaveAdmins } from './member'

/** `by` is the member who says so; where the operator does, nobody else signs. */
type Named = { deskId: string; memberId: string; by?: string }

/**
 * Gives a member another role; it holds from the next request, and nobody is signed out. An observer's work is in the
 * pool. `was` is the role that whoever changes it has read: refused where another has given them a newer one.
 */
export async function changeRole({
  deskId,
  memberId,
  was,
  role,
  by = memberId,
}: Named & { was?: Role; role: Role }): Promise<void> {
  await db().transaction(async (tx) => {
    const colleagues = await lockDesk(tx, deskId)
    const member = colleagueOf(colleagues, memberId)
    if (was && member.role !== was && member.role !== role)
      throw new Refused({ code: 'role-changed', values: { role: member.role } })
    if (role !== 'admin') refuseIf(whyNotLeaveAdmins(member.id, adminsAmong(colleagues)))
    await tx.update(members).set({ role }).where(eq(members.id, member.id))
    if (!may({ role }, 'take on work')) await withdrawWork(tx, { memberId, by, because: 'member-observes' })
    if (!may({ role }, 'sign own verdicts')) await withdrawAskings(tx, { memberId, by })
    await notify(tx, 'member_changed', { memberId: member.id })
  })
}

/** Takes a member off the desk and ends all their sessions; what they wrote and signed stays theirs, what
 * they had to do goes back to the pool. */
export async function removeMember({ deskId, memberId, by = memberId }: Named): Promise<void> {
  await db().transaction(async (tx) => {
    const colleagues = await lockDesk(tx, deskId)
    const member = colleagueOf(colleagues, memberId)
    refuseIf(whyNotLeaveAdmins(member.id, adminsAmong(colleagues)))
    await tx.update(members).set({ removedAt: new Date() }).where(eq(members.id, member.id))
    await withdrawWork(tx, { memberId, by, because: 'member-removed' })
    await withdrawAskings(tx, { memberId, by })
    await tellClearancesLeft(tx, { id: memberId, deskId })
    await endSessionsOf(tx, member.personId)
    await notify(tx, 'member_changed', { memberId: member.id })
  })
}

function colleagueOf(colleagues: Colleague[], memberId: string): Colleague {
  const colleague = colleagues.find(({ id }) => id === memberId)
  if (!colleague) throw new Refused({ code: 'member-unknown' })
  return colleague
}
