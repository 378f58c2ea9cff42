import { type Verdict, verdicts } from '../../db/vocabulary'
import { labelOf, type Scale } from '../claim/scale'
import { ratingOf } from '../claim/verdict'
import { spokenFor } from '../language/language'
import { words } from '../words'
import { beginsWithVerdict } from './markup/begins-with-verdict'
import { isCorrection } from './markup/corrections'
import { canonicalOf, hostOf, inOneLine, isJson, type Json, jsonOf, part, text } from './markup/page-words'
import { type Shown, shownOn } from './markup/shown'
import type { PublicVersion } from './publication'

/** A finished page as a stranger gets it, and what else is known of it. */
export type CheckedPage = Known & { html: string }

/** A rule is not asked where nothing is known. */
type Known = {
  now: Date
  scale?: Scale
  /** Addresses that the ClaimReviews of other pages have. */
  others?: string[]
  /** The newest version as the log seals it; null where the claim is not published. */
  sealed?: Sealed | null
}
export type Sealed = Pick<PublicVersion, 'kind' | 'publicNote'> & {
  content: { claim: { statement: string; verdict: Verdict | null } }
}

type Facts = { review: Json; rating: Json; claim: Json; shown: Shown; known: Known }

/** The numbers of the rules that a page and its ClaimReview break; none when all hold. */
export function checkClaimReview({ html, ...known }: CheckedPage): number[] {
  const scripts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
  const data = scripts.map(([, json = '']) => json)
  const reviews = data.filter((json) => isReviewIn(jsonOf(json)))
  if (!hasOne(html, known)) return reviews.length === 0 ? [] : [known.sealed === undefined ? 1 : 19]
  // Where none says that it is one, the only data there are were meant to be.
  const [json, ...more] = reviews.length > 0 ? reviews : data
  return json === undefined || more.length > 0 ? [1] : brokenRules(json, shownOn(html), known)
}

/** The same of a ClaimReview, as it stands in the markup, and a page that shows this. */
export function brokenRules(json: string, shown: Shown, known: Known): number[] {
  const review = jsonOf(json)
  if (!review) return [2]
  const parts = { rating: part(review, 'reviewRating'), claim: part(review, 'itemReviewed') }
  const facts = { review, ...parts, shown, known }
  const broken = Object.entries(rules).filter(([, holds]) => !holds(facts))
  return [...broken.map(([number]) => Number(number)), ...(/[<>&\u2028\u2029]/.test(json) ? [17] : [])].sort(
    (one, other) => one - other,
  )
}

/** Whether data hold a ClaimReview, however deep. */
function isReviewIn(data: unknown): boolean {
  if (!isJson(data)) return false
  return [data['@type']].flat().includes('ClaimReview') || Object.values(data).some(isReviewIn)
}

/** Whether there is a ClaimReview on it: on the page of a claim, while the desk stands by the check. */
function hasOne(html: string, { sealed }: Known): boolean {
  if (sealed !== undefined) return sealed !== null && sealed.kind !== 'retraction'
  const canonical = canonicalOf(html)
  return !URL.canParse(canonical) || /^\/c\/\d+(-[^/]*)?$/.test(new URL(canonical).pathname)
}

/** What each rule asks, for whoever broke it. */
export const ruleSentences: Record<number, string> = {
  1: 'A claim page has exactly one ClaimReview in application/ld+json, any other page none.',
  2: 'It is JSON of type ClaimReview with the context https://schema.org.',
  3: 'claimReviewed, url and reviewRating.alternateName are there, without space around them.',
  4: 'claimReviewed has at most 200 characters and does not begin with a verdict.',
  5: 'alternateName is a verdict of the scale it was published on.',
  6: 'Numbers stand all or not at all: whole ones, worst below best, the value between.',
  7: 'The number is that of the verdict; Misleading and Unproven have none.',
  8: 'url is https, the same as the canonical link, and answers 200 without leading elsewhere.',
  9: 'url is the address of no other ClaimReview.',
  10: 'The author has a name and an address.',
  11: 'What is reviewed is a Claim.',
  12: 'A claim’s author has a name, or there is none.',
  13: 'The claim stands at one address at least on another host.',
  14: 'Times are ISO 8601 with a zone: claim, review, change, now, in this order.',
  15: 'inLanguage is the language of the page.',
  16: 'The claim and the verdict can be read on the page as the data say them.',
  17: 'No <, >, & or line separator stands in the data as it is.',
  18: 'The page has no script that runs.',
  19: 'What is not published, or is retracted, has no ClaimReview.',
  20: 'It says the same as page and record of the newest version, and when that was published.',
}

