import type { Suggestable } from '../../db/vocabulary'
import type { Member } from '../member/member'
import type { Refusal } from '../refusal'
import type { Someone } from '../thread/thread'

/** Another wording of one of a claim's texts, as somebody would have it; nobody has decided about it yet. */
export type Suggestion = {
  id: string
  claimId: string
  field: Suggestable
  before: string
  after: string
  reason: string
  by: Someone
  at: Date
}

/** The longest text that can be suggested, in UTF-16 units. */
export const longestSuggestion = 10_000

/** Why a wording cannot be suggested; null when it can. */
export function whyNotSuggest({ before, after }: Pick<Suggestion, 'before' | 'after'>): Refusal | null {
  if (after.trim() === before.trim()) return { code: 'suggestion-same' }
  const isTooLong = Math.max(before.length, after.length) > longestSuggestion
  return isTooLong ? { code: 'suggestion-too-long', values: { most: longestSuggestion } } : null
}

/** Why a member may not take or decline a suggestion; null when they may. One's own can only be taken back. */
export function whyNotDecideSuggestion(
  suggestion: { suggestedBy: string; isDecided: boolean },
  { member, isTaken }: { member: Pick<Member, 'id'>; isTaken: boolean },
): Refusal | null {
  if (suggestion.isDecided) return { code: 'suggestion-decided' }
  return isTaken && suggestion.suggestedBy === member.id ? { code: 'suggestion-own' } : null
}
