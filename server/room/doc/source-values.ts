import type * as Y from 'yjs'
import type { Source, SourceField } from '../../source/source'
import { sourceMap } from './room-doc'

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
