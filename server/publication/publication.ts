import type { SubmissionKind } from '../../db/vocabulary'
import type { Selectors } from '../claim/quote'
import { entryOf, type Scale } from '../claim/scale'
import type { PublicWords } from '../notice/event/event'
import type { Dissent } from '../own-verdict/own-verdict'
import type { FrozenClaim } from '../review/submission'
import { words } from '../words'
import type { LogEntry } from './log/log'
import type { UnderReview } from './under-review/under-review'

/** All that readers see of one version, kept with the publication so that nothing later can change it. */
export type PublishedClaim = {
  claim: FrozenClaim
  topics: string[]
  /** The scale its verdict is on; older versions have none and are on the house's. */
  scale?: Scale
  article: PublishedArticle
  /** A few words around the quote, with the space next to it; "…" where they were cut. */
  context: { before: string; after: string }
  authors: string[]
  approvedBy: string[]
  /** What one member holds it to be instead, where an editor has published that, too. */
  dissent?: Dissent | null
}

/** The head of the article a claim stands in, as it was when the claim was published. */
export type PublishedArticle = {
  id: string
  number: number
  title: string
  publisher: string | null
  published: string | null
  byline: string[]
  address: string | null
  language: string | null
  isOwn: boolean
  revision: number
}

const contextLength = 140

/**
 * At most 140 code points before and after a quote, cut between words and never from another block: readers
 * see a little context, not the article.
 */
export function contextOf(text: string, { position }: Selectors): PublishedClaim['context'] {
  const points = Array.from(text)
  const before = points.slice(0, position.start).join('').split('\n\n').at(-1) ?? ''
  const after = points.slice(position.end).join('').split('\n\n')[0] ?? ''
  return { before: lastWords(folded(before)), after: firstWords(folded(after)) }
}

const folded = (text: string) => text.replace(/\s+/gu, ' ')

function lastWords(text: string): string {
  const points = Array.from(text)
  if (points.length <= contextLength) return text.trimStart()
  const kept = points.slice(-contextLength).join('')
  return `… ${kept.slice(kept.indexOf(' ') + 1)}`
}

function firstWords(text: string): string {
  const points = Array.from(text)
  if (points.length <= contextLength) return text.trimEnd()
  const kept = points.slice(0, contextLength).join('')
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), 0))} …`
}

/** The words of a title as they stand in an address: lower case, hyphens, at most 60 characters; never empty. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  const slug = Array.from(words.replace(/^-+/, '')).slice(0, 60).join('').replace(/-+$/, '')
  return slug || 'untitled'
}

/** Where a claim is read, as it stands in an address: the newest version under number and slug, each under its own. */
export const claimPath = (number: number, statement: string) => `/c/${number}-${encodeURI(slugOf(statement))}`
export const versionPath = (number: number, version: number) => `/c/${number}/v/${version}`
export const recordPath = (number: number, version: number) => `${versionPath(number, version)}/record.json`
export const proofPath = (number: number, version: number) => `${versionPath(number, version)}/proof.txt`
export const articlePath = (number: number, title: string) => `/a/${number}-${encodeURI(slugOf(title))}`

/** What is told of a version to those who are no readers of the page: where it is, what it says, how that was rated. */
export function publicWords(
  { claim: { statement, verdict }, scale }: PublishedClaim,
  numbers: { number: number; version: number },
): PublicWords {
  const label = verdict ? entryOf(verdict, scale).label : words()('verdict.unrated')
  return { ...numbers, path: claimPath(numbers.number, statement), statement, verdict, label }
}

/** One version as readers see it, with the log entry that seals it. */
export type PublicVersion = {
  claimId: string
  number: number
  version: number
  kind: SubmissionKind
  publicNote: string
  hash: string
  content: PublishedClaim
  publishedAt: Date
  /** What readers are told while this version is under review; its next version lifts it. */
  underReview: UnderReview | null
  log: LogEntry & { signature: string }
}

/** All that readers see of a version, as it is sealed: the log's entry has the SHA-256 of its RFC 8785 JSON. */
export function recordOf({
  number,
  version,
  kind,
  publicNote,
  content,
}: Pick<PublicVersion, 'number' | 'version' | 'kind' | 'publicNote' | 'content'>) {
  return { claim: number, version, kind, publicNote, content }
}

/** Whether a version says that the desk no longer stands by the check. */
export const isRetraction = ({ kind }: Pick<PublicVersion, 'kind'>) => kind === 'retraction'

/** A desk as its readers know it. */
export type PublicDesk = {
  slug: string
  name: string
  timeZone: string
  language: string
  isDemo: boolean
}
