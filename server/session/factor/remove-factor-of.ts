import { and, eq, isNull } from 'drizzle-orm'
import { db } from '../../../db/client'
import { members, people, secondFactors } from '../../../db/schema'
import { keepMail } from '../../mail/keep-mail'
import type { Member } from '../../member/member'
import { Refused, refuseIf } from '../../refusal'
import { words } from '../../words'
import { endSessionsOf } from '../end-sessions'
import { dropFactor } from './change-factor'
import { whyNotReset } from './factor'

/**
 * Takes the second factor of a colleague away who has lost it: their devices are signed out, and a mail tells them by
 * whom. Refused for who is on a desk where this admin is none.
 */
export async function removeFactorOf(admin: Member, memberId: string): Promise<void> {
  await db().transaction(async (tx) => {
    const onDesk = and(eq(members.deskId, admin.deskId), isNull(members.removedAt))
    const [colleague] = await tx
      .select({ personId: people.id, email: people.email, name: people.name, language: people.language })
      .from(members)
      .innerJoin(people, eq(people.id, members.personId))
      .where(and(eq(members.id, memberId), onDesk))
    if (!colleague) throw new Refused({ code: 'member-unknown' })
    const desksOf = async (personId: string, role?: 'admin') => {
      const theirs = and(eq(members.personId, personId), isNull(members.removedAt))
      const rows = await tx
        .select({ deskId: members.deskId })
        .from(members)
        .where(role ? and(theirs, eq(members.role, role)) : theirs)
      return rows.map(({ deskId }) => deskId)
    }
    refuseIf(whyNotReset(await desksOf(colleague.personId), await desksOf(admin.personId, 'admin')))
    const [factor] = await tx
      .select({ begunAt: secondFactors.begunAt })
      .from(secondFactors)
      .where(eq(secondFactors.personId, colleague.personId))
      .for('update')
    if (!factor) return
    await dropFactor(tx, colleague.personId)
    await endSessionsOf(tx, colleague.personId)
    const t = words(colleague.language)
    await keepMail(tx, {
      key: `second factor away ${colleague.personId} ${factor.begunAt.toISOString()}`,
      to: colleague.email,
      subject: t('mail.factorAway.subject'),
      text: t('mail.factorAway.text', { name: colleague.name, admin: admin.name }),
      html: null,
    })
  })
}
