import type { Verdict } from '../../../db/vocabulary'
import { momentAmong } from '../../article/speech/recording'
import { plainText } from '../../claim/rationale'
import { entryOf, type Scale } from '../../claim/scale'
import { ratingOf } from '../../claim/verdict'
import { linkOf } from '../../source/source'
import type { PublicCopy } from '../../source/stamp/stamp'
import type { Words } from '../../words'
import type { Edition } from '../pages/edition'
import {
  articlePath,
  claimPath,
  embedPath,
  isRetraction,
  type PublicDesk,
  type PublicVersion,
  type PublishedArticle,
  proofPath,
  recordPath,
  versionPath,
} from '../publication'
import { annotationPath, apiArticlePath, apiClaimPath, apiVersionPath } from './api-paths'
import type { ApiChange, ApiClaim, ApiDesk, ApiVerdict, ApiVersion } from './claim-shape'
import { evidenceJson, given } from './evidence/evidence-json'
import { figureJson } from './evidence/figure-shape'

/** A claim as programs read it, in its newest version with its history; `versions` are all of them, newest first. */
export function claimJson(versions: PublicVersion[], edition: Edition, copies: PublicCopy[] = []): ApiClaim {
  const [newest, first] = [versions[0], versions.at(-1)]
  if (!newest || !first) throw new Error('a claim that is read has a version')
  const { number, publishedAt, underReview, publicNote } = newest
  const { origin } = edition
  const changes = versions.map((version) => changeOf(version, edition))
  return {
    ...versionJson(newest, edition),
    page: origin + claimPath(number, newest.content.claim.statement),
    address: origin + apiClaimPath(number),
    state: stateOf(newest),
    underReview: underReview && { line: underReview.line, since: underReview.at.toISOString() },
    retraction: isRetraction(newest) ? { note: publicNote, at: publishedAt.toISOString() } : null,
    firstPublishedAt: first.publishedAt.toISOString(),
    versions: changes,
    corrections: changes.filter(({ kind }) => kind !== 'first'),
    copies: copies.map(({ sha256, address, at }) => ({ sha256, address, savedAt: at.toISOString() })),
    annotation: origin + annotationPath(number),
    embed: origin + embedPath(number),
  }
}

/** Whether the desk stands by a claim whose newest version this is. */
export function stateOf(newest: Pick<PublicVersion, 'kind' | 'underReview'>): ApiClaim['state'] {
  if (isRetraction(newest)) return 'retracted'
  return newest.underReview ? 'under-review' : 'published'
}

/** One version as programs read it; nothing in it depends on what came later. */
export function versionJson(version: PublicVersion, edition: Edition): ApiVersion {
  const { number, kind, publicNote, publishedAt, content } = version
  const { claim, scale, context, article, dissent, topics, authors, approvedBy } = content
  const { desk, origin, say } = edition
  return {
    ...{ number, version: version.version, kind, note: given(publicNote) },
    ...{ publishedAt: publishedAt.toISOString(), desk: deskJson(desk) },
    ...{ statement: claim.statement, speaker: given(claim.speaker), said: given(claim.date) },
    ...{ claimKind: claim.kind, figure: figureJson(claim.figure) },
    quote: { exact: claim.selectors.quote.exact, ...context },
    passage: content.passage ?? null,
    article: articleHead(article, origin),
    appearances: claim.appearances.map(({ address, date }) => ({ address, date: given(date) })),
    recording: momentAmong(claim.appearances.flatMap(({ address }) => linkOf(address) ?? [])),
    verdict: claim.verdict && verdictJson(claim.verdict, scale, say),
    ...{ shortAnswer: given(claim.shortAnswer), reasons: given(plainText(claim.rationale)) },
    ...{ notKnown: given(claim.notKnown), asKnownAt: given(claim.asKnownAt) },
    ...evidenceJson(claim, content.evidence),
    dissent: dissent
      ? { by: dissent.by, verdict: verdictJson(dissent.verdict, scale, say), reason: dissent.reason }
      : null,
    ...{ topics, authors, approvedBy },
    seal: sealOf(version, origin),
    redactions: version.redactions.map(({ ground, note, at, entry }) => ({
      ...{ ...ground, note, at: at.toISOString(), logIndex: entry },
    })),
    licence: edition.licence,
    page: origin + versionPath(number, version.version),
    address: origin + apiVersionPath(number, version.version),
  }
}

/** A desk as programs know it. */
export function deskJson({ slug, name, language, timeZone, isDemo }: PublicDesk): ApiDesk {
  return { slug, name, language, timeZone, isDemo }
}

/** A verdict with the words it was published with. */
export function verdictJson(verdict: Verdict, scale: Scale | undefined, say: Words): ApiVerdict {
  const { label, meaning } = entryOf(verdict, scale, say)
  return { value: verdict, label, meaning, rating: ratingOf[verdict] }
}

/** The head of an article, as a version that was published knows it. */
export function articleHead(article: PublishedArticle, origin: string): ApiVersion['article'] {
  const { number, title, publisher, published, byline, address, language } = article
  return {
    ...{ number, title, publisher, published, byline, original: address, language },
    page: origin + articlePath(number, title),
    address: origin + apiArticlePath(number),
  }
}

function changeOf(version: PublicVersion, { origin, say }: Edition): ApiChange {
  const { number, kind, publicNote, publishedAt, hash, log, content } = version
  const { claim, scale } = content
  return {
    ...{ version: version.version, kind, note: given(publicNote), publishedAt: publishedAt.toISOString() },
    verdict: claim.verdict && verdictJson(claim.verdict, scale, say),
    ...{ contentHash: hash, logIndex: log.index },
    page: origin + versionPath(number, version.version),
    address: origin + apiVersionPath(number, version.version),
  }
}

function sealOf({ number, version, hash, log }: PublicVersion, origin: string): ApiVersion['seal'] {
  return {
    ...{ contentHash: hash, recordHash: log.body.recordHash ?? null },
    ...{ logIndex: log.index, logHash: log.hash },
    record: origin + recordPath(number, version),
    proof: origin + proofPath(number, version),
    checkpoint: `${origin}/log/checkpoint`,
  }
}
