import * as Y from 'yjs'
import type { Verdict } from '../../../db/vocabulary'
import { type Appearance, byPlace, type Claim } from '../../claim/claim'
import { describeQuote, type Selectors, type Span } from '../../claim/quote'
import type { Rationale, RationaleNode } from '../../claim/rationale'
import type { Refusal } from '../../refusal'
import type { Source, SourceField } from '../../source/source'

/**
 * The Yjs document of a room: the one place that names its shared types.
 *
 * Flat roots addressed by id, values that are scalars or small JSON, tombstones instead of deletes: nested
 * shared types lose text when two people create or delete at once. Everything that may be changed by two
 * people at a time has a key of its own.
 *
 *   claims             Y.Map          claim id → { markedAt, deleted? }
 *   claim:<id>         Y.Map          quote { revision, selectors }, speaker, saidAt, kind, asKnownAt,
 *                                     verdict { value, replaced }, topic:<words> → boolean,
 *                                     appearance:<id> → { address, date } | null, merged:<claim id> → true
 *   statement:<id>, short-answer:<id>, not-known:<id>    Y.Text
 *   rationale:<id>     Y.XmlFragment  written by the editor
 *   source:<id>        Y.Map          claim (id), deleted?, and the fields of a source
 */
export type RoomDoc = Y.Doc
export type TextField = 'statement' | 'short-answer' | 'not-known'
export type ValueField = 'speaker' | 'saidAt' | 'kind' | 'asKnownAt'

/** An empty document, to be filled from the room. */
export const openDoc = (): RoomDoc => new Y.Doc()

/** Name of the room's document for an article. */
export const documentOf = (articleId: string) => `article:${articleId}`

export const claimIndex = (doc: Y.Doc) => doc.getMap<unknown>('claims')
export const claimMap = (doc: Y.Doc, id: string) => doc.getMap<unknown>(`claim:${id}`)
export const sourceMap = (doc: Y.Doc, id: string) => doc.getMap<unknown>(`source:${id}`)
export const textOf = (doc: Y.Doc, field: TextField, id: string) => doc.getText(`${field}:${id}`)
export const rationaleOf = (doc: Y.Doc, id: string) => doc.getXmlFragment(`rationale:${id}`)

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const claimRoot = new RegExp(`^(?:claim|statement|rationale|short-answer|not-known):(${uuid})$`)
const sourceRoot = new RegExp(`^source:(${uuid})$`)
const onlyId = new RegExp(`^${uuid}$`)

/** Whether a room may hold a root of this name; updates that name another are refused. */
export function isKnownRoot(name: string): boolean {
  return name === 'claims' || claimRoot.test(name) || sourceRoot.test(name)
}

/** Whether this can be the id of a claim or a source; what a browser writes as a key may be anything. */
export function isId(key: string | null): key is string {
  return key !== null && onlyId.test(key)
}

/** Ids of all sources in the room, whatever claim they belong to. */
export function sourceIds(doc: Y.Doc): string[] {
  return [...doc.share.keys()].flatMap((name) => sourceRoot.exec(name)?.[1] ?? [])
}

/**
 * Ids of the claims whose roots a transaction wrote or deleted in, each once; a source that is moved touches the
 * claim it left, too. To be asked on 'afterTransaction': later, what was there before is gone.
 */
export function touchedClaims(transaction: Y.Transaction): string[] {
  const touched = new Set<unknown>()
  for (const [type, keys] of transaction.changed) {
    const name = rootName(transaction.doc, type)
    touched.add(claimRoot.exec(name)?.[1])
    if (name === 'claims') for (const key of keys) touched.add(key)
    const source = sourceRoot.exec(name)?.[1]
    if (source) for (const owner of ownersOf(transaction, source)) touched.add(owner)
  }
  return [...touched].filter((id): id is string => typeof id === 'string' && isId(id))
}

/** Ids of the sources a transaction wrote or deleted in, each once, also where they belong to no claim yet. */
export function touchedSources(transaction: Y.Transaction): string[] {
  const names = [...transaction.changed.keys()].map((type) => rootName(transaction.doc, type))
  return [...new Set(names.flatMap((name) => sourceRoot.exec(name)?.[1] ?? []))]
}

/** The claim a source belongs to, and those it belonged to until this transaction. */
function ownersOf(transaction: Y.Transaction, source: string): unknown[] {
  const owners: unknown[] = []
  let item = sourceMap(transaction.doc, source)._map.get('claim') ?? null
  while (item) {
    const isOld = item.deleted && !Y.isDeleted(transaction.deleteSet, item.id)
    if (isOld) break
    owners.push(...item.content.getContent())
    item = item.left
  }
  return owners
}

