import { spokenFor } from '../../language/language'
import { inOneLine, type Mail } from '../../mail/mail'
import type { Refusal } from '../../refusal'
import { words } from '../../words'
import { type Member, may } from '../member'

/** How long an invitation's link may be opened, in hours. */
export const invitationHours = 72

/** What decides whether an invitation still holds; `invitedBy` is null when the inviter has left the desk. */
export type Invitation = { usedAt: Date | null; expiresAt: Date; invitedBy: Pick<Member, 'role'> | null }

/** Why an invitation may not be accepted at a moment: it was used, it ran out, or its inviter may not invite any more. */
export function whyNotAccept(invitation: Invitation, now: Date): Refusal | null {
  if (invitation.usedAt) return { code: 'invitation-used' }
  if (invitation.expiresAt <= now) return { code: 'invitation-expired' }
  const mayStill = invitation.invitedBy && may(invitation.invitedBy, 'invite members')
  return mayStill ? null : { code: 'invitation-withdrawn' }
}

/** Why a person may not use an invitation: it is for another address. */
export function whyNotFor(invitation: { email: string }, person: { email: string }): Refusal | null {
  const { email } = invitation
  return person.email === email ? null : { code: 'invitation-for-another', values: { email } }
}

type Letter = {
  id: string
  email: string
  role: Member['role']
  inviter: string
  desk: { name: string; language: string }
  link: string
}

/** The mail that brings an invitation's link to its address, in the language of the desk: nobody knows theirs yet. */
export function invitationLetter({ id, email, role, desk, inviter, link }: Letter): Mail {
  const t = words(spokenFor(desk.language))
  const said = { desk: desk.name, inviter, link }
  const as = t(`role.${role}`).toLowerCase()
  return {
    ...{ key: `invitation ${id}`, to: email, html: null },
    subject: inOneLine(t('mail.invitation.subject', said)),
    text: t('mail.invitation.text', { ...said, role: as, hours: invitationHours }),
  }
}
