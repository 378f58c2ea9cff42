import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import type { Member } from '../../member/member'
import { documentOf, type RoomDoc } from '../doc/room-doc'
import { Allowances } from '../guard/allowance'
import type { Lease } from '../lease/keep-lease'
import { keepPeople } from '../lease/keep-people'
import { readWay } from '../lease/read-owner'
import { HeldElsewhere } from '../lease/take-room'
import type { Seat } from '../socket/seat'
import { followDisk, noDisk, type WatchedDisk } from './follow-disk'
import { followRights } from './follow-rights'
import { openDoor } from './open-door'
import type { Room } from './open-room'
import { serveRooms } from './serve-rooms'
import { serveSocket } from './serve-socket'
import { Hand, writeInOpenRoom, writeInRoom } from './write-in-room'

/** Writes into rooms in members' names: what a rule does there. */
export type RuleHand = (
  articleId: string,
  member: Pick<Member, 'id'>,
  write: (doc: RoomDoc) => void,
) => Promise<boolean>

/** The rooms of this process, at the path `/collab` of whoever hands it sockets. */
export type Rooms = {
  handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /**
   * Writes into an article's room in a member's name, as a rule of the desk does; false when another process holds the
   * room, which is to write it then. On disk when it resolves.
   */
  writeByRule: RuleHand
  /** Confirms what was sent, lets go of every room and ends the connections. */
  close: () => Promise<void>
}

type Options = {
  publicOrigin: string
  trustedProxies: string[]
  clusterSecret: string | null
  /** This process's right to hold rooms; given back when they close. */
  lease: Lease
  /** Where the database is ours: the disk it writes to. */
  disk: WatchedDisk | null
  log: Logger
}

const [flushWithin, projectWithin, releaseWithin] = [4_000, 2_000, 1_000]

/** Opens the rooms; the database is open already. */
export async function openRooms({ lease, disk: watched, log, ...options }: Options): Promise<Rooms> {
  const seats = new Set<Seat>()
  const allowances = new Allowances(Date.now)
  const rooms = new Map<string, Room>()
  const membersIn = (document: string) =>
    [...(rooms.get(document)?.seats ?? [])].map(({ member }) => member.id)
  const people = keepPeople(lease.id, membersIn, log)
  const tellStored = () => {
    for (const room of rooms.values()) room.tellStored()
  }
  const disk = watched ? await followDisk(watched, tellStored, log) : noDisk
  const hocuspocus = serveRooms({
    ...{ rooms, seats, processId: lease.id, log },
    onEntered: people.changed,
    isDiskLow: disk.isLow,
  })
  const unfollow = await followRights(seats, log)
  lease.follow(() => [...rooms.values()].map(heldRoom))
  let isClosing = false

  const door = openDoor({
    ...options,
    log,
    isOpen: () => !isClosing && lease.isHeld(),
    wayTo: (document) => (rooms.get(document)?.journal.isLost === false ? 'here' : readWay(document, lease)),
    seat(line, { cookie, from }) {
      const onLeave = (seat: Seat) => {
        seats.delete(seat)
        if (seat.sits) people.changed(seat.sits.document)
      }
      const served = serveSocket(line, hocuspocus, {
        ...{ cookie, from, allowances, onLeave, log },
      })
      seats.add(served.seat)
      return served
    },
  })

  return {
    handleUpgrade: door.handleUpgrade,
    async writeByRule(articleId, member, write) {
      const room = rooms.get(documentOf(articleId))
      try {
        if (room && !room.journal.isLost) await writeInOpenRoom(room, new Hand(member, true), write)
        else await writeInRoom(articleId, member, write, true)
        return true
      } catch (error) {
        if (error instanceof HeldElsewhere) return false
        throw error
      }
    },
    async close() {
      isClosing = true
      disk.stop()
      await unfollow()
      await within(flushWithin, Promise.all([...rooms.values()].map(({ journal }) => journal.flush())))
      await within(
        projectWithin,
        Promise.all([...rooms.values()].map(({ projection }) => projection.settled())),
      )
      for (const { journal, projection } of rooms.values()) {
        projection.stop()
        journal.giveUp()
      }
      await within(releaseWithin, people.stop())
      // Before the browsers hear of it: where they come back to can then take the rooms at once.
      await within(
        releaseWithin,
        lease.release().catch((error) => log.warn({ err: error }, 'the rooms cannot be given back')),
      )
      for (const seat of seats) seat.end('room-moved')
      door.close()
    },
  }
}

function heldRoom({ document, journal }: Room) {
  return { document, fence: journal.fence, lose: () => journal.lose() }
}

/** Waits for the end of something, but not for ever. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, limit]).finally(() => clearTimeout(timer))
}
