import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Connection, type Document, Hocuspocus, isTransactionOrigin } from '@hocuspocus/server'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import { personOfCookie } from '../auth'
import { isSameOrigin } from '../same-origin'
import { checkPass } from './admit'
import { followRights, reviewSeat } from './follow-rights'
import { openRoom, type Room } from './open-room'
import { announcePresence } from './people-in'
import { documentOf } from './room-doc'
import { type PresentMember, presentMember } from './socket/presence'
import { type Ending, Seat } from './socket/seat'

/** The rooms of this process, at the path `/collab` of whoever hands it sockets. */
export type Rooms = {
  handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Confirms what was sent, ends the connections and lets go of every room. */
  close: () => Promise<void>
}

type Options = { publicOrigin: string; log: Logger }
type Context = { seat: Seat; cookie: string | undefined }

const longestFrame = 256 * 1024
const silence = 180_000
const pingEvery = 10_000
const tokenWithin = 15_000
const seatsPerMember = 50
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
    const seat = seatFor(socket, log)
    seats.add(seat)
    const context: Context = { seat, cookie: request.headers.cookie }
    const inner = hocuspocus.handleConnection(seat.gate, new Request('http://rooms/collab'), context)
    seat.receiveWith(inner)
    socket.on('message', (data, isBinary) => {
      // Sockets of `ws` give Buffers unless told otherwise.
      if (isBinary && !isClosing) seat.receive(new Uint8Array(data as Buffer))
    })
    socket.on('close', (code, reason) => {
      seats.delete(seat)
      seat.leave()
      inner.handleClose({ code, reason: reason.toString() })
    })
  }

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', (error) => log.debug({ error }, 'room socket'))
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

/** Hocuspocus with our hooks; each of them may throw only where Hocuspocus turns that into a refusal. */
function serveRooms(rooms: Map<string, Room>, seats: ReadonlySet<Seat>, log: Logger): Hocuspocus<Context> {
  const hocuspocus: Hocuspocus<Context> = new Hocuspocus<Context>({
    quiet: true,
    timeout: silence,
    maxPendingDocuments: 1,

    async onAuthenticate({ token, documentName, context, connectionConfig }) {
      const { seat } = context
      const obstacle = await whyNotSeated(token, documentName, context, seats).catch((error): Ending => {
        log.error({ error }, 'a pass cannot be checked')
        return 'room-moved'
      })
      if (obstacle) {
        // After the refusal has been sent: the browser then knows why its socket closes.
        setImmediate(() => seat.end(obstacle))
        throw new NotAdmitted()
      }
      connectionConfig.readOnly = !seat.mayEdit
    },

    async onLoadDocument({ document, documentName }) {
      try {
        rooms.set(
          documentName,
          await openRoom({
            doc: document,
            document: documentName,
            writerOf,
            onLost: () => forget(documentName, document),
            log,
          }),
        )
      } catch (error) {
        log.error({ error, document: documentName }, 'a room cannot be opened')
        throw new NotAdmitted()
      }
    },

    async connected({ connection, documentName, context }) {
      const room = rooms.get(documentName)
      // A document that was unloaded while this connection came would take edits that nobody writes down.
      const isLive = room?.doc === connection.document && !connection.document.isDestroyed
      if (!room || !isLive || room.journal.isLost) return context.seat.end('room-moved')
      context.seat.sitDown(room, connection)
      // What was decided while the pass was checked was told to nobody.
      await reviewSeat(context.seat).catch((error) => log.error({ error }, 'rights cannot be read'))
    },

    async onStateless({ connection, payload }) {
      seatOf(connection)?.hear(payload)
    },

    async afterHandleMessage({ connection, update }) {
      seatOf(connection)?.applied(update)
    },

    // Presence is shown by the seat; none may come by another way.
    async beforeHandleAwareness({ states }) {
      states.clear()
    },

    async beforeUnloadDocument({ document, documentName }) {
      const room = rooms.get(documentName)
      if (room?.doc !== document) throw new NotAdmitted()
      await room.journal.flush()
      await room.projection.settled()
    },

    async afterUnloadDocument({ documentName }) {
      const room = rooms.get(documentName)
      room?.projection.stop()
      if (room && !hocuspocus.documents.has(documentName)) rooms.delete(documentName)
    },
  })

  const forget = (documentName: string, document: Document) => {
    log.warn({ document: documentName }, 'another process has taken a room')
    if (rooms.get(documentName)?.doc === document) rooms.delete(documentName)
    if (hocuspocus.documents.get(documentName) === document) hocuspocus.documents.delete(documentName)
  }
  return hocuspocus
}

/** Says no to Hocuspocus, which logs any error that has a message. */
class NotAdmitted extends Error {
  readonly reason = 'not-admitted'
  constructor() {
    super('')
  }
}

/** Seats whoever shows a pass that holds, unless a cookie says it is somebody else; null when that is done. */
async function whyNotSeated(
  token: string,
  document: string,
  { seat, cookie }: Context,
  seats: ReadonlySet<Seat>,
): Promise<Ending | null> {
  const admitted = await checkPass(token, document)
  if (!admitted) return 'session-ended'
  const { member, sessionId, mayEdit } = admitted
  const cookieOwner = cookie ? await personOfCookie(cookie) : null
  if (cookieOwner && cookieOwner.id !== member.personId) return 'session-ended'
  const theirs = [...seats].filter(({ sits }) => sits?.memberId === member.id)
  if (theirs.length >= seatsPerMember) return 'too-many'
  seat.admit(member, sessionId, mayEdit)
  return null
}

function seatFor(socket: WebSocket, log: Logger): Seat {
  const seat = new Seat(socket, log)
  let isAlive = true
  const ping = setInterval(() => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    socket.ping()
  }, pingEvery)
  const token = setTimeout(() => {
    if (!seat.isTaken) socket.terminate()
  }, tokenWithin)
  socket.on('pong', () => {
    isAlive = true
  })
  socket.on('message', () => {
    isAlive = true
  })
  // Too large a frame and broken framing end here; `ws` closes the socket itself.
  socket.on('error', (error) => log.info({ error }, 'room socket'))
  socket.on('close', () => {
    clearInterval(ping)
    clearTimeout(token)
  })
  return seat
}

function seatOf(connection: Connection<Context>): Seat | null {
  return connection.context.seat ?? null
}

function writerOf(origin: unknown): Seat | null {
  const isBrowser = isTransactionOrigin(origin) && origin.source === 'connection'
  return isBrowser ? seatOf(origin.connection) : null
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
