import type * as Y from 'yjs'
import { type SourceWay, sourceTerms, sourceWays } from '../../../../db/vocabulary'
import type { Source } from '../../../source/source'
import type { UnlinkedField } from '../../../source/unlinked'
import { sourceMap } from '../room-doc'

type Placed = { id: string; claimId: string }

/** Adds a source that no link leads to. */
export function addUnlinked(
  doc: Y.Doc,
  source: Placed & { way: SourceWay; by: string },
  origin: unknown = null,
) {
  doc.transact(() => {
    const map = sourceMap(doc, source.id)
    map.set('claim', source.claimId)
    map.set('way', source.way)
    map.set('by', source.by)
  }, origin)
}

/** Adds the placeholder of a source whose name and details are never written here. */
export function addConfidential(doc: Y.Doc, { id, claimId }: Placed, origin: unknown = null) {
  doc.transact(() => {
    const map = sourceMap(doc, id)
    map.set('claim', claimId)
    map.set('withheld', '')
  }, origin)
}

export function setUnlinkedField(
  doc: Y.Doc,
  id: string,
  field: UnlinkedField,
  value: string | null,
  origin: unknown = null,
) {
  doc.transact(() => sourceMap(doc, id).set(field, value), origin)
}

/** Says to readers why a source is withheld. */
export function setReason(doc: Y.Doc, id: string, reason: string, origin: unknown = null) {
  doc.transact(() => sourceMap(doc, id).set('withheld', reason), origin)
}

/** What a source's map says of it beyond the parts that all have; damaged parts are named, never passed on. */
export function readBeyond(
  map: { get: (key: string) => unknown; has: (key: string) => boolean },
  damaged: string[],
): Pick<Source, 'unlinked' | 'confidential'> {
  const text = (key: string) => {
    const value = map.get(key)
    if (typeof value === 'string') return value
    if (value !== undefined && value !== null) damaged.push(key)
    return ''
  }
  const choice = <Choice extends string>(key: string, choices: readonly Choice[]) => {
    const found = choices.find((known) => known === map.get(key))
    if (!found && map.get(key) !== undefined && map.get(key) !== null) damaged.push(key)
    return found ?? null
  }
  // Whatever else stands in it: what was ever confidential stays so.
  if (map.has('withheld')) return { confidential: { reason: text('withheld') } }
  if (!map.has('way')) return {}
  return {
    unlinked: {
      way: choice('way', sourceWays),
      ...{ who: text('who'), role: text('role'), by: text('by') },
      terms: choice('terms', sourceTerms),
    },
  }
}
