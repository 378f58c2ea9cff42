import type { ExplanationOutcome } from '../../../db/vocabulary/figure'
import type { Refusal } from '../../refusal'
import { longestExplanation } from '../explanation/explanation'
import type { FrozenDossier } from '../published/frozen-dossier'

/** That somebody asked to retract a published dossier, with what readers are told; waits for an editor who did not ask. */
export type AskedRetraction = {
  id: string
  text: string
  by: { id: string; name: string }
  at: Date
}

/** How a dossier stands to its retraction: what waits, and why the last one that was asked for was returned. */
export type RetractionState = {
  waiting: AskedRetraction | null
  returned: { by: string; note: string } | null
}

/** What readers have of a dossier; undefined while they have none. */
type Newest = { content: Pick<FrozenDossier, 'retraction'> } | undefined

/** Why it cannot be asked to retract a dossier; null when it can. */
export function whyNotAskRetraction(text: string, newest: Newest, isAsked: boolean): Refusal | null {
  if (!newest) return { code: 'dossier-not-published' }
  if (newest.content.retraction) return { code: 'dossier-is-retracted' }
  if (isAsked) return { code: 'retraction-is-asked' }
  if (!text.trim()) return { code: 'retraction-needs-words' }
  return text.length > longestExplanation
    ? { code: 'explanation-too-long', values: { most: longestExplanation } }
    : null
}

type Decision = { outcome: ExplanationOutcome; note: string }

/** Why a member cannot decide so: two people stand behind a retraction, as behind what it takes from readers. */
export function whyNotDecideRetraction(
  { askedBy, outcome: decided }: { askedBy: string; outcome: ExplanationOutcome | null },
  memberId: string,
  { outcome, note }: Decision,
): Refusal | null {
  if (decided) return { code: 'retraction-is-decided' }
  const isOwn = askedBy === memberId
  if (outcome === 'withdrawn') return isOwn ? null : { code: 'retraction-unknown' }
  if (isOwn) return { code: 'own-retraction' }
  if (outcome === 'returned' && !note.trim()) return { code: 'retraction-return-needs-note' }
  return note.length > longestExplanation
    ? { code: 'explanation-too-long', values: { most: longestExplanation } }
    : null
}
