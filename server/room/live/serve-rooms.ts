import { type Document, Hocuspocus } from '@hocuspocus/server'
import type { Logger } from 'pino'
import { type Asked, inRequest } from '../../audit/follow-request'
import { personOfCookie } from '../../auth'
import { checkPass } from '../admit'
import { keepRefusedPass } from '../keep-refused-pass'
import { HeldElsewhere, releaseRoom } from '../lease/take-room'
import type { Ending } from '../socket/endings'
import { Seat } from '../socket/seat'
import { reviewSeat } from './follow-rights'
import { openRoom, type Room, type Writer } from './open-room'
import { Hand } from './write-in-room'

/** What travels with a socket through Hocuspocus. */
export type Context = { seat: Seat; cookie: string | undefined; asked: Asked }

type Serving = {
  rooms: Map<string, Room>
  seats: ReadonlySet<Seat>
  processId: string
  /** Somebody has sat down in a room. */
  onEntered: (document: string) => void
  isDiskLow: () => boolean
  log: Logger
}

/** Hocuspocus hears of a socket but once, by its pass; who is silent is cut off by `keepAlive`. In ms, the most there is. */
const silence = 2 ** 31 - 1
const seatsPerMember = 50

/**
 * Hocuspocus with our hooks; each of them may throw only where Hocuspocus turns that into a refusal. It opens and lets
 * go of rooms as people come and leave, and shows who is there; its own documents stay empty, the words are in ours.
 */
export function serveRooms({ rooms, seats, log, ...house }: Serving): Hocuspocus<Context> {
  const roomOf = new WeakMap<Document, Room>()
  const hocuspocus: Hocuspocus<Context> = new Hocuspocus<Context>({
    quiet: true,
    timeout: silence,
    maxPendingDocuments: 1,

    async onAuthenticate({ token, documentName, context, connectionConfig }) {
      const { seat } = context
      const obstacle = await whyNotSeated(token, documentName, context, seats).catch((error): Ending => {
        log.error({ err: error }, 'a pass cannot be checked')
        return 'room-moved'
      })
      if (obstacle) {
        if (obstacle === 'session-ended')
          await keepWhoShowed({ token, document: documentName, cookie: context.cookie }, context.asked)
        // After the refusal has been sent: the browser then knows why its socket closes.
        setImmediate(() => seat.end(obstacle))
        throw new NotAdmitted()
      }
      connectionConfig.readOnly = !seat.mayEdit
    },

    async onLoadDocument({ document, documentName, context }) {
      try {
        const room = await openRoom({
          document: documentName,
          processId: house.processId,
          writerOf,
          onLost: () => forget(documentName, document),
          isDiskLow: house.isDiskLow,
          log,
        })
        roomOf.set(document, room)
        rooms.set(documentName, room)
      } catch (error) {
        if (!(error instanceof HeldElsewhere))
          log.error({ err: error, document: documentName }, 'a room cannot be opened')
        document.destroy()
        setImmediate(() => context.seat.end('room-moved'))
        throw new NotAdmitted()
      }
    },

    async connected({ connection, documentName, context }) {
      const room = roomOf.get(connection.document)
      // A room that was let go of while this connection came would take edits that nobody writes down.
      const isLive = room === rooms.get(documentName) && !connection.document.isDestroyed
      if (!room || !isLive || room.journal.isLost) return context.seat.end('room-moved')
      context.seat.sitDown(room, connection)
      if (!room.isStored()) context.seat.tell({ type: 'storage', isWell: false })
      house.onEntered(documentName)
      // What was decided while the pass was checked was told to nobody.
      await reviewSeat(context.seat).catch((error) => log.error({ err: error }, 'rights cannot be read'))
    },

    // Presence is shown by the seat; none may come by another way.
    async beforeHandleAwareness({ states }) {
      states.clear()
    },

    async beforeUnloadDocument({ document, documentName }) {
      const room = rooms.get(documentName)
      if (!room || roomOf.get(document) !== room) throw new NotAdmitted()
      await room.journal.flush()
      await room.projection.settled()
      await room.snapshot.settled()
    },

    async afterUnloadDocument({ documentName }) {
      const room = rooms.get(documentName)
      room?.projection.stop()
      if (!room || hocuspocus.documents.has(documentName)) return
      rooms.delete(documentName)
      room.doc.destroy()
      const { fence } = room.journal
      releaseRoom({ document: documentName, fence }).catch((error) =>
        log.warn({ err: error, document: documentName }, 'a room cannot be given back'),
      )
    },
  })

  const keepWhoShowed = (shown: Parameters<typeof keepRefusedPass>[0], asked: Asked) =>
    inRequest(asked, () => keepRefusedPass(shown)).catch((error) =>
      log.error({ err: error }, 'a refused pass cannot be kept'),
    )

  const forget = (documentName: string, document: Document) => {
    log.warn({ document: documentName }, 'another process has taken a room')
    const room = roomOf.get(document)
    if (room && rooms.get(documentName) === room) rooms.delete(documentName)
    room?.doc.destroy()
    if (hocuspocus.documents.get(documentName) === document) hocuspocus.documents.delete(documentName)
    document.destroy()
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

/** Whoever sits behind an update: the seat that takes it, or the hand that writes it, is its origin. */
function writerOf(origin: unknown): Writer | null {
  return origin instanceof Seat || origin instanceof Hand ? origin : null
}
