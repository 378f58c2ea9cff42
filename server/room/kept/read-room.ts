import { asc, eq, sql } from 'drizzle-orm'
import * as Y from 'yjs'
import { type Database, db, type Transaction } from '../../../db/client'
import { rooms, roomUpdates } from '../../../db/schema'
import type { Claim } from '../../claim/claim'
import { readClaims } from '../doc/room-claims'
import { documentOf, type RoomDoc } from '../doc/room-doc'

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
  return { doc, sequence: await openStored(doc, document, at) }
}

/** Fills a document with everything kept of a room; returns the sequence of the last update, 0 when there is none. */
export async function openStored(doc: RoomDoc, document: string, at: Reader = db()): Promise<number> {
  const rows = await at
    .select({ sequence: roomUpdates.sequence, bytes: roomUpdates.bytes })
    .from(roomUpdates)
    .where(eq(roomUpdates.document, document))
    .orderBy(asc(roomUpdates.sequence))
  doc.transact(() => {
    for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
  })
  return rows.at(-1)?.sequence ?? 0
}

/** Takes a room for this process: from now on, whoever held it before can write nothing. Returns the new fence. */
export async function takeRoom(
  document: string,
  tx: Transaction,
): Promise<{ fence: number; articleId: string }> {
  const [room] = await tx
    .update(rooms)
    .set({ fence: sql`${rooms.fence} + 1` })
    .where(eq(rooms.document, document))
    .returning({ fence: rooms.fence, articleId: rooms.articleId })
  if (!room) throw new Error(`there is no room ${document}`)
  return room
}
