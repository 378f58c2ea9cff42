import type { ClaimReview, WithContext } from 'schema-dts'
import { settings } from '../../env'
import type { Member } from '../../member/member'
import type { Refusal } from '../../refusal'
import { claimReviewOf, whyNoClaimReview } from '../claim-review'
import { cardOf, cardText } from '../drawn/card'
import { type CardShape, cardShapes } from '../drawn/drawings'
import { measures } from '../drawn/measures'
import { type ClaimCard, claimCard } from '../pages/claim/claim-card'
import { editionOf } from '../pages/edition'
import { readNextVersions } from './read-next-version'

/** A picture as it will be, where members see it before, in pixels. */
export type CardPicture = { shape: CardShape; address: string; width: number; height: number; text: string }

/** What a link to the page will show elsewhere, and what search engines will get: a ClaimReview, or why there is none. */
export type Preview = {
  card: ClaimCard & { address: string; pictures: CardPicture[] }
  claimReview: WithContext<ClaimReview> | null
  whyNoClaimReview: Refusal | null
}

/** What machines would read of a submission if this member approved it now. */
export async function readPreview(submissionId: string, member: Member): Promise<Preview> {
  const { versions, desk } = await readNextVersions(submissionId, member, { now: new Date() })
  const origin = settings().publicOrigin
  const [next] = versions
  if (!next) throw new Error('a submission becomes a version')
  const edition = editionOf(desk, { origin, stylesheet: '' })
  const card = claimCard(next, edition)
  const text = cardText(cardOf(next, edition), edition)
  const pictures = cardShapes.map((shape) => {
    const { width, height } = measures[shape]
    return { ...{ shape, width, height, text }, address: `/api/previews/${submissionId}/card-${shape}.png` }
  })
  return {
    card: { ...card, address: origin + card.canonical, pictures },
    claimReview: claimReviewOf(versions, desk, origin),
    whyNoClaimReview: whyNoClaimReview(versions, desk, origin),
  }
}
