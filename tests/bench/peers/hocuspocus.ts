import { Server } from '@hocuspocus/server'

// A peer of the rooms benchmark: Hocuspocus as it comes, which keeps and checks nothing.
const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, stopOnSignals: true })
await server.listen()
console.log(JSON.stringify({ port: server.address.port }))
