import type { ClaimReview, WithContext } from 'schema-dts'
import { settings } from '../../env'
import type { Member } from '../../member/member'
import type { Refusal } from '../../refusal'
import { claimReviewOf, whyNoClaimReview } from '../claim-review'
import { type ClaimCard, claimCard } from '../pages/claim/claim-card'
import { editionOf } from '../pages/edition'
import { readNextVersions } from './read-next-version'

/** What a link to the page will show elsewhere, and what search engines will get: a ClaimReview, or why there is none. */
export type Preview = {
  card: ClaimCard & { address: string }
  claimReview: WithContext<ClaimReview> | null
  whyNoClaimReview: Refusal | null
}

/** What machines would read of a submission if this member approved it now. */
export async function readPreview(submissionId: string, member: Member): Promise<Preview> {
  const { versions, desk } = await readNextVersions(submissionId, member, { now: new Date() })
  const origin = settings().publicOrigin
  const [next] = versions
  if (!next) throw new Error('a submission becomes a version')
  const card = claimCard(next, editionOf(desk, { origin, stylesheet: '' }))
  return {
    card: { ...card, address: origin + card.canonical },
    claimReview: claimReviewOf(versions, desk, origin),
    whyNoClaimReview: whyNoClaimReview(next, desk, origin),
  }
}
