import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import next from 'next'
import { type Logger, pino } from 'pino'
import { connectDatabase } from './connect-database'
import { readEnvFile, type Settings, settings } from './env'

/** How long a stop may take, in ms; what is not down by then is cut off. */
const patience = 10_000

type Part = { name: string; close: () => unknown }

readEnvFile()
survivesClosedOutput()
await start(process.argv.includes('--dev')).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})

/** Starts the one process: database, pages and rooms on one port. */
async function start(isDev: boolean): Promise<void> {
  const chosen = settings()
  // next-auth reads its own address from here.
  process.env.NEXTAUTH_URL ??= chosen.publicOrigin
  const log = pino({ level: chosen.logLevel }, pino.destination({ dest: 2, sync: true }))
  // In the order in which they are stopped: each still needs those after it.
  const parts: Part[] = []
  stopOnSignals(parts, log)

  const database = await connectDatabase(chosen, {
    onError: (error) => log.error(error, 'database connection'),
  })
  parts.unshift({ name: 'database', close: database.close })

  const pages = await preparePages(isDev, chosen)
  parts.unshift({ name: 'pages', close: pages.close })

  const server = createServer((request, response) => {
    pages.answer(request, response).catch((error: unknown) => failed(error, response, log))
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', (error) => log.debug(error, 'socket'))
    try {
      upgrade(request, socket, head, pages.upgrade)
    } catch (error) {
      log.error(error, 'upgrade')
      socket.destroy()
    }
  })
  await listen(server, chosen)
  parts.unshift({ name: 'listening', close: () => stopListening(server) })
  console.log(`Proofroom is ready: ${chosen.publicOrigin}`)
}

function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, toNext: Upgrade): void {
  const path = request.url ?? '/'
  if (path.startsWith('/_next/')) toNext(request, socket, head)
  else socket.destroy()
}

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void
type Pages = {
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  upgrade: Upgrade
  close: () => Promise<void>
}

async function preparePages(dev: boolean, { host, port }: Settings): Promise<Pages> {
  // Next adds a listener of its own that ends sockets it does not know: it gets a server nobody connects to.
  const upgrades = createServer()
  const app = next({ dev, dir: process.cwd(), hostname: host, port, httpServer: upgrades })
  await app.prepare()
  const answer = app.getRequestHandler()
  return {
    answer: (request, response) => answer(request, response),
    upgrade: (request, socket, head) => {
      if (!upgrades.emit('upgrade', request, socket, head)) socket.destroy()
    },
    close: () => app.close(),
  }
}

function failed(error: unknown, response: ServerResponse, log: Logger): void {
  log.error(error, 'request')
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
  response.end('Something went wrong here. Try again in a moment.')
}

function listen(server: Server, { host, port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const said: Record<string, string> = {
        EADDRINUSE: `Port ${port} on ${host} is in use. Stop what uses it, or set PORT to another number.`,
        EACCES: `Port ${port} may not be opened by this user. Set PORT to a number above 1023.`,
        EADDRNOTAVAIL: `HOST ${host} is not an address of this machine.`,
        ENOTFOUND: `HOST ${host} is not an address of this machine.`,
      }
      reject(new Error(said[error.code ?? ''] ?? error.message, { cause: error }))
    })
    server.listen(port, host, () => resolve())
  })
}

function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // Answers under way get a moment; a listener on a stream would stay for ever.
    setTimeout(() => server.closeAllConnections(), 1_000).unref()
  })
}

function stopOnSignals(parts: Part[], log: Logger): void {
  let isStopping = false
  const stop = async (exitCode: number) => {
    // A terminal sends Ctrl-C to the whole group and npm passes it on again: once is enough.
    if (isStopping) return
    isStopping = true
    setTimeout(() => {
      log.error('not everything stopped in time')
      process.exit(1)
    }, patience).unref()
    for (const { name, close } of [...parts]) {
      try {
        await close()
      } catch (error) {
        log.error(error, `stopping ${name}`)
      }
    }
    process.exit(exitCode)
  }
  process.on('SIGINT', () => stop(0))
  process.on('SIGTERM', () => stop(0))
  process.on('unhandledRejection', (error) => log.error(error, 'unhandled rejection'))
  process.on('uncaughtException', (error) => {
    log.fatal(error, 'uncaught exception')
    stop(1)
  })
}

// Whoever read our output may go away (`npm start | head`): that must not end or slow the server.
function survivesClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}
