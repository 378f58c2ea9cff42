import type { ClaimReview, Organization, Rating, WithContext } from 'schema-dts'
import { labelOf } from '../../claim/scale'
import { ratingOf } from '../../claim/verdict'
import { spokenFor } from '../../language/language'
import { linkOf } from '../../source/source'
import { words } from '../../words'
import { claimPath, type PublicDesk, type PublicVersion } from '../publication'
import { correctionsOf } from './corrections'
import { mediaReviewOf, mediumOf } from './media-review'

/** What of a version search engines are told. */
export type Told = Pick<
  PublicVersion,
  'content' | 'publishedAt' | 'kind' | 'underReview' | 'number' | 'version' | 'publicNote'
>

/**
 * The ClaimReview (schema.org) of a claim's newest version as it would be, whether or not it may be told; null where nothing
 * is rated. `versions` are newest first.
 */
export function writtenReview(
  versions: Told[],
  desk: PublicDesk,
  origin: string,
): WithContext<ClaimReview> | null {
  const [newest, first] = [versions[0], versions.at(-1)]
  if (!newest?.content.claim.verdict || !first) return null
  const { claim } = newest.content
  const author: Organization = { '@type': 'Organization', name: desk.name, url: origin }
  const appearance = outsideAppearances(newest.content, origin)
  const [firstAppearance] = appearance
  const statement = claim.statement.trim()
  const datePublished = first.publishedAt.toISOString()
  const dateModified = newest.publishedAt.toISOString()
  const corrections = correctionsOf(versions, origin)
  const medium = mediumOf(claim.kind)
  const reviewed = { statement, appearance, author, datePublished, dateModified }
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: origin + claimPath(newest.number, claim.statement),
    claimReviewed: statement,
    ...{ datePublished, dateModified },
    inLanguage: desk.language,
    author,
    reviewRating: ratingFor(newest, desk),
    itemReviewed: {
      '@type': 'Claim',
      // Who said it is known by name alone; schema.org has no author that may be either, and most are people.
      ...(claim.speaker.trim() && { author: { '@type': 'Person', name: claim.speaker.trim() } }),
      ...(claimDate(claim.date) && { datePublished: claimDate(claim.date) }),
      ...(firstAppearance && { firstAppearance: { '@type': 'CreativeWork', url: firstAppearance } }),
      appearance: appearance.map((url) => ({ '@type': 'CreativeWork', url })),
    },
    ...(corrections.length > 0 && { correction: corrections }),
    // Inside, not beside: search engines find one review on a page, and of one claim.
    ...(medium && { associatedMediaReview: mediaReviewOf(medium, reviewed) }),
  }
}

function ratingFor({ content }: Pick<PublicVersion, 'content'>, { language }: PublicDesk): Rating {
  const { scale, claim } = content
  const { verdict, shortAnswer } = claim
  const value = verdict && ratingOf[verdict]
  return {
    '@type': 'Rating',
    alternateName: verdict ? labelOf(verdict, scale, words(spokenFor(language))) : '',
    ...(value !== null && { ratingValue: value, bestRating: 5, worstRating: 1 }),
    ...(shortAnswer.trim() && { ratingExplanation: shortAnswer.trim() }),
  }
}

/** Addresses on other hosts where the claim stands. */
export function outsideAppearances({ claim }: PublicVersion['content'], origin: string): string[] {
  const own = new URL(origin).hostname
  return claim.appearances
    .flatMap(({ address }) => linkOf(address) ?? [])
    .filter((address) => new URL(address).hostname !== own)
}

/** A stated date that machines can read; empty where it was not stated as one. */
export function claimDate(stated: string): string {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(stated.trim()) ? stated.trim() : ''
}
