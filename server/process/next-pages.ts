import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import next from 'next'
import type { Settings } from '../env'
import type { Upgrade } from './web'

export type Pages = {
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  upgrade: Upgrade
  close: () => Promise<void>
}

/** Next, as the part of the process that makes the workspace's pages. */
export async function openNextPages(dev: boolean, { host, port }: Settings): Promise<Pages> {
  // Next adds a listener of its own that ends sockets it does not know: it gets a server nobody connects to.
  const upgrades = createServer()
  const app = next({ dev, dir: process.cwd(), hostname: host, port, httpServer: upgrades })
  await app.prepare()
  const answer = app.getRequestHandler()
  return {
    answer,
    upgrade: (request, socket, head) => {
      if (!upgrades.emit('upgrade', request, socket, head)) socket.destroy()
    },
    close: () => app.close(),
  }
}