const rules: Record<number, (facts: Facts) => boolean> = {
  2: ({ review }) => review['@context'] === 'https://schema.org' && review['@type'] === 'ClaimReview',
  3: ({ review, rating }) =>
    [review.claimReviewed, review.url, rating.alternateName].every(
      (value) => text(value) !== '' && text(value).trim() === value,
    ),
  4: ({ review, known }) =>
    Array.from(text(review.claimReviewed)).length <= 200 &&
    !beginsWithVerdict(text(review.claimReviewed), known.scale),
  5: (facts) => verdictNamed(facts) !== null,
  6: ({ rating }) => numbersHold(rating),
  7: (facts) => {
    const verdict = verdictNamed(facts)
    if (verdict === null) return false
    const { ratingValue, worstRating, bestRating } = facts.rating
    const number = ratingOf[verdict]
    if (number === null) return ratingValue === undefined
    return ratingValue === number && worstRating === 1 && bestRating === 5
  },
  8: ({ review, shown }) => text(review.url).startsWith('https://') && review.url === shown.canonical,
  9: ({ review, known }) => !known.others?.includes(text(review.url)),
  10: ({ review }) => {
    const author = part(review, 'author')
    return text(author.name).trim() !== '' && hostOf(author.url) !== ''
  },
  11: ({ claim }) => claim['@type'] === 'Claim',
  12: ({ claim }) => claim.author === undefined || text(part(claim, 'author').name).trim() !== '',
  13: ({ review, claim }) =>
    appearancesOf(claim).some((address) => !['', hostOf(review.url)].includes(hostOf(address))),
  14: (facts) => datesHold(facts),
  15: ({ review, shown }) => {
    const language = text(review.inLanguage)
    return /^[a-z]{2,3}(-|$)/.test(language) && language === shown.language
  },
  16: ({ review, rating, shown }) =>
    shown.heading === inOneLine(text(review.claimReviewed)) &&
    shown.stamp.endsWith(`: ${rating.alternateName}`),
  18: ({ shown }) => !shown.runsScripts,
  20: (facts) => isOfTheNewest(facts),
}

function isOfTheNewest({ review, rating, shown, known: { sealed, scale } }: Facts): boolean {
  if ((review.dateModified ?? review.datePublished) !== shown.shownAt) return false
  if (!sealed) return true
  const { statement, verdict } = sealed.content.claim
  const [told] = [review.correction].flat()
  return (
    review.claimReviewed === statement.trim() &&
    rating.alternateName === (verdict && labelOf(verdict, scale, spokenOn(shown))) &&
    (!isCorrection(sealed) || (isJson(told) && told.text === sealed.publicNote.trim()))
  )
}

function numbersHold({ ratingValue, bestRating, worstRating }: Json): boolean {
  const numbers = [worstRating, ratingValue, bestRating]
  if (numbers.every((number) => number === undefined)) return true
  if (!numbers.every(Number.isInteger)) return false
  const [worst = 0, value = 0, best = 0] = numbers.map(Number)
  return worst >= 1 && worst < best && worst <= value && value <= best
}

function datesHold({ review, claim, known }: Facts): boolean {
  const published = moment(review.datePublished)
  const modified = moment(review.dateModified ?? review.datePublished)
  const said = claim.datePublished === undefined ? published : statedMoment(claim.datePublished)
  // The stated day of a claim may have begun later elsewhere; a day is as exact as it gets.
  const day = 86_400_000
  return said <= published + day && modified >= published && modified <= known.now.getTime() + 300_000
}

/** Milliseconds of an ISO 8601 time with zone; NaN, which compares with nothing, for anything else. */
function moment(value: unknown): number {
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text(value))
    ? Date.parse(text(value))
    : Number.NaN
}

/** The same for a year, month or day, too: as precise as it was stated. */
function statedMoment(value: unknown): number {
  return /^\d{4}(-\d{2}){0,2}$/.test(text(value)) ? Date.parse(text(value)) : moment(value)
}

function verdictNamed({ rating, shown, known }: Facts) {
  return (
    verdicts.find((verdict) => labelOf(verdict, known.scale, spokenOn(shown)) === rating.alternateName) ??
    null
  )
}

function appearancesOf(claim: Json): string[] {
  const all = [claim.firstAppearance, claim.appearance].flat()
  return all.flatMap((appearance) => (isJson(appearance) ? [text(appearance.url)] : []))
}

/** The words of the language that the page says it is in: the house's own scale has its names from there. */
const spokenOn = ({ language }: Shown) => words(spokenFor(language))
