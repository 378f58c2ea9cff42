import { getDomain } from 'tldts-icann'
import { tokensOf } from '../article/revised/tokens'
import { linkOf, type Source } from './source'

/** Why two sources are no two witnesses. */
export type Dependence = 'same-publisher' | 'same-site' | 'same-text'
export type Depends = { id: string; on: string; because: Dependence }

export type ComparedText = Pick<Source, 'id' | 'address' | 'publisher'> & { text: string }

/** Letters of each text that are compared. */
export const mostCompared = 400_000

/** Words that follow one another as they are compared, how many texts must share of those of the shorter, and how few are too few. */
const [run, shared, fewest] = [5, 0.8, 20]

/** Each source that says no more than an earlier one of the same claim, by publisher, site or words; the earliest it leans on. */
export function dependentOf(sources: readonly ComparedText[]): Depends[] {
  const runs = sources.map(({ text }) => runsOf(text))
  return sources.flatMap((source, at) => {
    for (const [earlier, other] of sources.slice(0, at).entries()) {
      const because = dependence(source, other, runs[at] ?? noRuns, runs[earlier] ?? noRuns)
      if (because) return [{ id: source.id, on: other.id, because }]
    }
    return []
  })
}

const noRuns: ReadonlySet<string> = new Set()

function dependence(
  one: ComparedText,
  other: ComparedText,
  words: ReadonlySet<string>,
  otherWords: ReadonlySet<string>,
): Dependence | null {
  const publisher = folded(one.publisher)
  if (publisher && publisher === folded(other.publisher)) return 'same-publisher'
  const site = siteOf(one.address)
  if (site && site === siteOf(other.address)) return 'same-site'
  return isNearlyTheSame(words, otherWords) ? 'same-text' : null
}

/** The domain that somebody registered, as in "example.co.uk" of "news.example.co.uk"; a number for an address in numbers; null for no link. */
export function siteOf(address: string): string | null {
  const link = linkOf(address)
  if (!link) return null
  const { hostname } = new URL(link)
  return getDomain(hostname) ?? hostname
}

/** What a publisher is known by on a desk: the site, else the name as it is read. Null where neither is stated. */
export function publisherKey({ address, publisher }: Pick<Source, 'address' | 'publisher'>): string | null {
  return siteOf(address) ?? (folded(publisher) || null)
}

const folded = (name: string) => name.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()

function runsOf(text: string): Set<string> {
  const words = tokensOf(text.slice(0, mostCompared)).map(({ key }) => key.toLowerCase())
  return new Set(
    words.slice(0, Math.max(0, words.length - run + 1)).map((_, at) => words.slice(at, at + run).join(' ')),
  )
}

/** Whether nearly all that one of two texts says stands in the other: a copy may be cut, and framed by other words. */
function isNearlyTheSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one]
  if (fewer.size < fewest) return false
  let both = 0
  for (const words of fewer) if (more.has(words)) both += 1
  return both / fewer.size >= shared
}
