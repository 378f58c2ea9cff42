import type { DisagreementReason, ExplanationOutcome } from '../../../db/vocabulary/figure'
import type { Figure } from '../../claim/figure/figure'
import type { Refusal } from '../../refusal'
import { pairsAmong } from '../disagreement/disagreement'

/** The longest explanation and the longest note on one, in UTF-16 units. */
export const longestExplanation = 1_000

/** Why figures differ, as a member explains it, and what an editor made of that; null while none has decided. */
export type Explanation = {
  id: string
  pairs: string[]
  claims: string[]
  reason: DisagreementReason
  text: string
  by: { id: string; name: string }
  at: Date
  /** The approved one that it takes the place of, and whether it only takes that back. */
  replaces: string | null
  takesBack: boolean
  /** Whether a newer one that is approved has taken its place. */
  isReplaced: boolean
  decided: { by: { id: string; name: string }; outcome: ExplanationOutcome; note: string; at: Date } | null
}

/** Where members read an explanation, below the addresses of its desk: on its card. */
export const explanationPlace = (slug: string, { dossierId, id }: { dossierId: string | null; id: string }) =>
  `/desk/${slug}/dossiers/${dossierId}?explanation=${id}#${placeOfExplanation(id)}`
export const placeOfExplanation = (id: string) => `explanation-${id}`

/** Why an explanation cannot be written; null when it can. */
export function whyNotExplain({ text, pairs }: Pick<Explanation, 'text' | 'pairs'>): Refusal | null {
  if (!text.trim()) return { code: 'explanation-needs-words' }
  if (text.length > longestExplanation)
    return { code: 'explanation-too-long', values: { most: longestExplanation } }
  return pairs.length ? null : { code: 'figures-changed' }
}

type Decision = { outcome: ExplanationOutcome; note: string }

/** Why a member cannot decide so about an explanation: two people stand behind what readers are told, as with a check. */
export function whyNotDecideExplanation(
  explanation: { by: Pick<Explanation['by'], 'id'>; decided: unknown },
  memberId: string,
  { outcome, note }: Decision,
): Refusal | null {
  if (explanation.decided) return { code: 'explanation-decided' }
  const isOwn = explanation.by.id === memberId
  if (outcome === 'withdrawn') return isOwn ? null : { code: 'explanation-unknown' }
  if (isOwn) return { code: 'own-explanation' }
  if (outcome === 'returned' && !note.trim()) return { code: 'explanation-return-needs-note' }
  return note.length > longestExplanation
    ? { code: 'explanation-too-long', values: { most: longestExplanation } }
    : null
}

/**
 * What is said of a card: each explanation of one of its pairs, the newest first, apart from those that held once, and
 * whether any pair is still open.
 */
export function explained(
  { pairs }: { pairs: string[] },
  explanations: Explanation[],
): { said: Explanation[]; past: Explanation[]; isOpen: boolean } {
  const wanted = new Set(pairs)
  const all = explanations.filter((one) => one.pairs.some((pair) => wanted.has(pair)))
  const standing = standingOf(all)
  const past = all.filter((one) => isApproved(one) && !standing.includes(one))
  const settled = new Set(standing.filter(({ takesBack }) => !takesBack).flatMap((one) => one.pairs))
  const said = all.filter((one) => !past.includes(one))
  return { said, past, isOpen: pairs.some((pair) => !settled.has(pair)) }
}

export const isApproved = ({ decided }: Pick<Explanation, 'decided'>) => decided?.outcome === 'approved'

/**
 * What is approved and holds: no newer one has taken its place; that one was taken back holds until somebody explains
 * anew. In the order given.
 */
export function standingOf(explanations: Explanation[]): Explanation[] {
  const approved = explanations.filter((one) => isApproved(one) && !one.isReplaced)
  const since = (one: Explanation) => one.decided?.at.getTime() ?? 0
  const explains = (one: Explanation, other: Explanation) =>
    !one.takesBack && since(one) > since(other) && one.pairs.some((pair) => other.pairs.includes(pair))
  return approved.filter((one) => !one.takesBack || !approved.some((other) => explains(other, one)))
}

/** Why an explanation cannot be replaced or taken back: it holds no more, or somebody has asked for that already. */
export function whyNotReplace(
  replaced: Pick<Explanation, 'decided' | 'isReplaced' | 'takesBack'>,
  isAsked: boolean,
): Refusal | null {
  const holds = isApproved(replaced) && !replaced.isReplaced && !replaced.takesBack
  return holds && !isAsked ? null : { code: 'explanation-replaced' }
}

/** A published claim, with the figure that readers have of it. */
export type KnownClaim = { claimId: string; figure: Figure | null }

/**
 * The pairs of an explanation that readers can be told it of: those whose figures they have as it found them. None where it
 * is about a claim that stands in no article of theirs: its words, which are written for them, may speak of it.
 */
export function pairsForReaders(
  { pairs, claims }: Pick<Explanation, 'pairs' | 'claims'>,
  { known, there }: { known: KnownClaim[]; there: string[] },
): string[] {
  if (!claims.every((id) => there.includes(id))) return []
  return pairsAmong(
    pairs,
    known.flatMap(({ claimId, figure }) => (figure ? [{ claimId, figure }] : [])),
  )
}
