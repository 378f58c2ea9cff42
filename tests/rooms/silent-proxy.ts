import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { RoomServer } from './browser'

/** A network between browsers and the room server that can go silent: lines stay open and nothing comes through. */
export async function aNetworkTo(server: RoomServer) {
  const port = Number(new URL(server.url).port)
  const ends = new Set<Socket>()
  const network = { isSilent: false, lines: 0 }
  const proxy = createServer((near) => {
    network.lines += 1
    const far = connect(port, '127.0.0.1')
    join(near, far)
    join(far, near)
  })
  function join(from: Socket, to: Socket) {
    ends.add(from)
    // What is sent into a silence is lost for good, and so is the word that the other end is gone.
    const isCut = network.isSilent
    from.on('data', (bytes) => network.isSilent || isCut || to.write(bytes))
    from.on('error', () => {})
    from.on('close', () => network.isSilent || to.destroy())
  }
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port: own } = proxy.address() as AddressInfo // it listens on a port
  return {
    url: `ws://127.0.0.1:${own}/collab`,
    lines: () => network.lines,
    /** From now on nothing comes through, on the lines that are there and on new ones. */
    goSilent: () => {
      network.isSilent = true
    },
    /** New lines come through again; those of before stay silent for ever. */
    comeBack: () => {
      for (const end of ends) end.removeAllListeners('data').resume()
      network.isSilent = false
    },
    close: () => {
      for (const end of ends) end.destroy()
      proxy.close()
    },
  }
}
