import { z } from 'zod'
import { type Stage, stages } from '../../../db/vocabulary'

/** Where an article stands as a whole, in the order its claims travel. */
export const articleStates = ['not-started', 'checking', 'returned', 'in-review', 'published'] as const
export type ArticleState = (typeof articleStates)[number]

/** How many of an article's claims are at each stage; none where a stage is not named. */
export type StageCounts = Partial<Record<Stage, number>>

/** What is asked of an article in one word: a return before a wait, and published only when every claim is. */
export function stateOf(counts: StageCounts): ArticleState {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const at = (...named: Stage[]) => named.reduce((sum, stage) => sum + (counts[stage] ?? 0), 0)
  if (all === 0) return 'not-started'
  if (at('returned') > 0) return 'returned'
  if (at('published', 'retracted') === all) return 'published'
  return at('in-review') > 0 && at('in-review', 'published', 'retracted') === all ? 'in-review' : 'checking'
}

const text = z.string().trim().min(1).max(200)

/** What a list of articles can be narrowed to, by its name in the address. */
const parts = {
  /** At least one claim of this stage, or no claim at all. */
  stage: z.enum(['not-started', ...stages]),
  topic: text,
  language: text,
  publisher: text,
  /** Work that somebody has in it and has not finished: the member's own, by when it is due. */
  work: z.literal('mine'),
  due: z.enum(['overdue', 'today']),
  /** Somebody is in its room at this moment. */
  room: z.literal('now'),
  /** A claim leans on a source that has changed or is gone. */
  sources: z.literal('in-doubt'),
  /** The publisher did something to a claim's passage, or it is not known where it is, and nobody has answered that. */
  passages: z.literal('open'),
}
export type FilterName = keyof typeof parts
export const filterNames = Object.keys(parts) as FilterName[] // the keys just above

export const filterShape = z.object(parts).partial()
export type ArticleFilter = z.infer<typeof filterShape>

export const pageShape = z.number().int().min(1).max(10_000)

/** Articles on one page of the list. */
export const onPage = 50

/** What an address asks for; what cannot be read in it is as if it were not there. */
export function placeOf(address: { get: (name: string) => string | null }): ArticlePlace {
  const filter: ArticleFilter = {}
  for (const name of filterNames) {
    const part = filterShape.safeParse({ [name]: address.get(name) ?? undefined })
    if (part.success) Object.assign(filter, part.data)
  }
  const page = pageShape.safeParse(Number(address.get('page') ?? 1))
  return { filter: named(filter), page: page.success ? page.data : 1 }
}

export type ArticlePlace = { filter: ArticleFilter; page: number }

/** The same as the part of an address after its path; empty for the first page of everything. */
export function addressOf({ filter, page }: ArticlePlace): string {
  const address = new URLSearchParams(named(filter))
  if (page > 1) address.set('page', String(page))
  const said = address.toString()
  return said && `?${said}`
}

/** The names a filter narrows by, in their fixed order. */
export function namesIn(filter: ArticleFilter): FilterName[] {
  return filterNames.filter((name) => filter[name] !== undefined)
}

/** Whether two filters ask for the same. */
export function isSameFilter(one: ArticleFilter, other: ArticleFilter): boolean {
  return filterNames.every((name) => one[name] === other[name])
}

function named(filter: ArticleFilter): ArticleFilter {
  return Object.fromEntries(namesIn(filter).map((name) => [name, filter[name]]))
}
