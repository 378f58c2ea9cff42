import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { endings } from '../../server/room/socket/endings'
import { kinds } from '../../server/room/socket/frame'
import { open, until } from './browser'

// What a process does whose neighbour with the rooms is restarting: it opens each line and closes it at once.
const away = new WebSocketServer({ port: 0, host: '127.0.0.1' })
await once(away, 'listening')
afterAll(() => away.close())
// A server that listens on a port has an address with that port.
const { port } = away.address() as AddressInfo

test('a window that is turned away time and again has one line at a time, and keeps the first that holds', async () => {
  const timesAway = 6
  let [lines, mostAtOnce] = [0, 0]
  away.on('connection', (line) => {
    lines += 1
    mostAtOnce = Math.max(mostAtOnce, away.clients.size)
    if (lines <= timesAway) line.close(endings['room-moved'])
    else line.send(Uint8Array.of(kinds.ping))
  })
  const { socket, closed } = open({
    server: { url: `ws://127.0.0.1:${port}/collab` },
    articleId: '0193f2a0-0000-7000-8000-000000000000',
    askForPass: async () => 'a pass',
  })
  await until(() => lines > timesAway, 'the line that holds')
  const heldSince = Date.now()
  // More than the longest wait before another try.
  await until(() => Date.now() - heldSince > 3_000, 'the time to pass')
  expect({ lines, closed: closed.length }).toEqual({ lines: timesAway + 1, closed: timesAway })
  expect(mostAtOnce).toBe(1)
  expect(socket.status).toBe('connected')
})
