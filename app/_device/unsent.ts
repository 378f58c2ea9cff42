import { copiesOf, type KeptRoom, noteName, notesOf, roomName, roomOfNote } from './names'

/** Whether this browser keeps changes of a member that the server has not confirmed, and what can become of them. */
export type Unsent = {
  isThere: () => boolean
  /** Gives them to the person as files. */
  save: () => Promise<void>
  /** Removes them from this device. */
  discard: () => Promise<void>
}

/** Notes how many changes in a copy wait to be confirmed; outside the article, and after a reload, the note tells. */
export function noteUnsent(room: KeptRoom, count: number) {
  try {
    if (count > 0) localStorage.setItem(noteName(room), String(count))
    else localStorage.removeItem(noteName(room))
  } catch {
    // A browser that forbids storage keeps no copy that a note could be about.
  }
}

/** How many changes of a copy wait, as was last noted. */
export function countUnsent(room: KeptRoom): number {
  try {
    return Number(localStorage.getItem(noteName(room)) ?? 0)
  } catch {
    // Without notes there is no saying: whatever was kept may wait.
    return 1
  }
}

/** What waits on this device in all articles of a member. */
export function unsentOf(memberId: string): Unsent {
  const rooms = () => roomsNoted(memberId)
  return {
    isThere: () => rooms().length > 0,
    save: async () => {
      const { saveRoom } = await import('./save-as-file')
      for (const room of rooms()) await saveRoom(room)
    },
    discard: async () => rooms().forEach(removeCopy),
  }
}

/** Removes a copy from this device, with the note about it. */
export function removeCopy(room: KeptRoom) {
  indexedDB.deleteDatabase(roomName(room))
  noteUnsent(room, 0)
}

/** The copies of the same room that are from before it was restored: other lineages than the one it has now. */
export async function copiesAside(room: KeptRoom): Promise<KeptRoom[]> {
  // A browser that forbids storage, or tells no names, has none to show.
  const found = await indexedDB?.databases?.().catch(() => [])
  const beginning = copiesOf(room)
  return (found ?? [])
    .flatMap(({ name }) => (name?.startsWith(beginning) ? name.slice(beginning.length) : []))
    .filter((lineage) => lineage !== room.lineage)
    .map((lineage) => ({ ...room, lineage }))
}

function roomsNoted(memberId: string): KeptRoom[] {
  if (typeof localStorage === 'undefined') return []
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(notesOf(memberId)))
    .map((name) => roomOfNote(memberId, name))
}
