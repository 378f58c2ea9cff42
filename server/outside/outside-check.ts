import { z } from 'zod'
import { addressKey, wholeAddress } from '../article/article'
import { canonicalHash } from '../canonical-hash'
import { isStatedDate } from '../date/stated-date'
import { fold } from '../search/search'

/** A check of another publisher, in its own words. */
export type OutsideCheck = {
  publisher: string
  statement: string
  /** Their verdict, as they call it. */
  rating: string
  address: string
  publishedOn: string
  language: string | null
}

/** Why a ClaimReview is left out. */
export const skipReasons = ['address', 'statement', 'rating', 'long', 'own'] as const
export type SkipReason = (typeof skipReasons)[number]

/** What a document has: the checks, and how many were left out for which reason. */
export type FoundChecks = { checks: OutsideCheck[]; skipped: Partial<Record<SkipReason, number>> }

/** Most checks that are taken from one document. */
export const mostChecks = 50_000
const longest = { statement: 2_000, rating: 300, publisher: 200, address: 2_000 }
const deepest = 30

const text = z
  .union([z.string(), z.number()])
  .transform((said) => String(said).trim())
  .catch('')
const named = z
  .union([
    z.object({ name: text }),
    z.array(z.object({ name: text })).transform(([first]) => ({ name: first?.name ?? '' })),
  ])
  .catch({ name: '' })
const reviewShape = z.object({
  '@type': z.union([
    z.literal('ClaimReview'),
    z.array(z.string()).refine((types) => types.includes('ClaimReview')),
  ]),
  url: text,
  claimReviewed: text,
  datePublished: text,
  inLanguage: z
    .union([text, z.object({ alternateName: text }).transform(({ alternateName }) => alternateName)])
    .catch(''),
  author: named,
  publisher: named,
  reviewRating: z.object({ alternateName: text, name: text }).catch({ alternateName: '', name: '' }),
})
type Review = z.infer<typeof reviewShape>

/** Reads every ClaimReview (schema.org) in JSON, or in the JSON-LD of a page; null where there is no JSON at all. */
export function readChecks(document: string, ownHost: string): FoundChecks | null {
  const parsed = documentsIn(document)
  if (parsed.length === 0) return null
  const found: FoundChecks = { checks: [], skipped: {} }
  for (const review of parsed.flatMap((one) => reviewsIn(one, 0)).slice(0, mostChecks)) {
    const check = checkOf(review, ownHost)
    if (typeof check === 'string') found.skipped[check] = (found.skipped[check] ?? 0) + 1
    else found.checks.push(check)
  }
  return found
}

/** By which the same check is known again: where it stands, and what it is about. */
export function keyOf({ address, statement }: OutsideCheck): string {
  return `${addressKey(address)} ${canonicalHash(fold(statement)).slice(0, 16)}`
}

function documentsIn(document: string): unknown[] {
  const plain = document.replace(/^\ufeff/, '').trim()
  if (/^[[{]/.test(plain)) return parsed(plain)
  const scripts = /<script\b[^>]*\btype\s*=\s*["']?application\/ld\+json["']?[^>]*>([\s\S]*?)<\/script\s*>/gi
  return [...plain.matchAll(scripts)].flatMap(([, content = '']) => parsed(content.trim()))
}

/** One document, or none where it is no JSON. */
function parsed(json: string): unknown[] {
  try {
    return [JSON.parse(json)]
  } catch {
    // Another script of the page may be sound.
    return []
  }
}

function reviewsIn(node: unknown, depth: number): Review[] {
  if (typeof node !== 'object' || node === null || depth > deepest) return []
  const review = reviewShape.safeParse(node)
  if (review.success) return [review.data]
  return Object.values(node).flatMap((one) => reviewsIn(one, depth + 1))
}

function checkOf(review: Review, ownHost: string): OutsideCheck | SkipReason {
  const address = review.url ? wholeAddress(review.url) : null
  if (!address) return 'address'
  if (!review.claimReviewed) return 'statement'
  const rating = review.reviewRating.alternateName || review.reviewRating.name
  if (!rating) return 'rating'
  const { host, hostname } = new URL(address)
  if (host === ownHost) return 'own'
  const check = {
    publisher: review.author.name || review.publisher.name || hostname.replace(/^www\./, ''),
    ...{ statement: review.claimReviewed, rating, address },
  }
  const isLong = Object.entries(longest).some(([field, most]) => Reflect.get(check, field).length > most)
  if (isLong) return 'long'
  const day = review.datePublished.replace(/T.*$/, '')
  return {
    ...check,
    publishedOn: isStatedDate(day) ? day : '',
    language: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(review.inLanguage) ? review.inLanguage : null,
  }
}
