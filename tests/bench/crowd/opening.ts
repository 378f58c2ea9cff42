import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Place } from './person'
import { hear, speak } from './wire'

/** Opens a room again and again, as browsers without a copy of their own. */
export type Opening = {
  /** One for each time. */
  places: Place[]
  /** Where the words are handed out packed, and the cookie to ask with; null where only the socket brings them. */
  snapshot: { address: string; cookie: string } | null
  /** How many open it in the same moment; one after the other unless said. */
  atOnce?: number
}
export type Opened = { bytes: number }

/** Opens the room from each place; the bytes are those of the last time, as they travelled. */
export async function open(
  { places, snapshot, atOnce = 1 }: Opening,
  say: (moment: 'begin' | 'end') => void,
): Promise<Opened> {
  say('begin')
  let bytes = 0
  for (let at = 0; at < places.length; at += atOnce) {
    const opened = await Promise.all(places.slice(at, at + atOnce).map((place) => openOnce(place, snapshot)))
    bytes = opened.at(-1) ?? 0
  }
  say('end')
  return { bytes }
}

let vector: { of: string; has: Uint8Array; words: Uint8Array } | null = null

async function openOnce(place: Place, snapshot: Opening['snapshot']): Promise<number> {
  let travelled = 0
  let has = Uint8Array.of(0)
  let words = Uint8Array.of(0, 0)
  if (snapshot) {
    const answer = await fetch(snapshot.address, { headers: { cookie: snapshot.cookie } })
    if (answer.status !== 200) throw new Error(`the snapshot was answered with ${answer.status}`)
    const etag = answer.headers.get('etag') ?? ''
    const got = new Uint8Array(await answer.arrayBuffer())
    travelled += Number(answer.headers.get('content-length'))
    if (vector?.of !== etag) vector = { of: etag, has: Y.encodeStateVectorFromUpdate(got), words: got }
    has = new Uint8Array(vector.has)
    words = new Uint8Array(vector.words)
  }
  const { url, dialect, document, token } = place
  const speech = speak(dialect, document)
  const socket = new WebSocket(dialect === 'y-websocket' ? `${url}/${document}` : url)
  // A server may speak before it is asked: whoever listens only once the line is open can miss it.
  const opened = new Promise<void>((resolve, reject) => {
    let [hasDocument, hasAnswered] = [false, false]
    socket.on('message', (data) => {
      const frame = new Uint8Array(data as Buffer) // `ws` gives Buffers.
      travelled += frame.length
      const heard = hear(dialect, frame)
      if (heard.type === 'document') hasDocument = true
      if (heard.type === 'document' && !snapshot) words = new Uint8Array(heard.update)
      if (heard.type === 'question') {
        // Everything but what the room has: as a rule, nothing but deletions.
        socket.send(speech.tell(Y.diffUpdate(words, heard.stateVector)))
        hasAnswered = true
      }
      if (heard.type === 'refused') reject(new Error('the room was not opened'))
      if (hasDocument && hasAnswered) resolve()
    })
    socket.once('close', (code) => reject(new Error(`the room closed: ${code}`)))
  })
  await once(socket, 'open')
  if (dialect === 'hocuspocus') socket.send(speech.pass(token))
  socket.send(speech.ask(has))
  await opened
  socket.removeAllListeners('close')
  socket.close()
  await once(socket, 'close')
  return travelled
}
