import type { SubmissionKind, Verdict } from '../../../db/vocabulary'
import { plainText } from '../../claim/rationale'
import { houseEntry, type Scale } from '../../claim/scale'
import { words } from '../../words'
import { type PublishedClaim, recordPath, versionPath } from '../publication'

/** What a published version is read as for the data set. */
export type VersionRead = {
  content: PublishedClaim
  number: number
  version: number
  kind: SubmissionKind
  publicNote: string
  hash: string
  publishedAt: Date
  desk: string
  language: string
  isNewest: boolean
  isRetracted: boolean
  isUnderReview: boolean
}

/** What a value of a column is, in the words of Table Schema (Frictionless). */
export type FieldType = 'integer' | 'string' | 'boolean' | 'datetime'
type Field = { name: keyof DatasetRow; type: FieldType; description: string }

/** One version in the tables; empty text is null there. */
export type DatasetRow = {
  claim: number
  version: number
  kind: SubmissionKind
  isNewest: boolean
  isRetracted: boolean
  isUnderReview: boolean
  publishedAt: Date
  statement: string
  quote: string
  speaker: string | null
  saidAt: string | null
  claimKind: string | null
  verdict: Verdict | null
  verdictLabel: string | null
  shortAnswer: string
  notKnown: string | null
  asKnownAt: string | null
  topics: string | null
  sourceCount: number
  publicNote: string | null
  desk: string
  language: string
  articleTitle: string | null
  articlePublisher: string | null
  articleAddress: string | null
  articlePublished: string | null
  address: string
  versionAddress: string
  recordAddress: string
  hash: string
}

/** Each value by itself: spreading parts into it costs as much as all the rest, row after row. */
export function rowOf(read: VersionRead, origin: string): DatasetRow {
  const { claim, scale, topics, article } = read.content
  return {
    claim: read.number,
    version: read.version,
    kind: read.kind,
    isNewest: read.isNewest,
    isRetracted: read.isRetracted,
    isUnderReview: read.isUnderReview,
    publishedAt: read.publishedAt,
    statement: claim.statement,
    quote: claim.selectors.quote.exact,
    speaker: stated(claim.speaker),
    saidAt: stated(claim.date),
    claimKind: claim.kind,
    verdict: claim.verdict,
    verdictLabel: claim.verdict && labelIn(scale, claim.verdict),
    shortAnswer: claim.shortAnswer,
    notKnown: stated(claim.notKnown),
    asKnownAt: stated(claim.asKnownAt),
    topics: stated(topics.join('; ')),
    sourceCount: claim.sources.length,
    publicNote: stated(read.publicNote),
    desk: read.desk,
    language: read.language,
    articleTitle: article.title,
    articlePublisher: article.publisher,
    articleAddress: article.address,
    articlePublished: article.published,
    // Leads to the one with words in it, which take longer to make than all the rest.
    address: `${origin}/c/${read.number}`,
    versionAddress: origin + versionPath(read.number, read.version),
    recordAddress: origin + recordPath(read.number, read.version),
    hash: read.hash,
  }
}

/** The same with what no table holds well: the figure, reasons, topics, sources, searches and replies as they are. */
export function lineOf(row: DatasetRow, { content: { claim, topics } }: VersionRead): string {
  const { searches = [], replies = [] } = claim
  const sources = claim.sources.map(({ id: _, ...source }, index) => ({ number: index + 1, ...source }))
  return `${JSON.stringify({ ...row, topics, figure: claim.figure, rationale: plainText(claim.rationale), sources, searches: searches.map(withoutId), replies: replies.map(withoutId) })}\n`
}

const withoutId = <Kept extends { id: string }>({ id: _, ...kept }: Kept) => kept

/** Whether each value is absent or of its column's type, as a row read from a damaged version is not. */
export function isWhole(row: DatasetRow): boolean {
  return fields.every(({ name, type }) => row[name] === null || is[type](row[name]))
}

const is: Record<FieldType, (value: unknown) => boolean> = {
  // As Parquet keeps them, in 32 bits.
  integer: (value) => typeof value === 'number' && (value | 0) === value,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  datetime: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
}

const stated = (text: string) => text.trim() || null

const houseLabels = new Map<Verdict, string>()

function labelIn(scale: Scale | undefined, verdict: Verdict): string {
  const own = scale?.find((entry) => entry.verdict === verdict)
  if (own) return own.label
  const label = houseLabels.get(verdict) ?? houseEntry(verdict, words('en')).label
  houseLabels.set(verdict, label)
  return label
}

/** The columns in their order, with what stands in them. */
export const fields: Field[] = [
  { name: 'claim', type: 'integer', description: 'The public number of the claim, for ever.' },
  { name: 'version', type: 'integer', description: 'Its version, from 1.' },
  { name: 'kind', type: 'string', description: 'first, retraction, or the kind of correction.' },
  { name: 'isNewest', type: 'boolean', description: 'Whether readers have no newer version.' },
  {
    name: 'isRetracted',
    type: 'boolean',
    description: 'Whether the claim’s newest version takes the check back.',
  },
  {
    name: 'isUnderReview',
    type: 'boolean',
    description: 'Whether the desk says that it is looking at it again.',
  },
  { name: 'publishedAt', type: 'datetime', description: 'When this version was published, UTC.' },
  { name: 'statement', type: 'string', description: 'What was checked, in a sentence.' },
  { name: 'quote', type: 'string', description: 'The words of the article it is about.' },
  { name: 'speaker', type: 'string', description: 'Who said it, as the desk wrote it.' },
  { name: 'saidAt', type: 'string', description: 'When it was said, as precise as known.' },
  { name: 'claimKind', type: 'string', description: 'What kind of claim it is.' },
  { name: 'verdict', type: 'string', description: 'The verdict, the same word on every desk.' },
  { name: 'verdictLabel', type: 'string', description: 'The same as the desk calls it.' },
  { name: 'shortAnswer', type: 'string', description: 'The answer in two sentences.' },
  { name: 'notKnown', type: 'string', description: 'What is not known.' },
  { name: 'asKnownAt', type: 'string', description: 'The day up to which it was checked.' },
  { name: 'topics', type: 'string', description: 'Topics, separated by semicolons; a list in claims.jsonl.' },
  { name: 'sourceCount', type: 'integer', description: 'How many sources it has.' },
  { name: 'publicNote', type: 'string', description: 'Why this version corrects the one before.' },
  { name: 'desk', type: 'string', description: 'The newsroom.' },
  { name: 'language', type: 'string', description: 'The language of the check.' },
  { name: 'articleTitle', type: 'string', description: 'The article the claim stands in.' },
  { name: 'articlePublisher', type: 'string', description: 'Who published that article.' },
  { name: 'articleAddress', type: 'string', description: 'Where it is read.' },
  { name: 'articlePublished', type: 'string', description: 'When it was published, as precise as known.' },
  { name: 'address', type: 'string', description: 'Where the newest version is read.' },
  { name: 'versionAddress', type: 'string', description: 'Where this version stays.' },
  { name: 'recordAddress', type: 'string', description: 'What the public log seals of it.' },
  { name: 'hash', type: 'string', description: 'SHA-256 of the approved claim (RFC 8785 JSON).' },
]
