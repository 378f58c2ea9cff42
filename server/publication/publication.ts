import type { Language, SubmissionKind } from '../../db/vocabulary'
import type { Selectors } from '../claim/quote'
import { entryOf, type Scale } from '../claim/scale'
import type { PublicWords } from '../notice/event/event'
import type { Dissent } from '../own-verdict/own-verdict'
import type { FrozenClaim } from '../review/submission'
import type { ToldPassage } from '../revision/told-passage'
import type { PublishedSnapshot } from '../source/snapshot/snapshot'
import { type Words, words } from '../words'
import type { LogEntry } from './log/log'
import type { PublicRedaction } from './redaction/redaction'
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
  /** What was archived behind its sources; left out where nothing was. */
  evidence?: PublishedSnapshot[]
  /** What its publisher had done to the quote when this was published; left out where it stood there as it was checked. */
  passage?: ToldPassage
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

/**
 * The words of a title as they stand in an address: lower case, hyphens, at most 60 code points, cut between characters as
 * people see them; never empty. Accents are left out where a letter is known without them, and kept where they are vowels.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    // Conjuncts of Sinhala and Bengali are held together by it; no word ends there.
    .replaceAll('\u200d', '')
    .replace(accents, '')
    .normalize('NFC')
    .toLowerCase()
    // A mark on something that is no letter belongs to that.
    .replace(/[^\p{L}\p{N}\p{M}]+\p{M}*|^\p{M}+/gu, '-')
  const slug = firstCharacters(words.replace(/^-+/, ''), 60).replace(/-+$/, '')
  return slug || 'untitled'
}

const accents =
  /(?<=[\p{N}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}*)\p{M}/gu

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function firstCharacters(text: string, most: number): string {
  const { length } = Array.from(text.slice(0, most * 2))
    .slice(0, most)
    .join('')
  // Only the character at the cut is looked at: a list of a hundred thousand checks has as many addresses.
  return text.slice(0, characters.segment(text).containing(length)?.index)
}

/** Where a claim is read, as it stands in an address: the newest version under number and slug, each under its own. */
export const claimPath = (number: number, statement: string) => `/c/${number}-${encodeURI(slugOf(statement))}`
export const versionPath = (number: number, version: number) => `/c/${number}/v/${version}`
export const recordPath = (number: number, version: number) => `${versionPath(number, version)}/record.json`
export const proofPath = (number: number, version: number) => `${versionPath(number, version)}/proof.txt`
export const redactionPath = (number: number, version: number) =>
  `${versionPath(number, version)}/redaction.txt`

/** The files in which a check leaves the house, for a page of somebody else's, for print, for anything. */
export const copyFormats = ['pdf', 'html', 'docx', 'txt'] as const
export type CopyFormat = (typeof copyFormats)[number]
export const checkCopyPath = (number: number, version: number, format: CopyFormat) =>
  `${versionPath(number, version)}/check.${format}`
export const articleCopyPath = (number: number, format: CopyFormat) => `/a/${number}/checks.${format}`

/** Where a claim is read inside pages of others: always its newest version. */
export const embedPath = (number: number) => `/embed/c/${number}`
export const articlePath = (number: number, title: string) => `/a/${number}-${encodeURI(slugOf(title))}`

/** Where a feed is read: each of the three says the same. */
export const feedFormats = ['atom', 'rss', 'json'] as const
export const feedPath = (name: string, format: (typeof feedFormats)[number]) => `/feeds/${name}.${format}`

/** What a desk says of itself, and where readers write to it: about a check, or about anything. */
export const deskPath = (slug: string) => `/desks/${slug}`
export const claimReportPath = (number: number) => `/c/${number}/report`
export const articleReportPath = (number: number) => `/a/${number}/report`
export const deskReportPath = (slug: string) => `${deskPath(slug)}/report`
export const suggestPath = (slug: string) => `${deskPath(slug)}/suggest`

/** Where readers ask to be told by mail of what is read on a page. */
export const followPath = (page: string) => `${page}/follow`

/** What is told of a version to those who are no readers of the page: where it is, what it says, how that was rated. */
export function publicWords(
  { claim: { statement, verdict }, scale }: PublishedClaim,
  numbers: { number: number; version: number },
  say: Words,
): PublicWords {
  const label = verdict ? entryOf(verdict, scale, say).label : say('verdict.unrated')
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
  /** Words that were removed from it under law, oldest first. */
  redactions: PublicRedaction[]
  log: LogEntry & { signature: string }
}

/** What a desk answered somebody who reported an error, for all to read. */
export type PublicAnswer = { text: string; at: Date; reportedAt: Date }

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

/** Stands for all desks together, where none of them gives its name, in the language of the installation. */
export const everybodyIn = (language: Language): PublicDesk => ({
  ...{ slug: '', name: words(language)('product'), timeZone: 'UTC', language, isDemo: false },
})
