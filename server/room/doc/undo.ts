import * as Y from 'yjs'
import type { Refusal } from '../../refusal'
import { deleteClaim } from './marks'
import { claimIndex, isId, type RoomDoc, sourceIn, type TextField, textOf } from './room-doc'
import { setSourceDeleted } from './source-values'

/** Why a claim cannot be taken out of the room; null when it can. */
type WhyNotRemove = (claimId: string) => Refusal | null
type Step = Y.UndoManager['undoStack'][number]
type Keys = Y.YEvent<Y.Map<unknown>>['changes']['keys']
type Change = { target: object; changes: { keys: Keys } }
type StepEvent = { stackItem: Step; origin: unknown; changedParentTypes: ReadonlyMap<object, Change[]> }

/** A value of a map that a step replaced. */
type Replaced = { map: Y.Map<unknown>; key: string; before: unknown }
/** What a step of the history would do to whole claims and sources, were it gone back over, and what it replaced. */
type Effects = { marked: string[]; added: string[]; hides: string[]; replaced: Replaced[] }

/**
 * Takes back one's own structured acts, newest first, one transaction at a time; text fields have an undo of
 * their own. A mark or a new source is taken back with a tombstone, as others may have written in it since. Where
 * a claim may not be taken out any more, the answer says why, and the next undo or redo passes that step over.
 */
export function undoFor(doc: Y.Doc, origin: object) {
  const manager = new Y.UndoManager(doc, {
    trackedOrigins: new Set([origin]),
    captureTimeout: 0,
    deleteFilter: holdsNobodysWords,
  })
  manager.on('stack-item-added', (event: StepEvent) => {
    event.stackItem.meta.set('effects', effectsOf(doc, event, event.origin === origin))
  })
  const goBack = (
    stack: 'undoStack' | 'redoStack',
    at: string,
    whyNotRemove: WhyNotRemove,
  ): Refusal | null => {
    for (let step = manager[stack].at(-1); step; step = manager[stack].at(-1)) {
      const { marked, added, hides, replaced } = step.meta.get('effects') as Effects // set when it was added
      const refusal = firstOf([...marked, ...hides], whyNotRemove)
      if (refusal || marked.length + added.length > 0) manager[stack].pop()
      if (refusal) return refusal
      for (const id of marked) deleteClaim(doc, id, at)
      for (const id of added) setSourceDeleted(doc, id, at)
      if (marked.length + added.length > 0) return null
      if (leavingNothingEmpty(doc, replaced, () => goBackOver(manager, stack))) return null
    }
    return null
  }
  return {
    undo: (at: string, whyNotRemove: WhyNotRemove) => goBack('undoStack', at, whyNotRemove),
    redo: (at: string, whyNotRemove: WhyNotRemove) => goBack('redoStack', at, whyNotRemove),
  }
}

/** Goes back over the newest step alone; false when nothing of it is left to take back, as others wrote over it. */
function goBackOver(manager: Y.UndoManager, stack: 'undoStack' | 'redoStack'): boolean {
  // Yjs itself would go on to the step before, which nobody has asked about yet.
  const older = manager[stack].splice(0, manager[stack].length - 1)
  const gone = stack === 'undoStack' ? manager.undo() : manager.redo()
  manager[stack].unshift(...older)
  return gone !== null
}

/**
 * Where a colleague wrote in the same moment, Yjs takes one's own value away and cannot bring back the one before it:
 * the key would be empty for everybody, and a claim without its entry or its quote is gone with all its words. What
 * the colleague wrote then is gone in Yjs, too; a claim comes back shown rather than hidden.
 */
function leavingNothingEmpty(doc: RoomDoc, replaced: Replaced[], goBackOver: () => boolean): boolean {
  const full = replaced.filter(({ map, key }) => map.has(key))
  const isDone = goBackOver()
  doc.transact(() => {
    for (const { map, key, before } of full)
      if (!map.has(key)) map.set(key, map === claimIndex(doc) ? shown(before) : before)
  })
  return isDone
}

/** A claim's entry without its tombstone. */
function shown(entry: unknown): unknown {
  if (!isDeleted(entry)) return entry
  const { deleted: _, ...rest } = entry
  return rest
}

/** What going back over a transaction would do: only whoever acted anew has marked or added something. */
function effectsOf(doc: RoomDoc, { changedParentTypes }: StepEvent, isNew: boolean): Effects {
  const effects: Effects = { marked: [], added: [], hides: [], replaced: [] }
  for (const [type, events] of changedParentTypes)
    for (const event of events.filter(({ target }) => target === type)) {
      const source = sourceIn(doc, type)
      if (source && isNew && event.changes.keys.get('claim')?.action === 'add') effects.added.push(source)
      if (type instanceof Y.Map) noteReplaced(type, event.changes.keys, effects)
      if (type === claimIndex(doc)) noteEntries(doc, event.changes.keys, isNew, effects)
    }
  return effects
}

function noteReplaced(map: Y.Map<unknown>, keys: Keys, { replaced }: Effects) {
  for (const [key, { action, oldValue }] of keys)
    if (action === 'update') replaced.push({ map, key, before: oldValue })
}

function noteEntries(doc: RoomDoc, keys: Keys, isNew: boolean, { marked, hides }: Effects) {
  for (const [id, { action, oldValue }] of keys) {
    if (!isId(id)) continue
    if (action === 'add' && isNew) marked.push(id)
    if (action === 'update' && isDeleted(oldValue) && !isDeleted(claimIndex(doc).get(id))) hides.push(id)
  }
}

function isDeleted(entry: unknown): entry is { deleted: unknown } {
  return typeof entry === 'object' && entry !== null && 'deleted' in entry
}

function firstOf(claimIds: string[], whyNotRemove: WhyNotRemove): Refusal | null {
  for (const id of claimIds) {
    const refusal = whyNotRemove(id)
    if (refusal) return refusal
  }
  return null
}

/** A paragraph that one merged in stays when a colleague has written in it: their words would go with it. */
function holdsNobodysWords(item: Y.Item): boolean {
  return !(item.content instanceof Y.ContentType) || item.content.type._length === 0
}

/** Takes back what one person typed in one text field, a pause at a time; `origin` marks the typing as theirs. */
export function undoTyping(doc: Y.Doc, field: TextField, id: string, origin: object) {
  return new Y.UndoManager(textOf(doc, field, id), { trackedOrigins: new Set([origin]) })
}
