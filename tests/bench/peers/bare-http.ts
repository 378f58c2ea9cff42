import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { z } from 'zod'

// A peer of the readers benchmark: nothing but node:http, which hands out one page with its headers to whoever asks.
const shape = z.object({ headers: z.record(z.string(), z.string()), body: z.base64() })
const { headers, body } = shape.parse(await json(process.stdin))
const bytes = Buffer.from(body, 'base64')
const server = createServer((_, response) => {
  response.writeHead(200, headers)
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo // A server that listens on a port has one.
  console.log(JSON.stringify({ port }))
})
