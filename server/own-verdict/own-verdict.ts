import type { Verdict } from '../../db/vocabulary'
import type { Refusal } from '../refusal'

/** What one member holds a claim to be, with why; theirs alone, whatever the claim's verdict is. */
export type OwnVerdict = {
  id: string
  by: { id: string; name: string }
  verdict: Verdict
  reason: string
  at: Date
  /** Whether they had not seen anybody else's. */
  isBlind: boolean
  /** Whether the claim still reads as it did when this was signed. */
  isOfTheseWords: boolean
  /** The hash of the words it was signed on. */
  hash: string
  /** Whether its signer allows an editor to publish it as a dissent. */
  mayBePublished: boolean
}

/** Another verdict than the desk's, published beside it with its reason, under the name that readers know its signer by. */
export type Dissent = { by: string; verdict: Verdict; reason: string }

/** Why an own verdict cannot be published beside these words as a dissent; null when it can. */
export function whyNotDissent(
  own: Pick<OwnVerdict, 'verdict' | 'hash' | 'mayBePublished'> | null,
  submission: { verdict: Verdict | null; hash: string },
): Refusal | null {
  if (!own) return { code: 'dissent-unknown' }
  if (!own.mayBePublished) return { code: 'dissent-not-allowed' }
  if (own.hash !== submission.hash) return { code: 'dissent-other-words' }
  return own.verdict === submission.verdict ? { code: 'dissent-agrees' } : null
}

/** The longest reason, in UTF-16 units. */
export const longestReason = 2_000

/** Why an own verdict cannot be signed; null when it can. */
export function whyNotSignVerdict({ reason }: { reason: string }): Refusal | null {
  if (!reason.trim()) return { code: 'own-verdict-needs-reason' }
  return reason.length > longestReason
    ? { code: 'own-verdict-too-long', values: { most: longestReason } }
    : null
}
