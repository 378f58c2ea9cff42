import { z } from 'zod'
import { labelOf } from '../../../claim/scale'
import { claimCard } from '../../pages/claim/claim-card'
import type { Edition } from '../../pages/edition'
import { claimPath, type PublicVersion } from '../../publication'
import { address, moment } from '../claim-shape'

const reviewShape = z
  .object({
    publisher: z.object({
      name: z.string().meta({ description: 'The desk.' }),
      site: z.string().meta({ description: 'Its host, without scheme.' }),
    }),
    url: address('Where people read the check.'),
    title: z.string().meta({ description: 'The title of that page.' }),
    reviewDate: moment('When its newest version was published.'),
    textualRating: z.string().meta({ description: 'The verdict, as the desk calls it.' }),
    languageCode: z.string().meta({ description: 'The language of the check, BCP 47.' }),
  })
  .meta({
    id: 'FactCheckReview',
    description: 'A check of a claim, as Google’s Fact Check Tools API tells of one.',
  })

const claimShape = z
  .object({
    text: z.string().meta({ description: 'The claim as it was checked.' }),
    claimant: z.string().optional().meta({ description: 'Who said it; absent where that is not stated.' }),
    claimDate: moment('When it was said; absent where no day is stated.').optional(),
    claimReview: z.array(reviewShape).meta({ description: 'Its one check.' }),
  })
  .meta({ id: 'FactCheckedClaim', description: 'A claim that was checked.' })

export const foundShape = z
  .object({
    claims: z
      .array(claimShape)
      .optional()
      .meta({ description: 'The best first; absent where nothing was found.' }),
    nextPageToken: z
      .string()
      .optional()
      .meta({ description: 'By which the next page is asked for; absent on the last.' }),
  })
  .meta({
    id: 'FactCheckSearch',
    description: 'What was found, in the shape of Google’s Fact Check Tools API.',
  })
export type FoundReviews = z.infer<typeof foundShape>

export const googleErrorShape = z
  .object({
    error: z.object({
      code: z.int().meta({ description: 'The status of the answer.' }),
      message: z.string().meta({ description: 'What to do next, for people.' }),
      status: z.enum(['INVALID_ARGUMENT', 'NOT_FOUND', 'RESOURCE_EXHAUSTED', 'UNAVAILABLE']),
    }),
  })
  .meta({ id: 'GoogleError', description: 'What went wrong, in the shape of Google’s interfaces.' })
export type GoogleError = z.infer<typeof googleErrorShape>

const codes = { INVALID_ARGUMENT: 400, NOT_FOUND: 404, RESOURCE_EXHAUSTED: 429, UNAVAILABLE: 503 } as const

export function googleError(status: GoogleError['error']['status'], message: string): GoogleError {
  return { error: { code: codes[status], message, status } }
}

/** What of a claim's newest version a search tells. */
export type Reviewed = Pick<PublicVersion, 'number' | 'kind' | 'publicNote' | 'publishedAt' | 'content'>

/** A claim with its check, as Google's interface tells of one. */
export function factCheckOf(
  reviewed: Reviewed,
  edition: Edition,
): NonNullable<FoundReviews['claims']>[number] {
  const { number, publishedAt, content } = reviewed
  const { claim, scale } = content
  const { origin, desk, say } = edition
  const said = /^\d{4}-\d{2}-\d{2}$/.test(claim.date.trim()) ? `${claim.date.trim()}T00:00:00Z` : null
  return {
    text: claim.statement,
    ...(claim.speaker.trim() && { claimant: claim.speaker.trim() }),
    ...(said && { claimDate: said }),
    claimReview: [
      {
        publisher: { name: desk.name, site: new URL(origin).host },
        url: origin + claimPath(number, claim.statement),
        title: claimCard(reviewed, edition).title,
        reviewDate: publishedAt.toISOString(),
        textualRating: claim.verdict ? labelOf(claim.verdict, scale, say) : say('verdict.unrated'),
        languageCode: desk.language,
      },
    ],
  }
}
