import { z } from 'zod'
import type { PastRow } from './past-check'

const words = z.string().catch('')
const author = z.object({ name: words }).catch({ name: '' })
const reviewShape = z.object({
  '@type': z.union([
    z.literal('ClaimReview'),
    z.array(z.string()).refine((types) => types.includes('ClaimReview')),
  ]),
  url: words,
  claimReviewed: words,
  datePublished: words,
  itemReviewed: z.object({ author }).catch({ author: { name: '' } }),
  reviewRating: z
    .object({ alternateName: words, ratingExplanation: words })
    .catch({ alternateName: '', ratingExplanation: '' }),
})

/** Every ClaimReview (schema.org) in a JSON document, however deep, in order. */
export function readClaimReviews(document: unknown): PastRow[] {
  if (Array.isArray(document)) return document.flatMap(readClaimReviews)
  if (typeof document !== 'object' || document === null) return []
  const review = reviewShape.safeParse(document)
  if (!review.success) return Object.values(document).flatMap(readClaimReviews)
  const { url, claimReviewed, datePublished, itemReviewed, reviewRating } = review.data
  return [
    {
      ...{ address: url, statement: claimReviewed, date: datePublished, speaker: itemReviewed.author.name },
      ...{ rating: reviewRating.alternateName, answer: reviewRating.ratingExplanation },
    },
  ]
}
