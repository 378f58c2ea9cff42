import * as Y from 'yjs'
import { isKnownRoot, type RoomDoc } from '../doc/room-doc'
import { isNestedTooDeep } from './nesting'

/** Why an update was refused; said to the browser as the reason its connection closes. */
type Objection =
  | 'gap'
  | 'cannot-be-decoded'
  | 'unknown-root'
  | 'unknown-content'
  | 'clock-jump'
  | 'too-deep'
  | 'foreign-client-id'
  | 'depends-on-the-unseen'

export type Update = ReturnType<typeof Y.decodeUpdate>
type Struct = Update['structs'][number]

/** What is known of a room when an update is judged: the document, and whose client ids are whose. */
type Judged = { doc: RoomDoc; ownerOf: (clientId: number) => string | undefined; memberId: string }

const farthestJump = 2_000_000

/** An update taken apart; null when it cannot be. Only the first format: the second can be made to hang. */
export function decode(bytes: Uint8Array): Update | null {
  try {
    return Y.decodeUpdate(bytes)
  } catch {
    // What cannot be decoded may throw anything; the caller refuses it.
    return null
  }
}

/**
 * Why a member may not make this update; null when it may be applied. Nobody writes under another member's client
 * id, nor so that their own words would take effect within another member's edit.
 */
export function whyRefused(update: Update, judged: Judged): Objection | null {
  if (isForeign(update, judged)) return 'foreign-client-id'
  const isOwn = ownClients(update, judged)
  for (const struct of newStructs(update, judged.doc)) {
    const objection = whyStructRefused(struct, judged.doc, isOwn)
    if (objection) return objection
  }
  for (const [client, deletions] of update.ds.clients) {
    const known = stateOf(judged.doc, client)
    if (!isOwn(client) && deletions.some(({ clock, len }) => clock + len > known))
      return 'depends-on-the-unseen'
  }
  return isNestedTooDeep(update, judged.doc) ? 'too-deep' : null
}

/**
 * Whether the update brings anything under another member's client id. Also what is known by its number: two who
 * wrote under one id wrote different words, and the second one's would be lost though we said that they are kept.
 */
export function isForeign(update: Update, judged: Judged): boolean {
  const isOwn = ownClients(update, judged)
  return update.structs.some((struct) => !(struct instanceof Y.Skip) && !isOwn(struct.id.client))
}

/** Own are the ids bound to the member, and those nobody has that this very update begins to use. */
function ownClients(update: Update, { ownerOf, memberId }: Judged): (client: number) => boolean {
  const used = new Set(update.structs.map((struct) => struct.id.client))
  return (client) => {
    const owner = ownerOf(client)
    return owner === undefined ? used.has(client) : owner === memberId
  }
}

function whyStructRefused(
  struct: Struct,
  doc: RoomDoc,
  isOwn: (client: number) => boolean,
): Objection | null {
  const { client, clock } = struct.id
  if (clock + struct.length > stateOf(doc, client) + farthestJump) return 'clock-jump'
  if (!(struct instanceof Y.Item)) return null
  if (struct.content instanceof Y.ContentDoc || struct.content instanceof Y.ContentBinary)
    return 'unknown-content'
  const parent: unknown = struct.parent
  if (typeof parent === 'string' && !isKnownRoot(parent)) return 'unknown-root'
  const isUnseen = (id: unknown) =>
    id instanceof Y.ID && !isOwn(id.client) && id.clock >= stateOf(doc, id.client)
  return [struct.origin, struct.rightOrigin, parent].some(isUnseen) ? 'depends-on-the-unseen' : null
}

/** Client ids that the update brings something new under. */
export function clientsOf(update: Update, doc: RoomDoc): Set<number> {
  return new Set(newStructs(update, doc).map(({ id }) => id.client))
}

/**
 * Whether something that the update builds on is missing, as after a lost frame. Yjs would keep such an update aside
 * where no journal sees it, and show it to others.
 */
export function hasGap(update: Update, doc: RoomDoc): boolean {
  const reached = new Map<number, number>()
  const reachedBy = (client: number) => reached.get(client) ?? stateOf(doc, client)
  const structs = newStructs(update, doc)
  for (const { id, length } of structs) {
    if (id.clock > reachedBy(id.client)) return true
    reached.set(id.client, id.clock + length)
  }
  const isMissing = (id: unknown) => id instanceof Y.ID && id.clock >= reachedBy(id.client)
  for (const struct of structs)
    if (struct instanceof Y.Item && [struct.origin, struct.rightOrigin, struct.parent].some(isMissing))
      return true
  for (const [client, deletions] of update.ds.clients)
    if (deletions.some(({ clock, len }) => clock + len > reachedBy(client))) return true
  return false
}

/** Whether everything in the update is in the document already; for those who may not write. */
export function isNothingNew(update: Update, doc: RoomDoc): boolean {
  if (clientsOf(update, doc).size > 0) return false
  for (const [client, deletions] of update.ds.clients)
    for (const { clock, len } of deletions) if (!isAllDeleted(doc, client, clock, len)) return false
  return true
}

function isAllDeleted(doc: RoomDoc, client: number, clock: number, length: number): boolean {
  const structs = doc.store.clients.get(client)
  if (!structs || clock + length > stateOf(doc, client)) return false
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= clock + length) break
    if (!struct.deleted) return false
  }
  return true
}

function newStructs(update: Update, doc: RoomDoc): Struct[] {
  return update.structs.filter(
    (struct) =>
      !(struct instanceof Y.Skip) && struct.id.clock + struct.length > stateOf(doc, struct.id.client),
  )
}

function stateOf(doc: RoomDoc, client: number): number {
  return Y.getState(doc.store, client)
}
