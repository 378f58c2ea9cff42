import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'

// A peer of the rooms benchmark: the reference server of y-websocket, which keeps documents in memory alone.
const server = createServer()
new WebSocketServer({ server }).on('connection', setupWSConnection)
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo // A server that listens on a port has one.
  console.log(JSON.stringify({ port }))
})
