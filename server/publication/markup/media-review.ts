import type { MediaReview, Organization } from 'schema-dts'
import type { ClaimKind } from '../../../db/vocabulary'

type Reviewed = {
  statement: string
  /** Addresses where the picture or video stands. */
  appearance: string[]
  author: Organization
  datePublished: string
  dateModified: string
}

/** What a medium is called by schema.org; null for claims about no medium. */
export function mediumOf(kind: ClaimKind | null): 'ImageObject' | 'VideoObject' | null {
  if (kind === 'picture') return 'ImageObject'
  return kind === 'video' ? 'VideoObject' : null
}

/**
 * The MediaReview (schema.org) of a picture or video. It names no mediaAuthenticityCategory and no original: a verdict
 * rates what is said of a medium, and "true" may be said of a forgery that is called one.
 */
export function mediaReviewOf(
  medium: 'ImageObject' | 'VideoObject',
  { statement, appearance, ...given }: Reviewed,
): MediaReview {
  const interpretedAsClaim = { '@type': 'Claim', name: statement } as const
  return {
    '@type': 'MediaReview',
    ...given,
    itemReviewed: {
      '@type': 'MediaReviewItem',
      interpretedAsClaim,
      mediaItemAppearance: appearance.map((url) => ({ '@type': medium, url })),
    },
  }
}
