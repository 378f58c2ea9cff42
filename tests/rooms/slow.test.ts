import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { kinds } from '../../server/room/socket/frame'
import { Gate, type Line } from '../../server/room/socket/gate'

const megabyte = 1024 * 1024

/** The server's end of a socket to a browser that has stopped to read. */
async function whoDoesNotRead(): Promise<Line> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // A server that listens on a port has one.
  const reader = new WebSocket(`ws://127.0.0.1:${port}`)
  const [socket, request] = (await once(server, 'connection')) as [WebSocket, IncomingMessage]
  await once(reader, 'open')
  reader.pause()
  onTestFinished(() => {
    reader.terminate()
    server.close()
  })
  return { socket, below: request.socket }
}

/** A frame about the document “a” that shows where somebody points. */
function presenceOf(bytes: number): Uint8Array {
  const frame = new Uint8Array(bytes)
  frame.set([1, 'a'.charCodeAt(0), kinds.awareness])
  return frame
}

test('whoever does not read is cut off before much waits for them', async () => {
  const line = await whoDoesNotRead()
  const gate = new Gate(line, () => true)
  const cutOff = once(line.socket, 'close')
  let sent = 0
  while (line.socket.readyState === line.socket.OPEN && sent < 200) {
    gate.send(presenceOf(megabyte))
    sent += 1
    await new Promise(setImmediate)
  }
  await cutOff
  // What may wait, and what the system's own buffers take.
  expect(sent).toBeLessThan(60)
})

test('a moment without reading costs nobody their place', async () => {
  const line = await whoDoesNotRead()
  const gate = new Gate(line, () => true)
  for (let count = 0; count < 10; count++) gate.send(presenceOf(megabyte))
  expect(line.socket.readyState).toBe(line.socket.OPEN)
})
