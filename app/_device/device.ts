import { IndexeddbPersistence } from 'y-indexeddb'
import type { RoomDoc } from '@/server/room/doc/room-doc'
import { type KeptRoom, roomName } from './names'

export type Device = IndexeddbPersistence

/** How long the device's own copy may take to load, in ms; without it the room opens all the same. */
const patience = 4000

/** The copy that a member has of a room on this device, loaded into the document; null where there can be none. */
export async function openDevice(room: KeptRoom, doc: RoomDoc): Promise<Device | null> {
  if (typeof indexedDB === 'undefined') return null
  const device = new IndexeddbPersistence(roomName(room), doc)
  const tooLong = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience))
  // A browser that forbids storage (private windows) rejects here: the room works without.
  const isReady = await Promise.race([
    device.whenSynced,
    tooLong,
    device._db.then(() => device.whenSynced),
  ]).catch(() => null)
  if (!isReady) void device.destroy().catch(() => null)
  const { db } = device
  db?.addEventListener('abort', () => torn.add(db))
  return isReady ? device : null
}

/** Copies in which something could not be written, for want of room as a rule. */
const torn = new WeakSet<IDBDatabase>()

/** Resolves once all that the document was told until now is written in the copy: what is asked of it comes after. */
export function whenWritten({ db }: Device): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!db) return reject(new Error('the copy is closed'))
    const asking = db.transaction('updates').objectStore('updates').count()
    asking.onsuccess = () => (torn.has(db) ? reject(new Error('the copy lacks something')) : resolve())
    asking.onerror = () => reject(asking.error)
  })
}
