import { z } from 'zod'
import { sourceKinds, stances } from '../../db/vocabulary'
import { type Appearance, byPlace, type Claim, isClaimKind, isVerdict } from '../claim/claim'
import { selectorsShape } from '../claim/quote'
import { readRationale } from '../claim/rationale'
import type { Source } from '../source/source'
import {
  claimIndex,
  claimMap,
  isId,
  type RoomDoc,
  rationaleJson,
  sourceIds,
  sourceMap,
  textOf,
} from './room-doc'

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

/** One claim in plain values; null when there is none of that id or its place in the text cannot be read. */
export function readClaim(doc: RoomDoc, id: string, sources = readSources(doc)): Claim | null {
  const entry = entryShape.safeParse(claimIndex(doc).get(id))
  const map = claimMap(doc, id)
  const quote = quoteShape.safeParse(map.get('quote'))
  if (!entry.success || !quote.success) return null
  const damaged: string[] = []
  return {
    id,
    markedAt: entry.data.markedAt,
    isDeleted: entry.data.deleted !== undefined,
    revision: quote.data.revision,
    selectors: quote.data.selectors,
    statement: textOf(doc, 'statement', id).toString(),
    speaker: readText(map.get('speaker'), 'speaker', damaged),
    saidAt: readText(map.get('saidAt'), 'saidAt', damaged),
    kind: readChoice(map.get('kind'), isClaimKind, 'kind', damaged),
    topics: readTopics(map),
    appearances: readAppearances(map, damaged),
    verdict: readVerdict(map.get('verdict'), damaged),
    shortAnswer: textOf(doc, 'short-answer', id).toString(),
    notKnown: textOf(doc, 'not-known', id).toString(),
    asKnownAt: readText(map.get('asKnownAt'), 'asKnownAt', damaged),
    rationale: readRationale(rationaleJson(doc, id)),
    sources: sources.get(id) ?? [],
    damaged,
  }
}

/** The sources of these claims (of all, where none are named) that are not deleted, in order of adding (ids are UUIDv7, so they sort by time). */
export function readSources(doc: RoomDoc, ofClaims?: ReadonlySet<string>): Map<string, Source[]> {
  const byClaim = new Map<string, Source[]>()
  for (const id of sourceIds(doc).sort()) {
    if (ofClaims && !ofClaims.has(String(sourceMap(doc, id).get('claim')))) continue
    const source = readSource(doc, id)
    if (source) byClaim.set(source.claimId, [...(byClaim.get(source.claimId) ?? []), source])
  }
  return byClaim
}

function readSource(doc: RoomDoc, id: string): Source | null {
  const map = sourceMap(doc, id)
  const claimId = map.get('claim')
  if (typeof claimId !== 'string' || typeof map.get('deleted') === 'string') return null
  return {
    id,
    claimId,
    kind: sourceKinds.find((kind) => kind === map.get('kind')) ?? null,
    stance: stances.find((stance) => stance === map.get('stance')) ?? null,
    title: readText(map.get('title')),
    address: readText(map.get('address')),
    publisher: readText(map.get('publisher')),
    date: readText(map.get('date')),
    quote: readText(map.get('quote')),
    place: readText(map.get('place')),
  }
}

function readText(value: unknown, name = '', damaged: string[] = []): string {
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

function readTopics(map: Iterable<[string, unknown]>): string[] {
  const topics: string[] = []
  for (const [key, value] of map)
    if (key.startsWith('topic:') && value === true) topics.push(key.slice('topic:'.length))
  return topics.sort()
}

function readAppearances(map: Iterable<[string, unknown]>, damaged: string[]): Appearance[] {
  const found: Appearance[] = []
  for (const [key, value] of map) {
    if (!key.startsWith('appearance:') || value === null) continue
    const appearance = appearanceShape.safeParse(value)
    if (appearance.success) found.push({ id: key.slice('appearance:'.length), ...appearance.data })
    else damaged.push('appearances')
  }
  return found.sort((one, other) => (one.id < other.id ? -1 : 1))
}
