import * as Y from 'yjs'

/**
 * One update that makes the same document as these, in order, without the words that were deleted since. Yjs takes
 * time with the square of the claims for it: a large room belongs into a thread of its own.
 */
export function mergeUpdates(updates: Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return Y.encodeStateAsUpdate(doc)
}

/** Yjs looks at all updates for each struct in them: a crowd's are joined in groups, and then the groups. */
const group = 32

/** One update with all that is in these, at least one and in the order they were made in. */
export function joinUpdates(updates: Uint8Array[]): Uint8Array {
  const [first] = updates
  if (first && updates.length === 1) return first
  if (updates.length <= group) return Y.mergeUpdates(updates)
  const groups: Uint8Array[] = []
  for (let at = 0; at < updates.length; at += group)
    groups.push(Y.mergeUpdates(updates.slice(at, at + group)))
  return joinUpdates(groups)
}
