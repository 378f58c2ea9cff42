import { once } from 'node:events'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { openDoc } from '../../../server/room/doc/room-doc'
import type { Place } from '../crowd/person'
import { speak } from '../crowd/wire'
import { fill } from './venue'

/** Writes so many claims into a room and stays in it, so that its server keeps it at hand; the answer leaves. */
export async function holdRoom(place: Place, claims: number): Promise<() => void> {
  const doc = openDoc()
  fill(doc, place, claims)
  const { url, dialect, document, token } = place
  const socket = new WebSocket(dialect === 'y-websocket' ? `${url}/${document}` : url)
  await once(socket, 'open')
  const speech = speak(dialect, document)
  if (dialect === 'hocuspocus') socket.send(speech.pass(token))
  if (claims > 0) socket.send(speech.tell(Y.encodeStateAsUpdate(doc)))
  // Its answer comes after what was sent before it.
  socket.send(speech.ask(Y.encodeStateVector(doc)))
  await once(socket, 'message')
  return () => socket.close()
}
