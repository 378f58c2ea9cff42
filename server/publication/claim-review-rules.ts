import { verdicts } from '../../db/vocabulary'
import { labelOf, type Scale } from '../claim/scale'
import { ratingOf } from '../claim/verdict'
import { beginsWithVerdict } from './claim-review'

/** A finished page as a stranger gets it. */
export type CheckedPage = { html: string; now: Date; scale?: Scale }

type Json = Record<string, unknown>
type Facts = { review: Json; rating: Json; claim: Json; page: CheckedPage }

/**
 * The numbers of the rules that a page's ClaimReview breaks; none when all hold. Rules 9 (its address is nobody else's),
 * 19 (nothing unpublished has one) and 20 (it changes with page and log) need more than one page and are tested as acts.
 */
export function checkClaimReview(page: CheckedPage): number[] {
  const found = [...page.html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
  const [, json] = found[0] ?? []
  if (found.length !== 1 || json === undefined) return [1]
  const review = parsed(json)
  if (!review) return [2]
  const facts = { review, rating: part(review, 'reviewRating'), claim: part(review, 'itemReviewed'), page }
  const broken = Object.entries(rules).filter(([, holds]) => !holds(facts))
  return [...broken.map(([number]) => Number(number)), ...(/[<>&\u2028\u2029]/.test(json) ? [17] : [])]
}

/** What each rule asks, for whoever broke it. */
export const ruleSentences: Record<number, string> = {
  1: 'A claim page has exactly one script of application/ld+json.',
  2: 'It is JSON of type ClaimReview with the context https://schema.org.',
  3: 'claimReviewed, url and reviewRating.alternateName are there, without space around them.',
  4: 'claimReviewed has at most 200 characters and does not begin with a verdict.',
  5: 'alternateName is a verdict of the scale it was published on.',
  6: 'Numbers stand all or not at all: whole ones, worst below best, the value between.',
  7: 'The number is that of the verdict; Misleading and Unproven have none.',
  8: 'url is https, the same as the canonical link, and answers 200 without leading elsewhere.',
  10: 'The author has a name and an address.',
  11: 'What is reviewed is a Claim.',
  12: 'A claim’s author has a name, or there is none.',
  13: 'The claim stands at one address at least on another host.',
  14: 'Times are ISO 8601 with a zone: claim, review, change, now, in this order.',
  15: 'inLanguage is the language of the page.',
  16: 'The claim and the verdict can be read on the page as the data say them.',
  17: 'No <, >, & or line separator stands in the data as it is.',
  18: 'The page has no script that runs.',
}

const rules: Record<number, (facts: Facts) => boolean> = {
  2: ({ review }) => review['@context'] === 'https://schema.org' && review['@type'] === 'ClaimReview',
  3: ({ review, rating }) =>
    [review.claimReviewed, review.url, rating.alternateName].every(
      (value) => text(value) !== '' && text(value).trim() === value,
    ),
  4: ({ review }) =>
    Array.from(text(review.claimReviewed)).length <= 200 && !beginsWithVerdict(text(review.claimReviewed)),
  5: (facts) => verdictNamed(facts) !== null,
  6: ({ rating }) => numbersHold(rating),
  7: (facts) => {
    const verdict = verdictNamed(facts)
    return verdict !== null && (facts.rating.ratingValue ?? null) === ratingOf[verdict]
  },
  8: ({ review, page }) =>
    text(review.url).startsWith('https://') &&
    review.url === attribute(page.html, /<link rel="canonical" href="([^"]*)"/),
  10: ({ review }) => {
    const author = part(review, 'author')
    return text(author.name) !== '' && URL.canParse(text(author.url))
  },
  11: ({ claim }) => claim['@type'] === 'Claim',
  12: ({ claim }) => claim.author === undefined || text(part(claim, 'author').name).trim() !== '',
  13: ({ review, claim }) =>
    appearancesOf(claim).some(
      (address) => URL.canParse(address) && new URL(address).host !== hostOf(review.url),
    ),
  14: (facts) => datesHold(facts),
  15: ({ review, page }) => {
    const language = text(review.inLanguage)
    return /^[a-z]{2,3}(-|$)/.test(language) && language === attribute(page.html, /<html lang="([^"]*)"/)
  },
  16: ({ review, rating, page }) =>
    visibleText(page.html, 'h1') === inOneLine(text(review.claimReviewed)) &&
    visibleText(page.html, 'p class="stamp').endsWith(`: ${rating.alternateName}`),
  18: ({ page }) => !/<script(?! type="application\/ld\+json">)/i.test(page.html),
}

function numbersHold({ ratingValue, bestRating, worstRating }: Json): boolean {
  const numbers = [worstRating, ratingValue, bestRating]
  if (numbers.every((number) => number === undefined)) return true
  if (!numbers.every(Number.isInteger)) return false
  const [worst = 0, value = 0, best = 0] = numbers.map(Number)
  return worst >= 1 && worst < best && worst <= value && value <= best
}

function datesHold({ review, claim, page }: Facts): boolean {
  const published = moment(review.datePublished)
  const modified = moment(review.dateModified ?? review.datePublished)
  const said = claim.datePublished === undefined ? published : Date.parse(text(claim.datePublished))
  // The stated day of a claim may have begun later elsewhere; a day is as exact as it gets.
  const day = 86_400_000
  return said <= published + day && modified >= published && modified <= page.now.getTime() + 300_000
}

/** Milliseconds of an ISO 8601 time with zone; NaN, which compares with nothing, for anything else. */
function moment(value: unknown): number {
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text(value))
    ? Date.parse(text(value))
    : Number.NaN
}

function verdictNamed({ rating, page }: Facts) {
  return verdicts.find((verdict) => labelOf(verdict, page.scale) === rating.alternateName) ?? null
}

function appearancesOf(claim: Json): string[] {
  const all = [claim.firstAppearance, claim.appearance].flat()
  return all.flatMap((appearance) => (isJson(appearance) ? [text(appearance.url)] : []))
}

const hostOf = (address: unknown) => (URL.canParse(text(address)) ? new URL(text(address)).host : '')
const attribute = (html: string, pattern: RegExp) => unescaped(pattern.exec(html)?.[1] ?? '')
const text = (value: unknown) => (typeof value === 'string' ? value : '')
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null
const part = (json: Json, name: string): Json => (isJson(json[name]) ? json[name] : {})
const inOneLine = (value: string) => value.replace(/\s+/g, ' ').trim()

function parsed(json: string): Json | null {
  try {
    const value: unknown = JSON.parse(json)
    return isJson(value) ? value : null
  } catch {
    return null // Not JSON: there is nothing else to check.
  }
}

/** The words of the first element that begins so. */
function visibleText(html: string, element: string): string {
  const [name] = element.split(' ')
  const from = html.indexOf(`<${element}`)
  return inOneLine(unescaped(html.slice(from, html.indexOf(`</${name}>`, from)).replace(/<[^>]*>/g, '')))
}

function unescaped(html: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
  return html.replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name: string) => names[name] ?? whole)
}
