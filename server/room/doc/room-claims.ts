import { z } from 'zod'
import { type Appearance, byPlace, type Claim, isClaimKind, isVerdict } from '../../claim/claim'
import { type Confidence, confidenceShape } from '../../claim/confidence'
import { type Figure, figureShape } from '../../claim/figure/figure'
import { selectorsShape } from '../../claim/quote'
import { readRationale } from '../../claim/rationale'
import { isSourceKind, isStance, type Source } from '../../source/source'
import { readReplies, readSearches } from './entries/asked-values'
import { readBeyond } from './entries/unlinked-values'
import { rationaleJson } from './rationale-xml'
import { claimIndex, claimMap, isId, type RoomDoc, sourceIds, sourceMap, textOf } from './room-doc'

const entryShape = z.object({ markedAt: z.string(), deleted: z.string().optional() })
const quoteShape = z.object({ revision: z.string(), selectors: selectorsShape })
const appearanceShape = z.object({ address: z.string(), date: z.string() })
const verdictShape = z.object({ value: z.unknown(), replaced: z.unknown() })

/** Ids of every claim ever marked in the room, deleted ones included. */
export function claimIds(doc: RoomDoc): string[] {
  return [...claimIndex(doc).keys()].filter(isId)
}

/** All claims that can be read, in the order of the text, deleted ones included. */
export function readClaims(doc: RoomDoc): Claim[] {
  const sources = readSources(doc)
  return claimIds(doc)
    .flatMap((id) => readClaim(doc, id, sources) ?? [])
    .sort(byPlace)
}

/** One claim in plain values, parts that cannot be read named as damaged; null when none was marked under that id. */
export function readClaim(doc: RoomDoc, id: string, sources = readSources(doc)): Claim | null {
  const map = claimMap(doc, id)
  if (!claimIndex(doc).has(id) || map.get('quote') === undefined) return null
  const damaged: string[] = []
  const evidence = sources.get(id)
  if (evidence?.isDamaged) damaged.push('sources')
  return {
    id,
    ...readEntry(claimIndex(doc).get(id), damaged),
    ...readQuote(map.get('quote'), damaged),
    statement: textOf(doc, 'statement', id).toString(),
    speaker: readText(map.get('speaker'), 'speaker', damaged),
    saidAt: readText(map.get('saidAt'), 'saidAt', damaged),
    kind: readChoice(map.get('kind'), isClaimKind, 'kind', damaged),
    figure: readFigure(map.get('figure'), damaged),
    topics: readTopics(map, damaged),
    appearances: readAppearances(map, damaged),
    verdict: readVerdict(map.get('verdict'), damaged),
    confidence: readConfidence(map.get('confidence'), damaged),
    shortAnswer: textOf(doc, 'short-answer', id).toString(),
    notKnown: textOf(doc, 'not-known', id).toString(),
    asKnownAt: readText(map.get('asKnownAt'), 'asKnownAt', damaged),
    rationale: readRationale(rationaleJson(doc, id)),
    sources: evidence?.sources ?? [],
    searches: readSearches(map, damaged),
    replies: readReplies(map, damaged),
    damaged,
  }
}

function readEntry(value: unknown, damaged: string[]): Pick<Claim, 'markedAt' | 'isDeleted'> {
  const entry = entryShape.safeParse(value)
  if (entry.success) return { markedAt: entry.data.markedAt, isDeleted: entry.data.deleted !== undefined }
  damaged.push('entry')
  return { markedAt: '', isDeleted: false }
}

/** A quote that cannot be read stands in no revision, before all others. */
function readQuote(value: unknown, damaged: string[]): Pick<Claim, 'revision' | 'selectors'> {
  const quote = quoteShape.safeParse(value)
  if (quote.success) return quote.data
  damaged.push('quote')
  return {
    revision: '',
    selectors: { quote: { exact: '', prefix: '', suffix: '' }, position: { start: 0, end: 0 } },
  }
}

/** The sources of one claim, and whether some part of them cannot be read. */
export type Evidence = { sources: Source[]; isDamaged: boolean }

