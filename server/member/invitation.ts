import type { Refusal } from '../refusal'
import { type Member, may } from './member'

/** How long an invitation's link may be opened, in days. */
export const invitationDays = 7

/** What decides whether an invitation still holds; `invitedBy` is null when the inviter has left the desk. */
export type Invitation = { usedAt: Date | null; expiresAt: Date; invitedBy: Pick<Member, 'role'> | null }

/** Why an invitation may not be accepted at a moment: it was used, it ran out, or its inviter may not invite any more. */
export function whyNotAccept(invitation: Invitation, now: Date): Refusal | null {
  if (invitation.usedAt) return { code: 'invitation-used' }
  if (invitation.expiresAt <= now) return { code: 'invitation-expired' }
  const mayStill = invitation.invitedBy && may(invitation.invitedBy, 'invite members')
  return mayStill ? null : { code: 'invitation-withdrawn' }
}
