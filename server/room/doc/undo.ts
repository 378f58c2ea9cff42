import * as Y from 'yjs'
import type { Refusal } from '../../refusal'
import { deleteClaim } from './marks'
import { type TextField, textOf } from './room-doc'

/**
 * Takes back one's own structured acts, newest first, one transaction at a time; text fields have an undo of
 * their own. A mark is taken back with a tombstone, as others may have written about it since; where it may not be
 * taken back any more, the answer says why, and the next undo passes it over.
 */
export function undoFor(doc: Y.Doc, origin: object) {
  const manager = new Y.UndoManager(doc, { trackedOrigins: new Set([origin]), captureTimeout: 0 })
  return {
    noteMarked: (id: string) => manager.undoStack.at(-1)?.meta.set('marked', id),
    undo: (at: string, whyNotRemove: (marked: string) => Refusal | null): Refusal | null => {
      const marked = manager.undoStack.at(-1)?.meta.get('marked')
      if (typeof marked !== 'string') {
        manager.undo()
        return null
      }
      manager.undoStack.pop()
      const refusal = whyNotRemove(marked)
      if (!refusal) deleteClaim(doc, marked, at)
      return refusal
    },
    redo: () => void manager.redo(),
  }
}

/** Takes back what one person typed in one text field, a pause at a time; `origin` marks the typing as theirs. */
export function undoTyping(doc: Y.Doc, field: TextField, id: string, origin: object) {
  return new Y.UndoManager(textOf(doc, field, id), { trackedOrigins: new Set([origin]) })
}
