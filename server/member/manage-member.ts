import { eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { members } from '../../db/schema'
import type { Role } from '../../db/vocabulary'
import { notify } from '../notify'
import { Refused, refuseIf } from '../refusal'
import { endSessionsOf } from '../session/end-sessions'
import { adminsAmong, type Colleague, lockDesk } from './lock-desk'
import { whyNotLeaveAdmins } from './member'

type Named = { deskId: string; memberId: string }

/** Gives a member another role; it holds from the next request, and nobody is signed out. */
export async function changeRole({ deskId, memberId, role }: Named & { role: Role }): Promise<void> {
  await db().transaction(async (tx) => {
    const colleagues = await lockDesk(tx, deskId)
    const member = colleagueOf(colleagues, memberId)
    if (role !== 'admin') refuseIf(whyNotLeaveAdmins(member.id, adminsAmong(colleagues)))
    await tx.update(members).set({ role }).where(eq(members.id, member.id))
    await notify(tx, 'member_changed', { memberId: member.id })
  })
}

/** Takes a member off the desk and ends all their sessions; what they wrote and signed stays theirs. */
export async function removeMember({ deskId, memberId }: Named): Promise<void> {
  await db().transaction(async (tx) => {
    const colleagues = await lockDesk(tx, deskId)
    const member = colleagueOf(colleagues, memberId)
    refuseIf(whyNotLeaveAdmins(member.id, adminsAmong(colleagues)))
    await tx.update(members).set({ removedAt: new Date() }).where(eq(members.id, member.id))
    await endSessionsOf(tx, member.personId)
    await notify(tx, 'member_changed', { memberId: member.id })
  })
}

function colleagueOf(colleagues: Colleague[], memberId: string): Colleague {
  const colleague = colleagues.find(({ id }) => id === memberId)
  if (!colleague) throw new Refused({ code: 'member-unknown' })
  return colleague
}
