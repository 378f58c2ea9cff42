import { z } from 'zod'
import { canonicalHash } from '../../../canonical-hash'
import type { Refusal } from '../../../refusal'
import { longestSearch } from '../../../search/search'

/** What a program searches published claims for, by the names of Google's Fact Check Tools API. */
export type AskedReviews = {
  query: string
  /** The first part of a language tag, lower case; null for every language. */
  language: string | null
  /** A host, or the end of one; null for every publisher. */
  site: string | null
  /** How old the claim and its review may be, in days; null for any age. */
  maxAgeDays: number | null
  pageSize: number
  /** How many are left out, from the best. */
  offset: number
}

/** Nobody looks further; a page that far down costs as much as all before it. */
export const furthest = 10_000
export const mostOnPage = 100
export const usualOnPage = 10

const count = (most: number) => z.coerce.number().int().min(0).max(most).default(0)
const fields = {
  query: z.string().trim().max(longestSearch).default(''),
  languageCode: z
    .string()
    .regex(/^([A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*)?$/)
    .default(''),
  reviewPublisherSiteFilter: z.string().trim().max(253).default(''),
  maxAgeDays: count(100_000),
  pageSize: count(1_000_000),
  offset: count(furthest),
  pageToken: z
    .string()
    .regex(/^(\d{1,5}-[0-9a-f]{16})?$/)
    .default(''),
} as const

type Read = { asked: AskedReviews; refusal: null } | { asked: null; refusal: Refusal }

/** Reads what is asked from the parameters of an address; what is not ours (key, alt, fields …) is left alone. */
export function readAsked(parameters: URLSearchParams): Read {
  const given = Object.fromEntries(
    Object.keys(fields).map((name) => [name, parameters.get(name) || undefined]),
  )
  const parsed = z.object(fields).safeParse(given)
  if (!parsed.success)
    return refused('search-field', { field: String(parsed.error.issues[0]?.path[0] ?? '') })
  const { query, languageCode, reviewPublisherSiteFilter: site, maxAgeDays, pageSize, offset } = parsed.data
  if (!query && !site) return refused('search-empty', {})
  const asked = {
    query,
    language: languageCode.split(/[-_]/)[0]?.toLowerCase() || null,
    site: site ? hostIn(site) : null,
    maxAgeDays: maxAgeDays || null,
    pageSize: Math.min(pageSize || usualOnPage, mostOnPage),
  }
  if (!parsed.data.pageToken) return { asked: { ...asked, offset }, refusal: null }
  const [from, mark] = parsed.data.pageToken.split('-')
  if (mark !== markOf(asked) || Number(from) > furthest) return refused('search-token', {})
  return { asked: { ...asked, offset: Number(from) }, refusal: null }
}

/** By which the page after this one is asked for: it holds for the same search alone. */
export function nextPageToken({ offset, ...asked }: AskedReviews): string {
  return `${offset + asked.pageSize}-${markOf(asked)}`
}

// How many stand on a page may change from one to the next.
function markOf({ pageSize: _, ...asked }: Omit<AskedReviews, 'offset'>): string {
  return canonicalHash(asked).slice(0, 16)
}

/** Whether a publisher's host is one that a filter names: itself, or the end of it. */
export function isOfSite(host: string, site: string | null): boolean {
  return site === null || host === site || host.endsWith(`.${site}`)
}

function hostIn(site: string): string {
  const address = /^https?:\/\//i.test(site) ? site : `https://${site}`
  const host = URL.canParse(address) ? new URL(address).hostname : site.toLowerCase()
  return host.replace(/^www\./, '')
}

function refused(code: Refusal['code'], values: Record<string, string>): Read {
  return { asked: null, refusal: { code, values } }
}
