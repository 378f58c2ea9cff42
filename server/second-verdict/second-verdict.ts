import type { Role, SecondRule, Verdict } from '../../db/vocabulary'
import { type Member, may } from '../member/member'
import { longestReason, whyNotSignVerdict } from '../own-verdict/own-verdict'
import type { Refusal } from '../refusal'
import type { Someone } from '../thread/thread'

/** That a member was asked to judge a claim without sight of its verdict, and what came of it. */
export type SecondVerdict = {
  id: string
  of: Someone
  by: Someone
  at: Date
  /** Null while it is waited for; `given` is null where it was taken back. */
  end: { at: Date; by: Someone; given: GivenVerdict | null } | null
}
export type GivenVerdict = {
  verdict: Verdict
  reason: string
  /** What they found, in their own words; empty where they say nothing of it. */
  evidence: string
  /** Whether the claim still says what it did when this was given. */
  isOfThisStatement: boolean
}

/** Somebody on the desk who could be asked. */
export type Candidate = {
  id: string
  name: string
  role: Role
  /** Whether the article is limited to others. */
  isShutOut: boolean
  /** Whether they may know how the claim is rated: they were in its room since it was marked, decide on its article, or signed. */
  hasSeen: boolean
  isAsked: boolean
}

/** What is known of a claim when somebody wants a second verdict on it. */
export type JudgedClaim = {
  rule: SecondRule
  isDeleted: boolean
  isPublished: boolean
  /** Whether it is approved, and only its time has not come. */
  isPlanned: boolean
}

/** Why no second verdict on a claim can be asked for, whoever were asked; null when one can. */
export function whyNoSecond({ rule, isDeleted, isPublished, isPlanned }: JudgedClaim): Refusal | null {
  if (rule === 'never') return { code: 'second-verdicts-off' }
  if (isDeleted) return { code: 'claim-deleted' }
  if (isPublished) return { code: 'second-verdict-published' }
  return isPlanned ? { code: 'second-verdict-planned' } : null
}

/**
 * Whether a submission may be fetched before somebody opens it: whoever was handed it can judge its claim blind no more,
 * and where a desk asks for that, nobody shall lose it by looking at another one.
 */
export const mayFetchBefore = (rule: SecondRule) => rule === 'never'

/** Why somebody cannot be asked for a second verdict; null when they can. */
export function whyNotCandidate(candidate: Candidate | null): Refusal | null {
  if (!candidate) return { code: 'member-unknown' }
  const { name } = candidate
  if (!may(candidate, 'sign own verdicts')) return { code: 'observers-take-no-work' }
  if (candidate.isAsked) return { code: 'second-verdict-asked', values: { name } }
  if (candidate.isShutOut) return { code: 'member-not-named', values: { name } }
  return candidate.hasSeen ? { code: 'second-verdict-seen', values: { name } } : null
}

/** Why a second verdict cannot be given like this; null when it can. */
export function whyNotGive({ reason, evidence }: { reason: string; evidence: string }): Refusal | null {
  if (evidence.length > longestReason)
    return { code: 'own-verdict-too-long', values: { most: longestReason } }
  return whyNotSignVerdict({ reason })
}

/** Why a member cannot take an open asking back; null when they can: editors, and whoever was asked. */
export function whyNotTakeBack(askedOf: string, member: Pick<Member, 'id' | 'role'>): Refusal | null {
  return askedOf === member.id || may(member, 'ask for second verdicts') ? null : { code: 'role-too-low' }
}

/**
 * Why a claim cannot be approved yet: a second verdict is waited for, and publishing would show whoever gives it the
 * first one; or the desk wants one of every claim, and there is none.
 */
export function whyNotSeconded(
  seconds: SecondVerdict[],
  { isDemanded }: { isDemanded: boolean },
): Refusal | null {
  const waited = seconds.find(({ end }) => end === null)
  if (waited) return { code: 'second-verdict-waits', values: { name: waited.of.name } }
  return isDemanded && !seconds.some(({ end }) => end?.given) ? { code: 'second-verdict-needed' } : null
}
