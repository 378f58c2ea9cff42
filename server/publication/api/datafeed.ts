import { z } from 'zod'
import { claimReviewOf } from '../claim-review'
import type { PublicDesk, PublicVersion } from '../publication'
import { address, moment } from './claim-shape'

/** Where the ClaimReviews of all claims are read at once. */
export const datafeedPath = '/api/v1/datafeed.json'

/** How many claims it has: those that changed last. Every claim has its own on its page, which the sitemaps name. */
export const mostReviews = 200

const reviewShape = z
  .looseObject({
    '@type': z.literal('ClaimReview'),
    url: address('The page of the claim, which carries the same.'),
    claimReviewed: z.string().meta({ description: 'The claim as it was checked.' }),
    datePublished: moment('When the first version was published.'),
    dateModified: moment('When the newest version was published.'),
    correction: z
      .array(
        z.object({
          '@type': z.literal('CorrectionComment'),
          text: z.string().meta({ description: 'What readers were told.' }),
          datePublished: moment('When the corrected version was published.'),
          url: address('Where people read that version.'),
        }),
      )
      .optional()
      .meta({ description: 'Its corrections, newest first; absent where there are none.' }),
    associatedMediaReview: z
      .looseObject({ '@type': z.literal('MediaReview') })
      .optional()
      .meta({ description: 'For claims about a picture or a video: which one, and where it stands.' }),
  })
  .meta({ id: 'ClaimReview', description: 'The check of one claim (schema.org/ClaimReview).' })

export const datafeedShape = z
  .object({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('DataFeed'),
    name: z.string().meta({ description: 'Whose checks they are.' }),
    url: address('This document.'),
    dateModified: moment(
      'When the newest of its versions was published; absent where it is empty.',
    ).optional(),
    dataFeedElement: z
      .array(
        z.object({
          '@type': z.literal('DataFeedItem'),
          dateCreated: moment('When the first version was published.'),
          dateModified: moment('When the newest version was published.'),
          item: reviewShape,
        }),
      )
      .meta({
        description: `The ${mostReviews} claims that changed last, without those whose page carries no ClaimReview.`,
      }),
  })
  .meta({ id: 'DataFeed', description: 'ClaimReviews (schema.org/DataFeed).' })
export type Datafeed = z.infer<typeof datafeedShape>

/** What a feed of ClaimReviews has of one claim: all its versions, newest first, and its desk. */
export type Fed = { versions: PublicVersion[]; desk: PublicDesk }

/** The ClaimReviews of claims as schema.org's DataFeed, in the order given; a claim whose page has none is left out. */
export function datafeedJson(claims: Fed[], { name, origin }: { name: string; origin: string }): Datafeed {
  const elements = claims.flatMap(({ versions, desk }) => itemOf(versions, desk, origin))
  const [last] = elements
    .map(({ dateModified }) => dateModified)
    .toSorted()
    .reverse()
  return {
    ...{ '@context': 'https://schema.org', '@type': 'DataFeed', name, url: origin + datafeedPath },
    ...(last && { dateModified: last }),
    dataFeedElement: elements,
  }
}

function itemOf(versions: PublicVersion[], desk: PublicDesk, origin: string): Datafeed['dataFeedElement'] {
  const [newest, first] = [versions[0], versions.at(-1)]
  const review = claimReviewOf(versions, desk, origin)
  if (!newest || !first || !review) return []
  const { '@context': _, ...item } = review
  const [dateCreated, dateModified] = [first.publishedAt.toISOString(), newest.publishedAt.toISOString()]
  return [
    {
      ...{ '@type': 'DataFeedItem', dateCreated, dateModified },
      // The four are there in every ClaimReview of ours, which schema.org's types do not promise.
      item: item as Datafeed['dataFeedElement'][number]['item'],
    },
  ]
}
