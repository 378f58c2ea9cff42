import * as Y from 'yjs'

/**
 * The Yjs document of a room: this folder is the one place that names its shared types, this file their roots.
 *
 * Flat roots addressed by id, values that are scalars or small JSON, tombstones instead of deletes: nested
 * shared types lose text when two people create or delete at once. Everything that may be changed by two
 * people at a time has a key of its own.
 *
 *   claims             Y.Map          claim id → { markedAt, deleted? }
 *   claim:<id>         Y.Map          quote { revision, selectors }, speaker, saidAt, kind, asKnownAt,
 *                                     verdict { value, replaced }, confidence { level, why } | null,
 *                                     figure (as `figureShape`) | null, topic:<words> → boolean,
 *                                     appearance:<id> → { address, date } | null, merged:<claim id> → true,
 *                                     search:<id>:<part>, reply:<id>:<part> → text
 *   statement:<id>, short-answer:<id>, not-known:<id>    Y.Text
 *   rationale:<id>     Y.XmlFragment  written by the editor
 *   source:<id>        Y.Map          claim (id), deleted?, and the fields of a source; one with `way` has no link, one
 *                                     with `withheld` (the public reason) is a placeholder for a confidential one
 */
export type RoomDoc = Y.Doc
export type TextField = 'statement' | 'short-answer' | 'not-known'
export type ValueField = 'speaker' | 'saidAt' | 'kind' | 'asKnownAt'

/** An empty document, to be filled from the room. */
export const openDoc = (): RoomDoc => new Y.Doc()

/** Whether bytes can be put into a document: what a proxy in between answers may be anything. */
export function isUpdate(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes)
    return true
  } catch {
    // Whatever it throws says the same.
    return false
  }
}

/** Fills a document with words that the server has packed. */
export const fillDoc = (doc: RoomDoc, update: Uint8Array) => Y.applyUpdate(doc, update, 'server')

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

/** The id of the source a shared type is the root of; null when it is another root, or none. */
export function sourceIn(doc: Y.Doc, type: object): string | null {
  return sourceRoot.exec(rootName(doc, type))?.[1] ?? null
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

/** How far one window's own edits go, as Yjs counts them; what it only deleted is not in this count. */
export type OwnClock = { client: number; clock: number }

/** How far the edits of this document's own window go. */
export function ownClock(doc: RoomDoc): OwnClock {
  return { client: doc.clientID, clock: Y.getState(doc.store, doc.clientID) }
}

/** Whether a document has another window's edits that far. */
export function hasClock(doc: RoomDoc, { client, clock }: OwnClock): boolean {
  return Y.getState(doc.store, client) >= clock
}
