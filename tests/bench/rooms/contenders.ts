import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Place } from '../crowd/person'
import type { Dialect } from '../crowd/wire'
import type { Newsroom } from '../newsroom'
import type { Venue } from './venue'

/** A server that a crowd is sent to. */
export type Contender = {
  name: 'proofroom' | 'hocuspocus' | 'hocuspocus-database' | 'y-websocket'
  pid: number
  /** Where its built-in Postgres lives; null where it has none. */
  dataDir: string | null
  isOurs: boolean
  /** Places for so many people, spread evenly over so many rooms; each time rooms that nobody was in. */
  places: (people: number, rooms?: number) => Promise<Place[]>
  stop: () => void
}

/** Our server and its peers, all running, each in a process of its own. */
export async function openContenders(newsroom: Newsroom, venue: Venue): Promise<Contender[]> {
  const peers = await Promise.all([
    openPeer('hocuspocus', 'hocuspocus', []),
    openPeer('hocuspocus-database', 'hocuspocus', [newsroom.databaseUrl]),
    openPeer('y-websocket', 'y-websocket', []),
  ])
  return [
    {
      name: 'proofroom',
      pid: newsroom.server.pid(),
      dataDir: newsroom.server.isBuiltIn ? newsroom.server.dataDir : null,
      isOurs: true,
      places: venue.places,
      stop: () => undefined,
    },
    ...peers,
  ]
}

async function openPeer(name: Exclude<Contender['name'], 'proofroom'>, dialect: Dialect, args: string[]) {
  const child = spawn(process.execPath, [`.build/peer-${name}.mjs`, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = `ws://127.0.0.1:${await portOf(child)}`
  let rooms = 0
  const places = async (people: number, inRooms = 1) => {
    rooms += inRooms
    return Array.from({ length: people }, (_, n): Place => {
      const document = `article:${rooms - (n % inRooms)}`
      return { url, dialect, document, token: 'anybody', hash: 'a revision', text: 'words '.repeat(20) }
    })
  }
  const peer: Contender = {
    name,
    pid: child.pid ?? 0,
    dataDir: null,
    isOurs: false,
    places,
    stop: () => child.kill('SIGKILL'),
  }
  return peer
}

/** The port that a peer says it listens on. */
export async function portOf(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('a peer has no standard output')
  const [line] = await once(child.stdout, 'data')
  return JSON.parse(String(line)).port
}
