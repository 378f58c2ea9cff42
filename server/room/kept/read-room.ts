import * as Y from 'yjs'
import { type Database, db, type Transaction } from '../../../db/client'
import type { Claim } from '../../claim/claim'
import { readClaims } from '../doc/room-claims'
import { documentOf, type RoomDoc } from '../doc/room-doc'
import { readSnapshot, readUpdates } from './keep-snapshot'

type Reader = Pick<Database | Transaction, 'select'>

/** A room as it stands in the database, and the sequence of the last update in it. */
type StoredRoom = { doc: RoomDoc; sequence: number }

/** Everything kept of a room, as one Yjs update: bytes, because each part of the process has a Yjs of its own. */
export async function readRoom(document: string, at: Reader = db()): Promise<Uint8Array> {
  const { doc } = await readStored(document, at)
  return Y.encodeStateAsUpdate(doc)
}

/** The claims of an article's room as they stand in the database, deleted ones included. */
export async function readRoomClaims(articleId: string, at: Reader = db()): Promise<Claim[]> {
  const { doc } = await readStored(documentOf(articleId), at)
  return readClaims(doc)
}

/** Reads a room from the database into a document of its own. */
export async function readStored(document: string, at: Reader = db()): Promise<StoredRoom> {
  const doc = new Y.Doc()
  const { sequence } = await openStored(doc, document, at)
  return { doc, sequence }
}

/** How far a document was filled: up to which update, and how far its snapshot led (0 without one). */
export type Filled = { sequence: number; snapshotSequence: number; isSnapshotDamaged: boolean }

/** Fills a document with everything kept of a room: from its snapshot and what came since, else from its whole log. */
export async function openStored(doc: RoomDoc, document: string, at: Reader = db()): Promise<Filled> {
  const found = await readSnapshot(document, at)
  const snapshot = found === 'damaged' ? null : found
  const snapshotSequence = snapshot?.sequence ?? 0
  const rows = await readUpdates(document, snapshotSequence, at)
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot.update)
    for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
  })
  const sequence = rows.at(-1)?.sequence ?? snapshotSequence
  return { sequence, snapshotSequence, isSnapshotDamaged: found === 'damaged' }
}