const rootNames = new WeakMap<object, string>()

/** The name of the root a shared type lies under; remembered for all roots at once, as a room comes with thousands. */
function rootName(doc: Y.Doc, type: object): string {
  let root = type as Y.AbstractType<unknown>
  while (root._item) root = root._item.parent as Y.AbstractType<unknown> // integrated items have a type as parent
  if (!rootNames.has(root)) for (const [name, type] of doc.share) rootNames.set(type, name)
  return rootNames.get(root) ?? ''
}

/** Everything a new mark needs; ids and times are made by whoever marks. */
export type NewClaim = {
  id: string
  at: string
  revision: string
  /** The revision's frozen text, and the span of code points in it. */
  text: string
  span: Span
  appearance: Appearance | null
}

/** Marks a passage as a claim, or says why its words cannot be quoted. */
export function markClaim(doc: Y.Doc, claim: NewClaim, origin: unknown = null): Refusal | null {
  const selectors = describeQuote(claim.text, claim.span)
  if (!selectors) return { code: 'quote-empty' }
  doc.transact(() => {
    writeQuote(doc, claim.id, claim.revision, selectors)
    const { appearance } = claim
    if (appearance) writeAppearance(doc, claim.id, appearance.id, appearance)
    claimIndex(doc).set(claim.id, { markedAt: claim.at })
  }, origin)
  return null
}

/** Moves the ends of a mark; statement, verdict and sources stay. */
export function adjustQuote(
  doc: Y.Doc,
  id: string,
  place: { revision: string; text: string; span: Span },
  origin: unknown = null,
): Refusal | null {
  const selectors = describeQuote(place.text, place.span)
  if (!selectors) return { code: 'quote-empty' }
  doc.transact(() => writeQuote(doc, id, place.revision, selectors), origin)
  return null
}

function writeQuote(doc: Y.Doc, id: string, revision: string, selectors: Selectors) {
  claimMap(doc, id).set('quote', { revision, selectors })
}

/**
 * Keeps the claim marked earlier, widens its quote over both, and appends what was written about the other; its
 * id, or why the two quotes cannot become one.
 */
export function mergeClaims(
  doc: Y.Doc,
  pair: [Claim, Claim],
  text: string,
  at: string,
  origin: unknown = null,
): { id: string } | { refusal: Refusal } {
  const [kept, other] = [...pair].sort((a, b) => (a.markedAt < b.markedAt ? -1 : 1)) as [Claim, Claim] // two in, two out
  const [first, last] = [...pair].sort(byPlace) as [Claim, Claim]
  const end = Math.max(first.selectors.position.end, last.selectors.position.end)
  const isOneText = kept.revision === other.revision
  const selectors = isOneText && describeQuote(text, { start: first.selectors.position.start, end })
  if (!selectors) return { refusal: { code: 'quote-gone' } }
  doc.transact(() => {
    writeQuote(doc, kept.id, kept.revision, selectors)
    for (const field of ['statement', 'short-answer', 'not-known'] as const)
      appendText(doc, field, kept.id, other.id)
    const added = rationaleOf(doc, other.id).toArray()
    rationaleOf(doc, kept.id).push(added.flatMap((node) => (node instanceof Y.XmlHook ? [] : [node.clone()])))
    for (const source of other.sources) sourceMap(doc, source.id).set('claim', kept.id)
    for (const topic of other.topics) setTopic(doc, kept.id, topic, true)
    claimMap(doc, kept.id).set(`merged:${other.id}`, true)
    claimIndex(doc).set(other.id, { markedAt: other.markedAt, deleted: at })
  }, origin)
  return { id: kept.id }
}

/** Ids of the claims whose words were ever merged into this one: who wrote there has written here. */
export function claimsMergedInto(doc: RoomDoc, id: string): string[] {
  const merged = new Set<string>()
  const visit = (into: string) => {
    for (const key of claimMap(doc, into).keys()) {
      const from = key.startsWith('merged:') ? key.slice('merged:'.length) : ''
      if (!isId(from) || from === id || merged.has(from)) continue
      merged.add(from)
      visit(from)
    }
  }
  visit(id)
  return [...merged]
}

function appendText(doc: Y.Doc, field: TextField, to: string, from: string) {
  const addition = textOf(doc, field, from).toString().trim()
  const target = textOf(doc, field, to)
  if (addition && !target.toString().includes(addition))
    target.insert(target.length, (target.length ? ' ' : '') + addition)
}

/** Hides a claim with all its parts; nothing of it is removed, so that it can come back whole. */
export function deleteClaim(doc: Y.Doc, id: string, at: string, origin: unknown = null) {
  const markedAt = markedAtIn(claimIndex(doc).get(id)) ?? at
  doc.transact(() => claimIndex(doc).set(id, { markedAt, deleted: at }), origin)
}

