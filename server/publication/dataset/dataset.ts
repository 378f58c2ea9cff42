import type { SubmissionKind, Verdict } from '../../../db/vocabulary'
import type { Exactness } from '../../../db/vocabulary/figure'
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
  figureLow: number | null
  figureHigh: number | null
  figureQualifier: Exactness | null
  figureUnit: string | null
  figureCounted: string | null
  figurePer: string | null
  figurePlace: string | null
  figureFrom: string | null
  figureAsOf: string | null
  figureBy: string | null
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
  const { figure } = claim
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
    figureLow: figure?.low ?? null,
    figureHigh: figure?.high ?? null,
    figureQualifier: figure?.exactness ?? null,
    figureUnit: stated(figure?.unit ?? ''),
    figureCounted: stated(figure?.counted ?? ''),
    figurePer: stated(figure?.per ?? ''),
    figurePlace: stated(figure?.place ?? ''),
    figureFrom: figure?.from ?? null,
    figureAsOf: figure?.to ?? null,
    figureBy: stated(figure?.saidBy ?? ''),
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

const stated = (text: string) => text.trim() || null

const houseLabels = new Map<Verdict, string>()

function labelIn(scale: Scale | undefined, verdict: Verdict): string {
  const own = scale?.find((entry) => entry.verdict === verdict)
  if (own) return own.label
  const label = houseLabels.get(verdict) ?? houseEntry(verdict, words('en')).label
  houseLabels.set(verdict, label)
  return label
}
