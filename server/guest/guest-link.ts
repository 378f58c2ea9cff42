import { canonicalHash } from '../canonical-hash'
import type { Clearance } from '../clearance/clearance'
import type { Refusal } from '../refusal'
import { type FrozenClaim, publicCopy } from '../review/submission'
import type { Someone } from '../thread/thread'

/** A link that shows one submission to somebody outside, as members see it; its secret is known to nobody here. */
export type GuestLink = {
  id: string
  submissionId: string
  /** Who it is for, and what they are asked. */
  name: string
  purpose: string
  /** The clearance that its guest may give. */
  clearance: { id: string; name: string } | null
  by: Someone
  madeAt: Date
  expiresAt: Date
  withdrawn: { by: string; at: Date } | null
  visits: number
  lastVisitAt: Date | null
}

/** What a guest said about the submission of their link. */
export type GuestComment = { id: string; linkId: string; name: string; text: string; at: Date }

/** For how many days a link can hold. */
export const guestDays = { least: 1, most: 30, usual: 7 }

const most = { name: 120, purpose: 1_000, comments: 50 }

/** The longest that a guest says at once, in UTF-16 units. */
export const longestComment = 10_000

/** The secret of a link as it stands in its address: 32 bytes in base64url. */
export const secretShape = /^[\w-]{43}$/

/** Whether a link still leads to its submission; a deleted or limited article is asked for elsewhere. */
export function isLive({ expiresAt, withdrawn }: Pick<GuestLink, 'expiresAt' | 'withdrawn'>, now: Date) {
  return withdrawn === null && expiresAt > now
}

type Wanted = Pick<GuestLink, 'name' | 'purpose'> & { days: number }

/** Why a link cannot be made; `clearance` is the one that its guest shall give, if any. */
export function whyNotLink(
  { name, purpose, days }: Wanted,
  clearance: Pick<Clearance, 'of' | 'lifted'> | null,
): Refusal | null {
  if (!name.trim()) return { code: 'guest-needs-name' }
  if (!purpose.trim()) return { code: 'guest-needs-purpose' }
  const { least, most: longest } = guestDays
  if (!Number.isInteger(days) || days < least || days > longest)
    return { code: 'guest-days', values: { least, most: longest } }
  const tooLong = whyTooLong(name, most.name) ?? whyTooLong(purpose, most.purpose)
  if (tooLong) return tooLong
  if (clearance?.lifted) return { code: 'clearance-lifted' }
  return clearance?.of ? { code: 'clearance-of-member', values: { name: clearance.of.name } } : null
}

/** Why a guest cannot say this; `said` is how often they have spoken by this link. */
export function whyNotGuestComment(text: string, said: number): Refusal | null {
  if (!text.trim()) return { code: 'comment-empty' }
  if (said >= most.comments) return { code: 'guest-said-enough', values: { most: most.comments } }
  return whyTooLong(text, longestComment)
}

function whyTooLong(text: string, letters: number): Refusal | null {
  return text.length > letters ? { code: 'guest-too-long', values: { most: letters } } : null
}

/** The hash of what a guest is shown: that of the whole submission would let them try names that are withheld. */
export const shownHash = (frozen: FrozenClaim) => canonicalHash(publicCopy(frozen))
