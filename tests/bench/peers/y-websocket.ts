import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

// As an ES module it insists on its LevelDB store, in whose place stands another package (see DECISIONS).
const { setupWSConnection }: typeof import('@y/websocket-server/utils') = createRequire(import.meta.url)(
  '@y/websocket-server/utils',
)

// A peer of the rooms benchmark: the reference server of y-websocket, which keeps documents in memory alone.
const server = createServer()
new WebSocketServer({ server }).on('connection', setupWSConnection)
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo // A server that listens on a port has one.
  console.log(JSON.stringify({ port }))
})
