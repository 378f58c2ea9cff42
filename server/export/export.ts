import type { Stance, Verdict } from '../../db/vocabulary'
import type { Figure } from '../claim/figure/figure'
import { figureLine } from '../claim/figure/figure-line'
import { csv } from '../statistics/csv'
import { words } from '../words'

export const exportFormats = ['csv', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Where a desk's working claims are taken out. */
export const exportPath = (slug: string, format: ExportFormat) => `/desk/${slug}/claims/export.${format}`

export type ExportedComment = { thread: string; by: string; at: string; text: string; isResolved: boolean }
export type ExportedSource = {
  number: number
  kind: string | null
  stance: Stance | null
  title: string
  address: string
  publisher: string
  date: string
  quote: string
  place: string
  /** Of one without a link, what its terms let readers have. */
  way: string | null
  terms: string | null
  who: string
  role: string
  isConfidential: boolean
}

/** A claim as its desk works on it, with all that was said about it; empty text means not stated. */
export type ExportedClaim = {
  id: string
  articleId: string
  article: string
  address: string | null
  markedAt: string
  quote: string
  statement: string
  speaker: string
  saidAt: string
  kind: string | null
  figure: Figure | null
  topics: string[]
  verdict: Verdict | null
  confidence: string | null
  shortAnswer: string
  rationale: string
  notKnown: string
  /** Public number and newest version; null while it is not published. */
  number: number | null
  version: number | null
  sources: ExportedSource[]
  comments: ExportedComment[]
}

const columns = [
  ...(['id', 'articleId', 'article', 'address', 'markedAt', 'quote', 'statement', 'speaker'] as const),
  ...([
    'saidAt',
    'kind',
    'figure',
    'topics',
    'verdict',
    'confidence',
    'shortAnswer',
    'rationale',
    'notKnown',
  ] as const),
  ...(['number', 'version', 'sources', 'comments'] as const),
] satisfies (keyof ExportedClaim)[]

/** How a file begins, what it says of some claims, and how it ends: written a piece at a time, however many there are. */
export const pieces: Record<
  ExportFormat,
  { head: string; of: (claims: ExportedClaim[], isFirst: boolean) => string; tail: string }
> = {
  csv: { head: csv([[...columns]]), of: (claims) => csv(claims.map(cells)), tail: '' },
  json: {
    head: '{"claims":[\n',
    of: (claims, isFirst) =>
      claims.map((claim, at) => `${isFirst && at === 0 ? '' : ',\n'}${JSON.stringify(claim)}`).join(''),
    tail: '\n]}\n',
  },
}

function cells(claim: ExportedClaim): (string | number | null)[] {
  const flat = {
    ...claim,
    topics: claim.topics.join('; '),
    // The words of every file are those of the vocabulary: English.
    figure: claim.figure && figureLine(claim.figure, { say: words('en'), language: 'en' }),
    sources: claim.sources.map(sourceLine).join('\n'),
    comments: claim.comments.map(commentLine).join('\n'),
  }
  return columns.map((column) => flat[column])
}

function sourceLine({ number, stance, title, address, publisher, date, ...beyond }: ExportedSource): string {
  const { who, role, way, terms, isConfidential } = beyond
  const said = [
    title,
    who,
    role,
    publisher,
    date,
    address,
    way,
    terms,
    isConfidential && 'confidential',
    stance,
  ]
  return `[${number}] ${said.filter(Boolean).join(', ')}`
}

function commentLine({ by, at, text }: ExportedComment): string {
  return `${by} (${at}): ${text}`
}
