import { and, eq, isNull } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { desks, members } from '../../db/schema'
import type { Role } from '../../db/vocabulary'
import { notify } from '../notify'
import { Refused, refuseIf } from '../refusal'
import { endSessionsOf } from '../session/end-sessions'
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

type Colleague = { id: string; personId: string; role: Role }

// Two admins may remove each other at once: the desk's row lets the second one see that it is the last.
async function lockDesk(tx: Transaction, deskId: string): Promise<Colleague[]> {
  await tx.select({ id: desks.id }).from(desks).where(eq(desks.id, deskId)).for('update')
  return tx
    .select({ id: members.id, personId: members.personId, role: members.role })
    .from(members)
    .where(and(eq(members.deskId, deskId), isNull(members.removedAt)))
}

function colleagueOf(colleagues: Colleague[], memberId: string): Colleague {
  const colleague = colleagues.find(({ id }) => id === memberId)
  if (!colleague) throw new Refused({ code: 'member-unknown' })
  return colleague
}

function adminsAmong(colleagues: Colleague[]): string[] {
  return colleagues.filter(({ role }) => role === 'admin').map(({ id }) => id)
}
