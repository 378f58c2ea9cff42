import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import { cameFrom } from '../../address/came-from'
import { isSameOrigin } from '../../address/same-origin'
import { passOn } from '../lease/pass-on'
import type { Way } from '../lease/read-owner'
import { type Passed, passedHeader, readPassing, signPassing } from '../lease/sign-passing'
import { endings } from '../socket/endings'
import { openFrame } from '../socket/frame'
import type { Line } from '../socket/gate'
import { keepAlive } from '../socket/keep-alive'
import type { Seat } from '../socket/seat'

/** What the door has to know of the process. */
export type House = {
  publicOrigin: string
  trustedProxies: string[]
  /** Shared by all processes; null when there is only one. */
  clusterSecret: string | null
  /** False while this process may not hold rooms, or is stopping. */
  isOpen: () => boolean
  wayTo: (document: string) => Way | Promise<Way>
  /** Gives the browser a seat here. */
  seat: (line: Line, passed: Passed) => { seat: Seat; take: (frame: Uint8Array) => void }
  log: Logger
}

/** Where browsers' sockets come in. */
export type Door = {
  handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  close: () => void
}

const longestFrame = 256 * 1024
const socketsInAll = 5_000
/** Frames that may come before the way to the room is known. */
const mostEarly = 64

/**
 * Lets browsers in: to a room of this process, or through it to the one that holds the room. The first frame names the
 * room; a socket that another process passed on goes no further.
 */
export function openDoor(house: House): Door {
  const { log } = house
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestFrame, perMessageDeflate: false })

  const welcome = (line: Line, passed: Passed, isPassed: boolean) => {
    const { socket } = line
    let place: { isAdmitted: () => boolean; hasEntered: () => boolean } | null = null
    let take: ((frame: Uint8Array) => void) | null = null
    const early: Uint8Array[] = []
    keepAlive(socket, {
      isAdmitted: () => place?.isAdmitted() ?? false,
      hasEntered: () => place?.hasEntered() ?? false,
    })
    // Too large a frame and broken framing end here; `ws` closes the socket itself.
    socket.on('error', (error) => log.info({ err: error }, 'room socket'))

    const sitHere = () => {
      const { seat, take: takes } = house.seat(line, passed)
      place = { isAdmitted: () => seat.sits !== null, hasEntered: () => seat.isTaken }
      take = takes
      for (const frame of early.splice(0)) take(frame)
    }
    const goOn = (address: string, secret: string) => {
      // Who holds the room counts from here on, and ends what does not enter.
      place = { isAdmitted: () => true, hasEntered: () => true }
      socket.off('message', receive)
      // The name that the other process answers to is the one it shares with us.
      const headers = { ...signPassing(passed, secret), host: new URL(house.publicOrigin).host }
      passOn(socket, { address, headers, early, log })
    }
    const follow = (way: Way) => {
      if (socket.readyState !== socket.OPEN) return
      if (way === 'here') sitHere()
      else if (way === 'nowhere' || isPassed || !house.clusterSecret) turnAway(socket)
      else return goOn(way.address, house.clusterSecret)
      socket.resume()
    }
    const receive = (data: unknown, isBinary: boolean) => {
      if (!isBinary || !house.isOpen()) return
      const frame = new Uint8Array(data as Buffer) // Sockets of `ws` give Buffers unless told otherwise.
      if (take) return take(frame)
      if (early.push(frame) > mostEarly) return turnAway(socket)
      if (early.length > 1) return
      const document = documentIn(frame)
      if (document === null) return socket.close(endings['update-refused'], 'cannot-be-decoded')
      const way = house.wayTo(document)
      if (!(way instanceof Promise)) return follow(way)
      socket.pause()
      way.then(follow).catch((error) => {
        log.error({ err: error }, 'the way to a room cannot be read')
        turnAway(socket)
      })
    }
    socket.on('message', receive)
  }

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', (error) => log.debug({ err: error }, 'room socket'))
      if (!house.isOpen() || sockets.clients.size >= socketsInAll)
        return refuse(socket, '503 Service Unavailable')
      const isPassed = passedHeader in request.headers
      const passed = isPassed ? readPassed(request) : readBrowser(request)
      if (!passed) return refuse(socket, '403 Forbidden')
      sockets.handleUpgrade(request, socket, head, (opened) =>
        welcome({ socket: opened, below: socket }, passed, isPassed),
      )
    },
    close() {
      for (const socket of sockets.clients) turnAway(socket)
      sockets.close()
    },
  }

  function readPassed({ headers }: IncomingMessage): Passed | null {
    return house.clusterSecret ? readPassing(headers, house.clusterSecret) : null
  }

  function readBrowser({ headers, socket }: IncomingMessage): Passed | null {
    const asked = { origin: headers.origin ?? null, host: headers.host ?? null, site: null }
    if (!isSameOrigin(asked, house.publicOrigin)) return null
    const reported = String(headers['x-forwarded-for'] ?? '')
    const from = cameFrom(socket.remoteAddress, reported, house.trustedProxies)
    return { from, cookie: headers.cookie }
  }
}

function documentIn(frame: Uint8Array): string | null {
  try {
    return openFrame(frame).document
  } catch {
    // Too short to be a frame of ours.
    return null
  }
}

function turnAway(socket: WebSocket): void {
  socket.resume()
  socket.close(endings['room-moved'], 'room-moved')
  setTimeout(() => socket.terminate(), 2_000).unref()
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