/** An entry that was damaged no longer says when its claim was marked. */
function markedAtIn(entry: unknown): string | null {
  const isEntry = typeof entry === 'object' && entry !== null && 'markedAt' in entry
  return isEntry && typeof entry.markedAt === 'string' ? entry.markedAt : null
}

/** Brings a deleted claim back. */
export function restoreClaim(doc: Y.Doc, claim: Pick<Claim, 'id' | 'markedAt'>, origin: unknown = null) {
  doc.transact(() => claimIndex(doc).set(claim.id, { markedAt: claim.markedAt }), origin)
}

/** Sets one of the single values of a claim. */
export function setValue(
  doc: Y.Doc,
  id: string,
  field: ValueField,
  value: string | null,
  origin: unknown = null,
) {
  doc.transact(() => claimMap(doc, id).set(field, value), origin)
}

/** Gives or takes a verdict, naming the one it replaced, so that a clash after an offline spell can be seen. */
export function setVerdict(
  doc: Y.Doc,
  claim: Pick<Claim, 'id' | 'verdict'>,
  value: Verdict | null,
  origin: unknown = null,
) {
  if (claim.verdict === value) return
  doc.transact(() => claimMap(doc, claim.id).set('verdict', { value, replaced: claim.verdict }), origin)
}

/** Writes a text field anew; people at work change it letter by letter through the fields themselves. */
export function setText(doc: Y.Doc, field: TextField, id: string, text: string, origin: unknown = null) {
  const shared = textOf(doc, field, id)
  doc.transact(() => {
    shared.delete(0, shared.length)
    shared.insert(0, text)
  }, origin)
}

/** What the editor keeps of a rationale, as ProseMirror JSON; unread, so it may hold anything. */
export function rationaleJson(doc: Y.Doc, id: string): unknown {
  return { type: 'doc', content: rationaleOf(doc, id).toArray().flatMap(asJson) }
}

function asJson(node: Y.XmlElement | Y.XmlText | Y.XmlHook): unknown[] {
  if (node instanceof Y.XmlText) return node.toDelta().map(pieceAsJson)
  if (!(node instanceof Y.XmlElement)) return []
  const content = node.toArray().flatMap((child) => asJson(child))
  return [{ type: node.nodeName, attrs: node.getAttributes(), content }]
}

function pieceAsJson({ insert, attributes = {} }: { insert: unknown; attributes?: Record<string, unknown> }) {
  // y-prosemirror names a mark that may stand twice over the same words "link--<hash>".
  const marks = Object.entries(attributes).map(([name, attrs]) => ({
    type: name.replace(/--.*$/, ''),
    attrs,
  }))
  return { type: 'text', text: insert, marks }
}

/** Writes a rationale anew, as the editor would keep it. */
export function setRationale(doc: Y.Doc, id: string, rationale: Rationale, origin: unknown = null) {
  const fragment = rationaleOf(doc, id)
  doc.transact(() => {
    fragment.delete(0, fragment.length)
    fragment.push(rationale.content.map(asXml))
  }, origin)
}

function asXml(node: RationaleNode): Y.XmlElement | Y.XmlText {
  if (node.type === 'text') {
    const marks = node.marks?.map((mark) => [mark.type, mark.type === 'link' ? mark.attrs : {}])
    const text = new Y.XmlText()
    text.insert(0, node.text, Object.fromEntries(marks ?? []))
    return text
  }
  const element = new Y.XmlElement(node.type)
  if (node.type === 'citation') element.setAttribute('source', node.attrs.source)
  else element.insert(0, node.content.map(asXml))
  return element
}

export function setTopic(doc: Y.Doc, id: string, topic: string, on: boolean, origin: unknown = null) {
  doc.transact(() => claimMap(doc, id).set(`topic:${topic.trim()}`, on), origin)
}

/** What the room keeps of an appearance under its id. */
export type AppearanceParts = Omit<Appearance, 'id'>

/** Adds, changes (same id) or, with null, removes an address where the claim stands. */
export function setAppearance(
  doc: Y.Doc,
  id: string,
  appearanceId: string,
  appearance: AppearanceParts | null,
  origin: unknown = null,
) {
  doc.transact(() => writeAppearance(doc, id, appearanceId, appearance), origin)
}

function writeAppearance(doc: Y.Doc, id: string, appearanceId: string, parts: AppearanceParts | null) {
  // Its id is the key; what else the caller knows of it does not belong into the value.
  const value = parts && { address: parts.address, date: parts.date }
  claimMap(doc, id).set(`appearance:${appearanceId}`, value)
}

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
