import type { ClearanceAnswer } from '../../db/vocabulary'
import { type Member, may } from '../member/member'
import type { Refusal } from '../refusal'
import { type DecidableSubmission, isUnderway } from '../review/submission'
import type { Someone } from '../thread/thread'

/** A named clearance that somebody must give before a claim is published. */
export type Clearance = {
  id: string
  /** As in "Legal". */
  name: string
  why: string
  by: Someone
  at: Date
  /** The member who may give it, and whether they are on the desk no more; null where an outside guest does, by a link. */
  of: (Someone & { hasLeft: boolean }) | null
  lifted: { by: string; note: string; at: Date } | null
  /** Given and refused for submissions, the newest first. */
  signatures: Signature[]
}

/** A clearance given or refused for the exact words of one submission. */
export type Signature = {
  answer: Exclude<ClearanceAnswer, 'lifted'>
  submissionId: string
  hash: string
  note: string
  by: string
  isGuest: boolean
  at: Date
}

/** The words that a clearance is for. */
export type Words = { id: string; hash: string }

export type ClearanceStanding = 'open' | ClearanceAnswer

const most = { name: 80, why: 2_000, note: 4_000, atOnce: 10 }

/** Where a clearance stands for one submission; another submission needs it again. */
export function standingOf({ lifted, signatures }: Clearance, words: Words): ClearanceStanding {
  if (lifted) return 'lifted'
  return signatureFor(signatures, words)?.answer ?? 'open'
}

/** The signature that holds for these very words: the newest one. */
export const signatureFor = (signatures: Signature[], { id, hash }: Words): Signature | null =>
  signatures.find((signature) => signature.submissionId === id && signature.hash === hash) ?? null

/** Why a submission cannot be approved or published: a clearance was refused, or not given yet. */
export function whyNotCleared(clearances: Clearance[], words: Words): Refusal | null {
  const named = (standing: ClearanceStanding) =>
    clearances.filter((clearance) => standingOf(clearance, words) === standing).map(({ name }) => name)
  const [refused, open] = [named('refused'), named('open')]
  if (refused.length) return { code: 'clearance-refused', values: { names: refused.join(', ') } }
  return open.length ? { code: 'clearance-missing', values: { names: open.join(', ') } } : null
}

/** Why a clearance cannot be required; `standing` are those that hold for the claim. */
export function whyNotRequire(
  { name, why }: Pick<Clearance, 'name' | 'why'>,
  standing: Pick<Clearance, 'name' | 'lifted'>[],
): Refusal | null {
  if (!name.trim()) return { code: 'clearance-needs-name' }
  if (!why.trim()) return { code: 'clearance-needs-why' }
  const tooLong = whyTooLong(name, most.name) ?? whyTooLong(why, most.why)
  if (tooLong) return tooLong
  const holding = standing.filter(({ lifted }) => !lifted)
  if (holding.some((other) => isSameName(other.name, name))) return { code: 'clearance-twice' }
  return holding.length < most.atOnce ? null : { code: 'clearance-too-many', values: { most: most.atOnce } }
}

/** Somebody who wants to give or refuse a clearance: a member, or the guest of a link that was made for it. */
export type Signer = { memberId: string } | { clearanceId: string | null }

/** What is signed, and the hash of the words that were on the signer's screen. */
export type Signing = { answer: Signature['answer']; hash: string; note: string }

/** A submission as those see it who may clear it; `closed` says why nothing is signed for it any more. */
export type Signable = Words & { authors: string[]; closed: Refusal | null }

/** Why somebody cannot give or refuse a clearance for a submission; null when they can. */
export function whyNotSign(
  { id, of, lifted }: Pick<Clearance, 'id' | 'of' | 'lifted'>,
  submission: Omit<Signable, 'id'>,
  { signer, signing }: { signer: Signer; signing: Signing },
): Refusal | null {
  if (!isSigners({ id, of }, signer)) return { code: 'clearance-not-yours' }
  if (lifted) return { code: 'clearance-lifted' }
  if (submission.closed) return submission.closed
  if (signing.hash !== submission.hash) return { code: 'clearance-other-words' }
  if ('memberId' in signer && submission.authors.includes(signer.memberId))
    return { code: 'clearance-own-edits' }
  return whyNotNoteOf(signing)
}

/** Why nothing is signed for a submission any more; null while it waits for a decision, or for its time. */
export function whyNotSignable(submission: DecidableSubmission): Refusal | null {
  if (isUnderway(submission) && !submission.isSuperseded) return null
  if (submission.withdrawnAt) return { code: 'submission-withdrawn' }
  return { code: submission.isSuperseded ? 'clearance-superseded' : 'clearance-decided' }
}

/** Why a note does not do: who refuses says why. */
export function whyNotNoteOf({ answer, note }: Pick<Signing, 'answer' | 'note'>): Refusal | null {
  if (answer === 'refused' && !note.trim()) return { code: 'clearance-refusal-needs-note' }
  return whyTooLong(note, most.note)
}

/** Why a member cannot lift a clearance: only who required it may, or an admin, and says why. */
export function whyNotLift(
  { by, lifted }: Pick<Clearance, 'by' | 'lifted'>,
  member: Pick<Member, 'id' | 'role'>,
  note: string,
): Refusal | null {
  if (lifted) return { code: 'clearance-lifted' }
  if (by.id !== member.id && !may(member, 'manage the desk')) return { code: 'clearance-not-yours-to-lift' }
  return note.trim() ? whyTooLong(note, most.note) : { code: 'clearance-lift-needs-note' }
}

/**
 * Why nobody can be asked in the place of the member who shall give a clearance: they are on the desk still, or what they
 * answered holds for the words submitted now. Any editor may otherwise; a clearance that nobody can give waits for ever.
 */
export function whyNotAskInstead(
  clearance: Pick<Clearance, 'id' | 'of' | 'lifted' | 'signatures'>,
  words: Words | null,
  note: string,
): Refusal | null {
  const { of, lifted, signatures } = clearance
  if (lifted) return { code: 'clearance-lifted' }
  if (!of?.hasLeft) return { code: 'clearance-not-left' }
  if (words && signatureFor(signatures, words)) return { code: 'clearance-answered-already' }
  return note.trim() ? whyTooLong(note, most.note) : { code: 'clearance-instead-needs-note' }
}

function isSigners({ id, of }: Pick<Clearance, 'id' | 'of'>, signer: Signer): boolean {
  return 'memberId' in signer ? of?.id === signer.memberId : of === null && signer.clearanceId === id
}

const isSameName = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()

function whyTooLong(text: string, letters: number): Refusal | null {
  return text.length > letters ? { code: 'clearance-too-long', values: { most: letters } } : null
}
