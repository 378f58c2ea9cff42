import type { Suggestable } from '../../db/vocabulary'
import type { Claim } from '../claim/claim'
import { plainText, type Rationale, readRationale } from '../claim/rationale'
import type { Member } from '../member/member'
import type { Refusal } from '../refusal'
import type { Wording } from '../room/doc/wording'
import type { Someone } from '../thread/thread'

/** Another wording of one of a claim's texts, as somebody would have it; it is not settled yet. */
export type Suggestion = {
  id: string
  claimId: string
  field: Suggestable
  /** As `keptText` writes them. */
  before: string
  after: string
  reason: string
  by: Someone
  at: Date
  /** Who took it, while its words are not known to be in the room; null while nobody has decided. */
  taken: { by: Someone; at: Date } | null
}

type Suggested = Pick<Suggestion, 'field' | 'before' | 'after'>

/** The longest text that can be suggested, in UTF-16 units. */
export const longestSuggestion = 10_000
/** The longest JSON of a rationale: with links and sources it is longer than its words. */
const longestKept = 100_000

/** Why a wording cannot be suggested; null when it can. */
export function whyNotSuggest({ field, before, after }: Suggested): Refusal | null {
  if (after.trim() === before.trim()) return { code: 'suggestion-same' }
  const lengths = [before, after].map((text) => wordsOf(field, text).length)
  const isTooLong =
    Math.max(...lengths) > longestSuggestion || Math.max(before.length, after.length) > longestKept
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

/** For how long (ms) the words of a suggestion are left to whoever took it, before others may write them. */
const isTakersFor = 60_000

/** Whether a member may write the words of a suggestion that was taken and did not come into the text. */
export function mayFinish({ taken }: Pick<Suggestion, 'taken'>, memberId: string, now: Date): boolean {
  if (!taken) return false
  return taken.by.id === memberId || now.getTime() - taken.at.getTime() >= isTakersFor
}

/** How a text of a claim reads at this moment, as a suggestion keeps it: words as they are, a rationale as its JSON. */
export function keptText(claim: Claim, field: Suggestable): string {
  const texts: Record<Suggestable, string> = {
    statement: claim.statement,
    rationale: keptRationale(claim.rationale),
    'short-answer': claim.shortAnswer,
    'not-known': claim.notKnown,
  }
  return texts[field]
}

/** A rationale in the one form that two of the same words share. */
export const keptRationale = (rationale: Rationale) => JSON.stringify(readRationale(rationale))

/** The rationale that a suggestion keeps; what is none reads as an empty one. */
export function rationaleIn(text: string): Rationale {
  try {
    return readRationale(JSON.parse(text))
  } catch {
    return readRationale(null)
  }
}

/** A suggested text as it is written into the room. */
export function wordingOf({ field, after }: Pick<Suggestion, 'field' | 'after'>): Wording {
  return field === 'rationale' ? { field, rationale: rationaleIn(after) } : { field, text: after }
}

/** The words alone. */
const wordsOf = (field: Suggestable, text: string) =>
  field === 'rationale' ? plainText(rationaleIn(text)) : text
