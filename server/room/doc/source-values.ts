import type * as Y from 'yjs'
import { nameOfSource, type Source, type SourceField } from '../../source/source'
import { type RoomDoc, sourceIds, sourceMap } from './room-doc'

/** Adds a source to a claim; only the parts that are known. */
export function addSource(
  doc: Y.Doc,
  source: { id: string; claimId: string } & Partial<Pick<Source, SourceField>>,
  origin: unknown = null,
) {
  const { id, claimId, ...fields } = source
  doc.transact(() => {
    const map = sourceMap(doc, id)
    map.set('claim', claimId)
    for (const [field, value] of Object.entries(fields)) if (value !== undefined) map.set(field, value)
  }, origin)
}

export function setSourceField(
  doc: Y.Doc,
  id: string,
  field: SourceField,
  value: string | null,
  origin: unknown = null,
) {
  doc.transact(() => sourceMap(doc, id).set(field, value), origin)
}

/** Hides a source (with the time) or brings it back (null). */
export function setSourceDeleted(doc: Y.Doc, id: string, at: string | null, origin: unknown = null) {
  doc.transact(() => sourceMap(doc, id).set('deleted', at), origin)
}

/** A source that was deleted, with the name it had; empty where it never had one. */
export type DeletedSource = { id: string; name: string }

/** The deleted sources of a claim, in order of adding: all that was written in them is there still. */
export function readDeletedSources(doc: RoomDoc, claimId: string): DeletedSource[] {
  const ids = sourceIds(doc).filter((id) => {
    const map = sourceMap(doc, id)
    return map.get('claim') === claimId && typeof map.get('deleted') === 'string'
  })
  return ids.sort().map((id) => ({ id, name: nameIn(doc, id) }))
}

/** What a source of the room is called, whether it is there or was deleted; empty where it has no name. */
export function nameIn(doc: RoomDoc, id: string): string {
  const textIn = (field: SourceField) => {
    const value = sourceMap(doc, id).get(field)
    return typeof value === 'string' ? value : ''
  }
  return nameOfSource({ title: textIn('title'), address: textIn('address') })
}
