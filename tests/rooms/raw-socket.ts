import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { WebSocket } from 'ws'
import { makePass } from '../../server/room/admit'
import { documentOf } from '../../server/room/doc/room-doc'
import { kinds, openFrame, syncKinds } from '../../server/room/socket/frame'
import { type Device, type RoomServer, until } from './browser'

/** A connection that sends whatever a test likes, as no browser of ours would. */
export type RawSocket = {
  socket: WebSocket
  document: string
  received: { kind: number; bytes: Uint8Array }[]
  closed: { code: number; reason: string } | null
  send: (kind: number, write?: (encoder: ReturnType<typeof createEncoder>) => void) => void
  sendUpdate: (update: Uint8Array) => void
  /** Waits until the server has ended the connection. */
  ended: () => Promise<{ code: number; reason: string }>
}

/** Connects, shows a pass and waits until the room has been opened. */
export async function enterRaw(server: RoomServer, device: Device, articleId: string): Promise<RawSocket> {
  const { token } = await makePass({ ...device, articleId })
  const raw = await connectRaw(server, documentOf(articleId))
  raw.send(kinds.auth, (encoder) => {
    writeVarUint(encoder, 0)
    writeVarString(encoder, token)
  })
  raw.send(kinds.sync, (encoder) => {
    writeVarUint(encoder, syncKinds.step1)
    writeVarUint8Array(encoder, Uint8Array.of(0))
  })
  await until(() => raw.received.some(({ kind }) => kind === kinds.sync), 'the room to open')
  return raw
}

/** Connects and shows nothing. */
export async function connectRaw(server: RoomServer, document: string): Promise<RawSocket> {
  const socket = new WebSocket(server.url)
  const raw: RawSocket = {
    socket,
    document,
    received: [],
    closed: null,
    send(kind, write = () => {}) {
      const encoder = createEncoder()
      writeVarString(encoder, document)
      writeVarUint(encoder, kind)
      write(encoder)
      socket.send(toUint8Array(encoder))
    },
    sendUpdate(update) {
      raw.send(kinds.sync, (encoder) => {
        writeVarUint(encoder, syncKinds.update)
        writeVarUint8Array(encoder, update)
      })
    },
    async ended() {
      await until(() => raw.closed !== null, 'the server to end the connection')
      if (!raw.closed) throw new Error('it is still open')
      return raw.closed
    },
  }
  // A socket the server has cut reports a reset, too; its closing tells us enough.
  socket.on('error', () => {})
  socket.on('message', (data) => {
    const frame = new Uint8Array(data as Buffer) // `ws` gives Buffers unless told otherwise.
    // A heartbeat names no document.
    if (frame.length === 1) return
    const { kind, rest } = openFrame(frame)
    raw.received.push({ kind, bytes: frame.slice(rest.pos) })
  })
  socket.on('close', (code, reason) => {
    raw.closed = { code, reason: reason.toString() }
  })
  await until(() => socket.readyState === socket.OPEN || raw.closed !== null, 'the socket to open')
  return raw
}
