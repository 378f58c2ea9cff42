import { z } from 'zod'
import type { Verdict } from '../../db/vocabulary'
import type { PublishedCheck } from '../similar/similar'

/** A claim that hangs from a proposition, as a member may see it. */
export type LinkedClaim = {
  linkId: string
  claimId: string
  statement: string
  linkedBy: string
  linkedAt: Date
  /** Where it is worked on, of the member's own desk's. */
  work: { articleId: string; title: string; verdict: Verdict | null } | null
  published: PublishedCheck | null
  /** The version of another claim that gave up the verdict that this one still has; null where none did. */
  overturnedBy: Turn | null
}

/** A version that gave its claim another verdict, or took it back. */
export type Turn = {
  claimId: string
  publicationId: string
  number: number
  version: number
  path: string
  at: Date
  verdict: Verdict | null
  label: string
  isRetraction: boolean
}

/** A correction that somebody drafted for a claim, for its authors to submit. */
export type CorrectionDraft = {
  id: string
  claimId: string
  publicationId: string
  verdict: Verdict | null
  publicNote: string
  by: string
  at: Date
}

/** What several claims say, and the claims that a member may see. */
export type Proposition = {
  id: string
  statement: string
  by: string
  at: Date
  claims: LinkedClaim[]
  /** What is drafted for the claim it was asked for, and waits. */
  draft: CorrectionDraft | null
}

export const statementShape = z.string().trim().min(1).max(1_000)

type Dependent = {
  claimId: string
  linkedAt: Date
  /** Its newest version, where it has one. */
  published: { at: Date; verdict: Verdict | null; isRetracted: boolean } | null
  /** Its verdict in the room. */
  verdict: Verdict | null
}

/**
 * The newest version of another claim that says the same whose change of verdict a claim has not followed: made since both
 * hang together and since the claim's own newest version, with another verdict than that one has.
 */
export function overturnedBy(claim: Dependent, turns: Turn[]): Turn | null {
  const { published } = claim
  const verdict = published ? published.verdict : claim.verdict
  if (published?.isRetracted || verdict === null) return null
  const since = Math.max(claim.linkedAt.getTime(), published?.at.getTime() ?? 0)
  const left = turns.filter(
    (turn) =>
      turn.claimId !== claim.claimId &&
      turn.at.getTime() > since &&
      (turn.isRetraction || turn.verdict !== verdict),
  )
  return left.toSorted((one, other) => other.at.getTime() - one.at.getTime())[0] ?? null
}
