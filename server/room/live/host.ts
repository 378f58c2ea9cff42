import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import { isSameOrigin } from '../../same-origin'
import { documentOf } from '../doc/room-doc'
import { announcePresence } from '../people-in'
import { keepAlive } from '../socket/keep-alive'
import { type PresentMember, presentMember } from '../socket/presence'
import { Seat } from '../socket/seat'
import { followRights } from './follow-rights'
import type { Room } from './open-room'
import { type Context, serveRooms } from './serve-rooms'

/** The rooms of this process, at the path `/collab` of whoever hands it sockets. */
export type Rooms = {
  handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Confirms what was sent, ends the connections and lets go of every room. */
  close: () => Promise<void>
}

type Options = { publicOrigin: string; log: Logger }

const longestFrame = 256 * 1024
/** Bytes that may come before a pass has been found good: a pass and a question are far smaller. */
const mostEarly = 64 * 1024
const seatsInAll = 5_000
const [flushWithin, projectWithin] = [4_000, 2_000]

/** Opens the rooms; the database is open already. */
export async function openRooms({ publicOrigin, log }: Options): Promise<Rooms> {
  const seats = new Set<Seat>()
  const rooms = new Map<string, Room>()
  const hocuspocus = serveRooms(rooms, seats, log)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestFrame, perMessageDeflate: false })
  const unfollow = await followRights(seats, log)
  announcePresence({ peopleIn: (articleId) => peopleIn(rooms.get(documentOf(articleId))) })
  let isClosing = false

  const welcome = (socket: WebSocket, request: IncomingMessage) => {
    const seat = new Seat(socket, log)
    seats.add(seat)
    keepAlive(socket, { isAdmitted: () => seat.sits !== null, hasEntered: () => seat.isTaken })
    let early = 0
    const context: Context = { seat, cookie: request.headers.cookie }
    const inner = hocuspocus.handleConnection(seat.gate, new Request('http://rooms/collab'), context)
    seat.receiveWith(inner)
    socket.on('message', (data, isBinary) => {
      if (!isBinary || isClosing) return
      const frame = new Uint8Array(data as Buffer) // Sockets of `ws` give Buffers unless told otherwise.
      if (!seat.sits) early += frame.length
      if (early > mostEarly && !seat.sits) seat.end('room-moved', 'too-early')
      else seat.receive(frame)
    })
    // Too large a frame and broken framing end here; `ws` closes the socket itself.
    socket.on('error', (error) => log.info({ err: error }, 'room socket'))
    socket.on('close', (code, reason) => {
      seats.delete(seat)
      seat.leave()
      inner.handleClose({ code, reason: reason.toString() })
    })
  }

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', (error) => log.debug({ err: error }, 'room socket'))
      if (isClosing || seats.size >= seatsInAll) return refuse(socket, '503 Service Unavailable')
      if (!isFromOurPage(request, publicOrigin)) return refuse(socket, '403 Forbidden')
      sockets.handleUpgrade(request, socket, head, (opened) => welcome(opened, request))
    },
    async close() {
      isClosing = true
      await unfollow()
      await Promise.all([...seats].map((seat) => seat.settled()))
      await within(flushWithin, Promise.all([...rooms.values()].map(({ journal }) => journal.flush())))
      await within(
        projectWithin,
        Promise.all([...rooms.values()].map(({ projection }) => projection.settled())),
      )
      for (const { journal, projection } of rooms.values()) {
        projection.stop()
        journal.giveUp()
      }
      for (const seat of seats) seat.end('room-moved')
      announcePresence(null)
      hocuspocus.flushPendingStores()
      sockets.close()
    },
  }
}

function peopleIn(room: Room | undefined): PresentMember[] {
  const present = new Map([...(room?.seats ?? [])].map(({ member }) => [member.id, presentMember(member)]))
  return [...present.values()]
}

function isFromOurPage({ headers }: IncomingMessage, publicOrigin: string): boolean {
  const asked = { origin: headers.origin ?? null, host: headers.host ?? null, site: null }
  return isSameOrigin(asked, publicOrigin)
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Waits for the end of something, but not for ever. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, limit]).finally(() => clearTimeout(timer))
}
