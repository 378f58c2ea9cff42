import { v7 as newId } from 'uuid'
import { db } from '../../../db/client'
import { absences } from '../../../db/schema'
import type { Member } from '../../member/member'
import { refuseIf } from '../../refusal'
import { whyNotAway } from '../assignment'
import { wallTimeOf } from '../due/due'
import { lockWork } from '../lock-work'
import { withdrawWork } from '../withdraw-work'

/** Keeps that a member is away until they are back on a day, or that they are back; away, their work is in the pool. */
export async function keepAbsence(member: Member, backOn: string | null): Promise<{ pooled: number }> {
  return db().transaction(async (tx) => {
    const { timeZone } = await lockWork(tx, member.deskId)
    refuseIf(whyNotAway(backOn, wallTimeOf(new Date(), timeZone).slice(0, 10)))
    await tx.insert(absences).values({ id: newId(), memberId: member.id, backOn })
    if (backOn === null) return { pooled: 0 }
    const work = { memberId: member.id, by: member.id, because: 'member-away' } as const
    return { pooled: await withdrawWork(tx, work) }
  })
}
