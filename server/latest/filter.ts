import { z } from 'zod'
import { type Verdict, verdicts } from '../../db/vocabulary'
import { longestSearch } from '../search/search'

/** What the list of latest checks is narrowed to; empty where it is not. Days are those of each check's desk. */
export type Filter = {
  q: string
  verdict: Verdict | ''
  topic: string
  desk: string
  language: string
  from: string
  until: string
}
export const filterNames = ['q', 'verdict', 'topic', 'desk', 'language', 'from', 'until'] as const
export const noFilter: Filter = {
  ...{ q: '', verdict: '', topic: '', desk: '', language: '', from: '', until: '' },
}

/** What there is to choose from, as far as anything is published. */
export type Choices = {
  verdicts: Verdict[]
  topics: { slug: string; name: string }[]
  desks: { slug: string; name: string }[]
  /** The first parts of language tags, lower case. */
  languages: string[]
}

/** How many checks stand on a page. */
export const onPage = 50
/** Nobody looks further; a page that far down costs as much as all before it. */
const furthest = 200
/** A list that is there to be whole ends where nobody's is as long. */
const furthestOfAll = 10_000

const pageOf = (most: number) => z.coerce.number().int().min(1).max(most).default(1)

// The database holds no NUL, and asks for none.
const line = z.string().regex(/^[^\p{Cc}]*$/u)
const day = z.union([z.literal(''), z.iso.date()]).default('')
const shape = z.object({
  q: line.trim().max(longestSearch).default(''),
  verdict: z.enum(['', ...verdicts]).default(''),
  topic: line.max(200).default(''),
  desk: line.max(80).default(''),
  language: z
    .string()
    .regex(/^([a-z]{2,8})?$/)
    .default(''),
  from: day,
  until: day,
  page: pageOf(furthest),
})

/** The filter and the page that an address asks for; null where it asks for what there cannot be. */
export function filterIn(parameters: URLSearchParams): { filter: Filter; page: number } | null {
  const given = Object.fromEntries(
    [...filterNames, 'page'].map((name) => [name, parameters.get(name) || undefined]),
  )
  const parsed = shape.safeParse(given)
  if (!parsed.success) return null
  const { page, ...filter } = parsed.data
  return { filter, page }
}

/** Whether an address asks for more than the first page of everything, which is kept finished. */
export function isNarrowed(parameters: URLSearchParams): boolean {
  const page = parameters.get('page') ?? ''
  return filterNames.some((name) => parameters.get(name)) || !['', '1'].includes(page)
}

/** The lists that nothing narrows: the first page of each is kept finished, the others are looked up. */
export const pagedLists = ['/corrections', '/earlier'] as const
export type PagedList = (typeof pagedLists)[number]
export const pagedListAt = (path: string) => pagedLists.find((list) => list === path)

/** Where a page of such a list is read; its first is the plain address. */
export const pagePath = (list: PagedList, page: number) => (page > 1 ? `${list}?page=${page}` : list)

/** The page of such a list that an address asks for; null where it asks for what there cannot be. */
export function pageIn(parameters: URLSearchParams): number | null {
  const parsed = pageOf(furthestOfAll).safeParse(parameters.get('page') || undefined)
  return parsed.success ? parsed.data : null
}

/** Whether an address asks for more of a list than is kept finished. */
export function isLookedUp(path: string, parameters: URLSearchParams): boolean {
  if (path === '/latest') return isNarrowed(parameters)
  return pagedListAt(path) !== undefined && !['', '1'].includes(parameters.get('page') ?? '')
}

/** Where the list is read with a filter; of one that nobody narrowed the first page is the plain address. */
export function latestPath(filter: Filter, page = 1): string {
  const asked = new URLSearchParams()
  for (const name of filterNames) if (filter[name]) asked.set(name, filter[name])
  if (page > 1) asked.set('page', String(page))
  return asked.size ? `/latest?${asked}` : '/latest'
}
