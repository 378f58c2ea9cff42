import type { ClaimReview, Organization, Rating, WithContext } from 'schema-dts'
import { languages, verdicts } from '../../db/vocabulary'
import { labelOf, type Scale } from '../claim/scale'
import { ratingOf } from '../claim/verdict'
import { dateFormat } from '../date/date-format'
import { spokenFor } from '../language/language'
import type { Refusal } from '../refusal'
import { linkOf } from '../source/source'
import { words } from '../words'
import { correctionsOf } from './markup/corrections'
import { mediaReviewOf, mediumOf } from './markup/media-review'
import { claimPath, type PublicDesk, type PublicVersion } from './publication'

/** schema.org's limit for search engines; a statement should stay far below it. */
const longestStatement = 200

/** What of a version decides whether search engines are told of it. */
type Doubtable = Pick<PublicVersion, 'content' | 'publishedAt' | 'kind' | 'underReview'>

/** Why search engines get no ClaimReview of a published claim; null when its page carries one. It never stops a publication. */
export function whyNoClaimReview(
  { content, publishedAt, kind, underReview }: Doubtable,
  desk: PublicDesk,
  origin: string,
): Refusal | null {
  if (desk.isDemo) return { code: 'claim-review-demo' }
  if (kind === 'retraction') return { code: 'claim-review-retracted' }
  // A rating in a list of results has no room for the line that we doubt it.
  if (underReview) return { code: 'claim-review-under-review' }
  if (new URL(origin).protocol !== 'https:') return { code: 'claim-review-origin' }
  if (!outsideAppearances(content, origin).length) return { code: 'claim-review-appearance' }
  const statement = content.claim.statement.trim()
  if (Array.from(statement).length > longestStatement || beginsWithVerdict(statement, content.scale))
    return { code: 'claim-review-statement', values: { maximum: longestStatement } }
  if (claimDate(content.claim.date) > dayIn(publishedAt, desk)) return { code: 'claim-review-date' }
  return null
}

/** The ClaimReview (schema.org) of a claim's newest version, or null; `versions` are newest first. */
export function claimReviewOf(
  versions: (Doubtable & Pick<PublicVersion, 'number' | 'version' | 'publicNote'>)[],
  desk: PublicDesk,
  origin: string,
): WithContext<ClaimReview> | null {
  const [newest, first] = [versions[0], versions.at(-1)]
  if (!newest?.content.claim.verdict || !first || whyNoClaimReview(newest, desk, origin)) return null
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

/** JSON that may stand inside a script element: nothing in it can end the element or break a line of script. */
export function jsonInHtml(value: object): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped)
}

/** Addresses on other hosts where the claim stands. */
function outsideAppearances({ claim }: PublicVersion['content'], origin: string): string[] {
  const own = new URL(origin).hostname
  return claim.appearances
    .flatMap(({ address }) => linkOf(address) ?? [])
    .filter((address) => new URL(address).hostname !== own)
}

/** Whether a text begins with a verdict's name in any of our languages, which would make the claim look rated in a list of results. */
export function beginsWithVerdict(text: string, scale: Scale = []): boolean {
  const ours = languages.flatMap((language) => {
    const say = words(language)
    return verdicts.flatMap((verdict) => [say(`verdict.${verdict}`), say(`verdictShort.${verdict}`)])
  })
  const names = [...ours, ...scale.map(({ label }) => label)]
  return names.some((name) =>
    new RegExp(`^${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{M}\\p{N}])`, 'iu').test(
      text.trim(),
    ),
  )
}

/** A stated date that machines can read; empty where it was not stated as one. */
function claimDate(stated: string): string {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(stated.trim()) ? stated.trim() : ''
}

function dayIn(at: Date, { timeZone }: PublicDesk): string {
  // Swedish dates are written as ISO 8601 ones.
  return dateFormat('sv-SE', { timeZone }).format(at)
}
