import { noteName, roomName } from './names'

/** Whether this browser keeps changes of a member that the server has not confirmed, and what can become of them. */
export type Unsent = {
  isThere: () => boolean
  /** Gives them to the person as files. */
  save: () => Promise<void>
  /** Removes them from this device. */
  discard: () => Promise<void>
}

/** Notes whether changes of a member in an article wait on this device; outside the article only the note tells. */
export function noteUnsent(memberId: string, articleId: string, isWaiting: boolean) {
  try {
    const name = noteName(memberId, articleId)
    if (isWaiting) localStorage.setItem(name, '1')
    else localStorage.removeItem(name)
  } catch {
    // A browser that forbids storage keeps no copy that a note could be about.
  }
}

/** What waits on this device in all articles of a member. */
export function unsentOf(memberId: string): Unsent {
  const articles = () => articlesNoted(noteName(memberId, ''))
  return {
    isThere: () => articles().length > 0,
    save: async () => {
      const { saveRoom } = await import('./save-as-file')
      for (const articleId of articles()) await saveRoom({ memberId, articleId })
    },
    discard: async () => {
      for (const articleId of articles()) {
        indexedDB.deleteDatabase(roomName(memberId, articleId))
        noteUnsent(memberId, articleId, false)
      }
    },
  }
}

function articlesNoted(beginning: string): string[] {
  if (typeof localStorage === 'undefined') return []
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(beginning))
    .map((name) => name.slice(beginning.length))
}
