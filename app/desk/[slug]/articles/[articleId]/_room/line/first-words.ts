import { fillDoc, isUpdate, type RoomDoc } from '@/server/room/doc/room-doc'

/** How long to wait for them, in ms: the socket brings the same words, only slower. */
const patience = 1500

/** The words of a room as the server last packed them; null where there are none, or they do not come in time. */
export async function fetchFirstWords(articleId: string): Promise<Uint8Array | null> {
  const signal = AbortSignal.timeout(patience)
  try {
    // The browser's own cache answers when nothing has changed; the server is asked each time.
    const answer = await fetch(`/api/rooms/${articleId}/snapshot`, { signal, cache: 'no-cache' })
    const isOurs = answer.headers.get('content-type') === 'application/octet-stream'
    return answer.status === 200 && isOurs ? new Uint8Array(await answer.arrayBuffer()) : null
  } catch {
    // Offline, or too slow: the room opens without.
    return null
  }
}

/** Puts them into a document that holds nothing yet; what is not a room's words is left out. */
export function takeFirstWords(doc: RoomDoc, words: Uint8Array | null): void {
  if (words && doc.store.clients.size === 0 && isUpdate(words)) fillDoc(doc, words)
}
