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
