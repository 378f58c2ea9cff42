import { z } from 'zod'
import type { Verdict } from '../../db/vocabulary'
import { type ClaimRelation, claimRelations } from '../../db/vocabulary/figure'

/** What readers have of a claim that was published. */
export type PublishedCheck = {
  publicationId: string
  number: number
  version: number
  path: string
  desk: string
  at: Date
  verdict: Verdict | null
  /** The verdict in the words of its desk's scale. */
  label: string
  isRetracted: boolean
  isUnderReview: boolean
}

/** Another claim that sounds like one, on the desk or among what all desks published. */
export type SimilarClaim = {
  claimId: string
  statement: string
  speaker: string
  /** How near it comes, from 0 to 1: its score as a share of what the claim itself would have. */
  likeness: number
  /** Where it is worked on, of the member's own desk's. */
  work: { articleId: string; title: string; verdict: Verdict | null } | null
  published: PublishedCheck | null
  /** What a member of the desk last said of the two, from where the claim stands. */
  relation: { relation: ClaimRelation; isReversed: boolean; by: string; at: Date } | null
}

export const relationShape = z.enum(claimRelations)

/** The least likeness with which a claim is shown, and in how many telling words it has to agree. */
export const leastLikeness = 0.3
export const leastShared = 2

/** How many are shown. */
export const mostShown = 8

/** What is shown of claims that were found, the most alike first; what somebody said is not comparable is hidden. */
export function shownOf(found: SimilarClaim[]): SimilarClaim[] {
  return found
    .filter(({ relation }) => relation?.relation !== 'not-comparable')
    .toSorted((one, other) => other.likeness - one.likeness || (one.claimId < other.claimId ? -1 : 1))
    .slice(0, mostShown)
}

/** What was checked before and still stands, the nearest first: what whoever marks a passage is told at once. */
export function checkedBefore(found: SimilarClaim[]): (SimilarClaim & { published: PublishedCheck })[] {
  return found.flatMap((claim) =>
    claim.published && !claim.published.isRetracted ? [{ ...claim, published: claim.published }] : [],
  )
}

/** The same claim as work and as publication, once. */
export function joined(work: SimilarClaim[], published: SimilarClaim[]): SimilarClaim[] {
  const byId = new Map(work.map((claim) => [claim.claimId, claim]))
  for (const claim of published) {
    const known = byId.get(claim.claimId)
    byId.set(claim.claimId, known ? { ...known, ...near(known, claim), published: claim.published } : claim)
  }
  return [...byId.values()]
}

const near = (one: SimilarClaim, other: SimilarClaim) => ({
  likeness: Math.max(one.likeness, other.likeness),
})
