import type { ClaimKind, Decision, Verdict } from '../../db/vocabulary'
import { canonicalHash } from '../canonical-hash'
import type { Reply } from '../claim/asked/reply'
import { publicSearch, type Search } from '../claim/asked/search'
import type { Appearance, Claim } from '../claim/claim'
import type { Figure } from '../claim/figure/figure'
import type { Selectors } from '../claim/quote'
import type { Rationale } from '../claim/rationale'
import { type Member, may } from '../member/member'
import type { Refusal } from '../refusal'
import type { Source } from '../source/source'
import { asTermsAllow } from '../source/unlinked'
import { isAhead, isCalledOff, type Release } from './release/release'

/** What an approval is tied to: the checked words and nothing about the work on them. */
export type FrozenClaim = {
  claimId: string
  revision: string
  selectors: Selectors
  statement: string
  speaker: string
  date: string
  kind: ClaimKind | null
  /** Null where none was confirmed, as in every copy from before figures were. */
  figure: Figure | null
  appearances: FrozenAppearance[]
  verdict: Verdict | null
  shortAnswer: string
  notKnown: string
  asKnownAt: string
  rationale: Rationale
  sources: FrozenSource[]
  /** Not there where nothing was looked for in vain, so that older copies keep their hash. */
  searches?: Search[]
  /** Not there where nobody was asked. */
  replies?: Reply[]
}
export type FrozenSource = Omit<Source, 'claimId'>
export type FrozenAppearance = Omit<Appearance, 'id'>

/** The copy of a claim that a submission keeps; the same in a browser and on the server. */
export function frozenClaim(claim: Claim): FrozenClaim {
  return {
    claimId: claim.id,
    revision: claim.revision,
    selectors: claim.selectors,
    statement: claim.statement,
    speaker: claim.speaker,
    date: claim.saidAt,
    kind: claim.kind,
    figure: claim.figure,
    appearances: claim.appearances.map(({ id: _, ...appearance }) => appearance),
    verdict: claim.verdict,
    shortAnswer: claim.shortAnswer,
    notKnown: claim.notKnown,
    asKnownAt: claim.asKnownAt,
    rationale: claim.rationale,
    sources: claim.sources.map(({ claimId: _, ...source }) => source),
    ...(claim.searches.length > 0 && { searches: claim.searches }),
    ...(claim.replies.length > 0 && { replies: claim.replies }),
  }
}

/**
 * A frozen copy as readers may have it: sources as their terms allow, and no names of the desk's own. The copy that editors
 * decide on keeps all of it; where nothing is withheld the two are one. A second time it stays as it is.
 */
export function publicCopy(claim: FrozenClaim): FrozenClaim {
  const { searches } = claim
  return {
    ...claim,
    sources: claim.sources.map(asTermsAllow),
    ...(searches && { searches: searches.map(publicSearch) }),
  }
}

/** The hash that tells whether two copies of a claim say the same. */
export function claimHash(claim: Claim): string {
  return canonicalHash(frozenClaim(claim))
}

/** Why a copy cannot be kept as it is: Postgres takes neither NUL nor half a character. */
export function whyNotKept(frozen: FrozenClaim): Refusal | null {
  let damaged: string | null = null
  JSON.stringify(frozen, (key, value) => {
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) damaged = key
    return value
  })
  return damaged === null ? null : { code: 'claim-damaged', values: { part: damaged } }
}

/** What is known of a submission when somebody wants to decide on it. */
export type DecidableSubmission = {
  deskId: string
  authors: string[]
  withdrawnAt: Date | null
  isSuperseded: boolean
  reviews: { editorId: string; decision: Decision }[]
  approvalsNeeded: number
  returnsNeeded: number
  /** When it goes out by itself, once it is approved; null where it went out at once. */
  release: Release | null
}

/** Why a member may not decide on a submission; null when the decision may be taken. */
export function whyNotDecide(submission: DecidableSubmission, member: Member): Refusal | null {
  if (submission.deskId !== member.deskId) return { code: 'submission-unknown' }
  if (!may(member, 'decide on submissions')) return { code: 'not-an-editor' }
  const closed = whyClosed(submission)
  if (closed) return closed
  if (submission.reviews.some((review) => review.editorId === member.id)) return { code: 'decided-by-you' }
  if (submission.authors.includes(member.id)) return { code: 'own-edits' }
  return null
}

/**
 * What was decided about a submission; null while it waits. One return settles it, or two where three editors vote: then
 * whichever decision two of them agree on. A release that was called off sends it back, too.
 */
export function decisionOf({
  reviews,
  approvalsNeeded,
  returnsNeeded,
  release = null,
}: Voted): Decision | null {
  if (isCalledOff(release)) return 'returned'
  const returns = reviews.filter((review) => review.decision === 'returned').length
  if (returns >= returnsNeeded) return 'returned'
  return reviews.length - returns >= approvalsNeeded ? 'approved' : null
}
type Voted = Pick<DecidableSubmission, 'reviews' | 'approvalsNeeded' | 'returnsNeeded'> &
  Partial<Pick<DecidableSubmission, 'release'>>

/** Whether a submission still waits for a decision. */
export function isOpen(submission: DecidableSubmission): boolean {
  return whyClosed(submission) === null
}

/** Whether nothing is to be done about it by its authors: it waits for a decision, or for its time. */
export function isUnderway(submission: DecidableSubmission): boolean {
  return isOpen(submission) || isAhead(submission.release)
}

/** Why these words need not be submitted: they wait for a decision already, or readers have them already. */
export function whyNotSubmitAgain(
  hash: string,
  openHash: string | null,
  publishedHash: string | null,
): Refusal | null {
  if (hash === openHash) return { code: 'already-submitted' }
  if (hash === publishedHash) return { code: 'nothing-changed' }
  return null
}

/** Why a decision cannot go without its note: who returns a claim says what to change. */
export function whyNotNote(decision: Decision, note: string): Refusal | null {
  return decision === 'returned' && !note.trim() ? { code: 'return-needs-note' } : null
}

/** Why a member may not withdraw a submission; null when it may be taken back. */
export function whyNotWithdraw(
  submission: DecidableSubmission & { submittedBy: string },
  member: Member,
): Refusal | null {
  if (submission.deskId !== member.deskId) return { code: 'submission-unknown' }
  if (submission.submittedBy !== member.id) return { code: 'not-the-submitter' }
  return whyClosed(submission)
}

function whyClosed(submission: DecidableSubmission): Refusal | null {
  if (submission.withdrawnAt) return { code: 'submission-withdrawn' }
  if (decisionOf(submission)) return { code: 'already-decided' }
  if (submission.isSuperseded) return { code: 'submission-superseded' }
  return null
}
