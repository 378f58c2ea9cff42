import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { cameFrom } from '../address/came-from'
import { isLoopback } from '../address/loopback'
import { isOurHost } from '../address/same-origin'
import { type Asked, inRequest, requestIdHeader } from '../audit/follow-request'
import type { Settings } from '../env'
import { inLanguage } from '../language/follow-language'
import { languageAsked } from '../language/language'
import { words } from '../words'

/** Takes a web socket over, or refuses it. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/** Who answers what; the first that takes a request has it. */
export type Answers = {
  /** Finished pages, handed out from memory: true when it took the request. */
  ready: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Addresses of members and guests that are answered before Next, each by the name of its request: true when taken. */
  routes?: (request: IncomingMessage, response: ServerResponse) => boolean
  rest: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Web sockets by the start of their path; any other is refused. */
  sockets: Record<string, Upgrade>
}

export type Web = {
  /** Takes nobody in any more; what is under way goes on. */
  stopAccepting: () => void
  /** Waits a moment for answers under way, then cuts what is left. */
  close: () => Promise<void>
}

/** Opens the one port; a fault in an answer never ends the process. */
export async function openWeb(answers: Answers, chosen: Settings, log: Logger): Promise<Web> {
  const server = createServer((request, response) => {
    const onFault = (error: unknown) => {
      log.error({ err: error, request: request.headers[requestIdHeader] }, 'request')
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      response.end('Something went wrong here. Try again in a moment.')
    }
    try {
      // In the same turn: most who ask are readers, and a finished page waits for nothing.
      if (answerAtOnce(request, response)) return
      answer(request, response).catch(onFault)
    } catch (error) {
      onFault(error)
    }
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', (error) => log.debug(error, 'socket'))
    try {
      if (!isOurHost(request.headers.host, chosen.publicOrigin))
        return void socket.end(
          'HTTP/1.1 421 Misdirected Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
        )
      const path = request.url ?? '/'
      const start = Object.keys(answers.sockets).find((prefix) => path.startsWith(prefix))
      const take = start ? answers.sockets[start] : undefined
      if (take) take(request, socket, head)
      else socket.destroy()
    } catch (error) {
      log.error(error, 'upgrade')
      socket.destroy()
    }
  })
  await listen(server, chosen)
  // Resolves only when the last web socket is gone too: rooms are closed between these two.
  const closed = new Promise<void>((resolve) => server.once('close', resolve))
  return {
    stopAccepting: () => void server.close(),
    close: async () => {
      server.closeIdleConnections()
      const cut = setTimeout(() => server.closeAllConnections(), 1_000)
      await Promise.race([closed, pause(1_500, undefined, { ref: false })])
      clearTimeout(cut)
    },
  }

  /** Whether the request has its answer. */
  function answerAtOnce(request: IncomingMessage, response: ServerResponse): boolean {
    if (isOurHost(request.headers.host, chosen.publicOrigin)) return answers.ready(request, response)
    misdirected(response, chosen)
    return true
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await inLanguage(languageAsked(request.headers), () => answerInWords(request, response))
  }

  async function answerInWords(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isReadable(request.url ?? '/')) return nothingHere(response)
    const home = otherName(request, chosen.publicOrigin)
    const asked = nameRequest(request, response, chosen)
    if (inRequest(asked, () => answers.routes?.(request, response))) return
    if (home) response.writeHead(307, { location: home }).end()
    else await answers.rest(request, response)
  }
}

/** Notes under which id log and audit know a request and where it came from; its own word for either is not believed. */
function nameRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { trustedProxies }: Settings,
): Asked {
  const { headers, socket } = request
  const reported = String(headers['x-forwarded-for'] ?? '')
  const asked = { id: randomUUID(), address: cameFrom(socket.remoteAddress, reported, trustedProxies) }
  headers[requestIdHeader] = asked.id
  headers['x-forwarded-for'] = asked.address
  response.setHeader(requestIdHeader, asked.id)
  return asked
}

function misdirected(response: ServerResponse, { publicOrigin }: Settings): void {
  const sentence = `This server is ${publicOrigin}. To use it by another name, set PUBLIC_ORIGIN to that name.`
  response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' }).end(sentence)
}

// Next fails on what is no text in any alphabet, and no path of ours holds a NUL.
function isReadable(address: string): boolean {
  try {
    return !decodeURIComponent(address.split('?')[0] ?? '').includes('\0')
  } catch {
    // Half a letter, as %ff: such an address names nothing.
    return false
  }
}

function nothingHere(response: ServerResponse): void {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  response.writeHead(404, headers).end(words()('lost.title'))
}

// A cookie for `localhost` is not sent to `127.0.0.1`: whoever typed the other name is led to the one in use.
function otherName({ method, headers, url }: IncomingMessage, publicOrigin: string): string | null {
  const home = new URL(publicOrigin)
  const isPerson = method === 'GET' && headers.accept?.includes('text/html')
  if (!isPerson || !headers.host || headers.host === home.host) return null
  const [name, port = '80'] = headers.host.split(/:(?=\d+$)/)
  const isSamePlace = name && isLoopback(name) && isLoopback(home.hostname) && port === (home.port || '80')
  return isSamePlace ? `${home.origin}${url?.startsWith('/') ? url : '/'}` : null
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
