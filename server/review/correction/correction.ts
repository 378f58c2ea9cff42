import type { SubmissionKind, Verdict } from '../../../db/vocabulary'
import { plainText } from '../../claim/rationale'
import type { Refusal } from '../../refusal'
import { type FrozenClaim, publicCopy } from '../submission'

/** What somebody who submits says about it: its kind, what readers are told, and why, for the editor alone. */
export type SubmittedAs = { kind: SubmissionKind; publicNote: string; reason: string }
/** The same, with the version that readers had when it was written; null where they had none. */
export type Correcting = SubmittedAs & { version: number | null }

/** Why what is said of one version cannot go with another: readers have a newer one than was read. */
export function whyNotOfVersion(read: number | null, newest: { version: number } | null): Refusal | null {
  if (!newest || newest.version === read) return null
  return { code: 'newer-version', values: { version: newest.version } }
}

/** Why this kind, note and reason cannot go with a submission: readers of a correction are told what changed, those of a first one have nothing to. */
export function whyNotSubmitAs(
  { kind, publicNote, reason }: SubmittedAs,
  published: { kind: SubmissionKind } | null,
): Refusal | null {
  if (!published) return kind === 'first' ? null : { code: 'nothing-to-correct' }
  if (kind === 'first') return { code: 'correction-needs-kind' }
  if (kind === 'retraction' && published.kind === 'retraction') return { code: 'already-retracted' }
  if (!publicNote.trim()) return { code: 'correction-needs-note' }
  if (kind === 'retraction' && !reason.trim()) return { code: 'retraction-needs-reason' }
  return null
}

/**
 * Why the kind hides what readers must be told: a changed verdict may not pass as anything smaller, and a typing
 * error touches neither a number nor a source. A retraction is of the published words, so it has nothing to hide.
 */
export function whyNotKind(
  kind: SubmissionKind,
  published: FrozenClaim | null,
  claim: FrozenClaim,
): Refusal | null {
  if (published === null || kind === 'first' || kind === 'retraction') return null
  const isChanged = isOtherVerdict(published.verdict, claim.verdict)
  if (isChanged && kind !== 'verdict-change') return { code: 'verdict-changed' }
  if (!isChanged && kind === 'verdict-change') return { code: 'verdict-unchanged' }
  return kind === 'typo' ? whyNotTypo(published, claim) : null
}

const isOtherVerdict = (before: Verdict | null, after: Verdict | null) => before !== after

function whyNotTypo(published: FrozenClaim, claim: FrozenClaim): Refusal | null {
  if (numbersIn(published) !== numbersIn(claim)) return { code: 'typo-changes-number' }
  return evidenceOf(published) === evidenceOf(claim) ? null : { code: 'typo-changes-source' }
}

/** Every number a reader meets in the words of a claim, in order. */
function numbersIn({ statement, shortAnswer, notKnown, rationale, figure }: FrozenClaim): string {
  const text = [statement, shortAnswer, notKnown, plainText(rationale)].join('\n')
  const typed = figure && [figure.low, figure.high, figure.exactness, figure.unit]
  return [...(text.match(/\p{N}+(?:[.,’' ]\p{N}+)*/gu) ?? []), JSON.stringify(typed)].join(' ')
}

/** What readers have of the evidence; a published copy holds no more than its sources' terms allow. */
function evidenceOf(claim: FrozenClaim): string {
  const { sources, searches = [], replies = [] } = publicCopy(claim)
  const asked = [...searches, ...replies].map(({ id }) => id)
  const terms = sources.map(
    ({ unlinked, confidential }) => unlinked?.terms ?? (confidential && 'confidential'),
  )
  return JSON.stringify([sources.map(({ id, address, stance }) => [id, address, stance]), terms, asked])
}