/**
 * The sources of these claims (of all, where none are named) that are not deleted, in order of adding (ids are UUIDv7,
 * so they sort by time); who knows which sources can be theirs need not have all looked through.
 */
export function readSources(
  doc: RoomDoc,
  ofClaims?: ReadonlySet<string>,
  among: Iterable<string> = sourceIds(doc),
): Map<string, Evidence> {
  const byClaim = new Map<string, Evidence>()
  for (const id of [...among].sort()) {
    if (ofClaims && !ofClaims.has(String(sourceMap(doc, id).get('claim')))) continue
    const damaged: string[] = []
    const source = readSource(doc, id, damaged)
    if (!source) continue
    const evidence = byClaim.get(source.claimId) ?? { sources: [], isDamaged: false }
    evidence.sources.push(source)
    evidence.isDamaged ||= damaged.length > 0
    byClaim.set(source.claimId, evidence)
  }
  return byClaim
}

function readSource(doc: RoomDoc, id: string, damaged: string[]): Source | null {
  const map = sourceMap(doc, id)
  const claimId = map.get('claim')
  if (typeof claimId !== 'string' || typeof map.get('deleted') === 'string') return null
  return {
    id,
    claimId,
    kind: readChoice(map.get('kind'), isSourceKind, 'kind', damaged),
    stance: readChoice(map.get('stance'), isStance, 'stance', damaged),
    title: readText(map.get('title'), 'title', damaged),
    address: readText(map.get('address'), 'address', damaged),
    publisher: readText(map.get('publisher'), 'publisher', damaged),
    date: readText(map.get('date'), 'date', damaged),
    quote: readText(map.get('quote'), 'quote', damaged),
    place: readText(map.get('place'), 'place', damaged),
    ...readBeyond(map, damaged),
  }
}

function readText(value: unknown, name: string, damaged: string[]): string {
  if (typeof value === 'string') return value
  if (value !== undefined && value !== null) damaged.push(name)
  return ''
}

function readChoice<Choice>(
  value: unknown,
  isChoice: (value: unknown) => value is Choice,
  name: string,
  damaged: string[],
): Choice | null {
  if (isChoice(value)) return value
  if (value !== undefined && value !== null) damaged.push(name)
  return null
}

function readVerdict(value: unknown, damaged: string[]) {
  if (value === undefined) return null
  const parsed = verdictShape.safeParse(value)
  return readChoice(parsed.success ? parsed.data.value : value, isVerdict, 'verdict', damaged)
}

function readConfidence(value: unknown, damaged: string[]): Confidence | null {
  if (value === undefined || value === null) return null
  const confidence = confidenceShape.safeParse(value)
  if (confidence.success) return confidence.data
  damaged.push('confidence')
  return null
}

function readFigure(value: unknown, damaged: string[]): Figure | null {
  if (value === undefined || value === null) return null
  const figure = figureShape.safeParse(value)
  if (figure.success) return figure.data
  damaged.push('figure')
  return null
}

/** A topic whose value cannot be read is listed, so that it can be taken away. */
function readTopics(map: Iterable<[string, unknown]>, damaged: string[]): string[] {
  const topics: string[] = []
  for (const [key, value] of map) {
    if (!key.startsWith('topic:') || value === false) continue
    topics.push(key.slice('topic:'.length))
    if (value !== true) damaged.push('topics')
  }
  return topics.sort()
}

/** An appearance that cannot be read is listed without its address, so that it can be taken away. */
function readAppearances(map: Iterable<[string, unknown]>, damaged: string[]): Appearance[] {
  const found: Appearance[] = []
  for (const [key, value] of map) {
    if (!key.startsWith('appearance:') || value === null) continue
    const appearance = appearanceShape.safeParse(value)
    if (!appearance.success) damaged.push('appearances')
    found.push({ id: key.slice('appearance:'.length), address: '', date: '', ...appearance.data })
  }
  return found.sort((one, other) => (one.id < other.id ? -1 : 1))
}
