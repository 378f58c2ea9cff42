import type * as Y from 'yjs'
import { isReplyWay, type Reply, type ReplyField, replyFields } from '../../../claim/asked/reply'
import { type Search, type SearchField, searchFields } from '../../../claim/asked/search'
import { claimMap } from '../room-doc'

/**
 * Searches that found nothing and requests for a reply stand in the map of their claim, each part under a key of its
 * own (`search:<id>:<part>`, `reply:<id>:<part>`), as two people may write in two parts at once.
 */
type Kind = 'search' | 'reply'

export function setSearchField(
  doc: Y.Doc,
  place: { claimId: string; id: string },
  field: SearchField | 'deleted',
  value: string | null,
  origin: unknown = null,
) {
  doc.transact(() => claimMap(doc, place.claimId).set(keyOf('search', place.id, field), value), origin)
}

export function setReplyField(
  doc: Y.Doc,
  place: { claimId: string; id: string },
  field: ReplyField | 'deleted',
  value: string | null,
  origin: unknown = null,
) {
  doc.transact(() => claimMap(doc, place.claimId).set(keyOf('reply', place.id, field), value), origin)
}

/** The searches of a claim that were not taken away, in order of adding: their ids are UUIDv7. */
export function readSearches(map: Iterable<[string, unknown]>, damaged: string[]): Search[] {
  return readEntries(map, 'search').map(({ id, parts }) => ({
    id,
    ...textsOf(parts, searchFields, () => damaged.push('searches')),
  }))
}

/** The requests for a reply of a claim that were not taken away, in order of adding. */
export function readReplies(map: Iterable<[string, unknown]>, damaged: string[]): Reply[] {
  const fields = replyFields.filter((field) => field !== 'way')
  return readEntries(map, 'reply').map(({ id, parts }) => {
    const way = parts.get('way') ?? null
    if (way !== null && !isReplyWay(way)) damaged.push('replies')
    const texts = textsOf(parts, fields, () => damaged.push('replies'))
    return { id, ...texts, way: isReplyWay(way) ? way : null }
  })
}

/** Takes all searches and requests of a claim along into another one, where they stand under their own ids. */
export function copyAsked(doc: Y.Doc, from: string, to: string) {
  for (const [key, value] of claimMap(doc, from)) if (partOf(key)) claimMap(doc, to).set(key, value)
}

const keyOf = (kind: Kind, id: string, part: string) => `${kind}:${id}:${part}`

function partOf(key: string): { kind: string; id: string; part: string } | null {
  const [, kind = '', id = '', part = ''] = /^(search|reply):([^:]+):([a-zA-Z]+)$/.exec(key) ?? []
  return kind ? { kind, id, part } : null
}

function readEntries(map: Iterable<[string, unknown]>, kind: Kind) {
  const entries = new Map<string, Map<string, unknown>>()
  for (const [key, value] of map) {
    const found = partOf(key)
    if (found?.kind !== kind) continue
    entries.set(found.id, (entries.get(found.id) ?? new Map()).set(found.part, value))
  }
  return [...entries]
    .map(([id, parts]) => ({ id, parts }))
    .filter(({ parts }) => typeof parts.get('deleted') !== 'string')
    .sort((one, other) => (one.id < other.id ? -1 : 1))
}

function textsOf<Field extends string>(
  parts: Map<string, unknown>,
  fields: readonly Field[],
  onDamage: () => void,
): Record<Field, string> {
  const textOf = (field: Field) => {
    const value = parts.get(field) ?? ''
    if (typeof value !== 'string') onDamage()
    return typeof value === 'string' ? value : ''
  }
  // One entry for each field.
  return Object.fromEntries(fields.map((field) => [field, textOf(field)])) as Record<Field, string>
}
