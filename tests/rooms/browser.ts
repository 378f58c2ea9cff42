import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { HocuspocusProvider } from '@hocuspocus/provider'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { keepLevel } from '../../app/desk/[slug]/articles/[articleId]/_room/line/level'
import { RoomSocket } from '../../app/desk/[slug]/articles/[articleId]/_room/line/room-socket'
import type { Member } from '../../server/member/member'
import { makePass } from '../../server/room/admit'
import { keepLease, type Lease } from '../../server/room/lease/keep-lease'
import type { WatchedDisk } from '../../server/room/live/follow-disk'
import { openRooms, type Rooms } from '../../server/room/live/host'
import { readNews } from '../../server/room/room-news'
import { startSession } from '../../server/session/sign-in'

export type RoomServer = {
  url: string
  rooms: Rooms
  /** The process it stands for, as the others know it. */
  lease: Lease
  stop: () => Promise<void>
  kill: () => Promise<void>
}

const patience = 40_000
const askAgainAfter = 3_000
const running = new Set<() => Promise<void>>()

afterAll(async () => {
  for (const end of [...running]) await end()
})

type Serving = { holdsRooms?: boolean; disk?: WatchedDisk | null }

/**
 * The room server on a port of its own, one of several where a test opens more. `kill` is what a kill -9 leaves: no
 * word to anybody, nothing flushed.
 */
export async function aRoomServer({ holdsRooms = true, disk = null }: Serving = {}): Promise<RoomServer> {
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' })
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address with that port.
  const { port } = server.address() as AddressInfo
  const lease = await keepLease({ address: `http://127.0.0.1:${port}`, holdsRooms, likeness: '' }, log)
  const rooms = await openRooms({
    publicOrigin: 'https://desk.example',
    trustedProxies: [],
    clusterSecret: 'known to all room servers of these tests',
    lease,
    disk,
    log,
  })
  const sockets = new Set<Duplex>()
  let isCut = false
  server.on('connection', (socket) => {
    // The system may have taken somebody in just before.
    if (isCut) socket.destroy()
    else sockets.add(socket)
  })
  server.on('upgrade', rooms.handleUpgrade)
  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  const stop = async () => {
    running.delete(stop)
    await rooms.close()
    cut()
  }
  running.add(stop)
  const kill = async () => {
    await lease.stop()
    cut()
  }
  return { url: `ws://127.0.0.1:${port}/collab`, rooms, lease, stop, kill }
}

/** A signed-in device. */
export async function signedIn(member: Member): Promise<{ member: Member; sessionId: string }> {
  return { member, sessionId: await startSession(member.personId) }
}

export type Device = Awaited<ReturnType<typeof signedIn>>

/** What a browser in a room has, with everything it was told. */
export type Browser = {
  doc: Y.Doc
  provider: HocuspocusProvider
  socket: RoomSocket
  news: { type: string; [part: string]: unknown }[]
  closed: { code: number; reason: string }[]
  /** Asks whether all up to here is kept, under a number of one's own. */
  ask: (version: number) => void
  /** Asks whether all that was written so far is kept, and waits for the answer. */
  kept: () => Promise<void>
  leave: () => void
}

type Place = { server: Pick<RoomServer, 'url'>; articleId: string; doc?: Y.Doc; headers?: object }
/** Whose browser it is: a device that is given passes here, or whoever brings their own. */
type Entering = Place & ({ device: Device } | { askForPass: () => Promise<string> })

/** Enters a room as the workspace does; resolves when the document has come. */
export async function enter(entering: Entering): Promise<Browser> {
  const browser = open(entering)
  await until(() => browser.provider.isSynced, 'the room to open')
  return browser
}

/** Opens a connection and waits for nothing. */
export function open({ server, articleId, doc = new Y.Doc(), headers, ...who }: Entering): Browser {
  const askForPass =
    'device' in who ? async () => (await makePass({ ...who.device, articleId })).token : who.askForPass
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { ...headers } })
      // A socket that is given up while it connects says so as an error that nobody else hears.
      this.on('error', () => {})
    }
  }
  const news: Browser['news'] = []
  const closed: Browser['closed'] = []
  const socket = new RoomSocket({
    url: server.url,
    WebSocketPolyfill: Socket,
    messageReconnectTimeout: 90_000,
    delay: 200,
    minDelay: 200,
    maxDelay: 500,
    onClose: ({ event }) => closed.push({ code: event.code, reason: event.reason }),
  })
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: `article:${articleId}`,
    document: doc,
    token: askForPass,
    onAuthenticated: () => provider.awareness?.setLocalState(provider.awareness.getLocalState()),
    onStateless: ({ payload }) => {
      const heard = readNews(payload)
      if (heard?.type === 'told') level.told(heard)
      else news.push(JSON.parse(payload))
    },
  })
  const level = keepLevel(socket, provider)
  provider.attach()
  let version = 0
  const leave = () => {
    running.delete(end)
    level.stop()
    provider.destroy()
    socket.destroy()
  }
  const end = async () => leave()
  running.add(end)
  return {
    doc,
    provider,
    socket,
    news,
    closed,
    leave,
    ask: level.ask,
    async kept() {
      version += 1
      const asked = version
      const ask = () => level.ask(asked)
      ask()
      // As the workspace does: a question is lost with its line, which the provider may give up for another.
      const again = setInterval(ask, askAgainAfter)
      const isKept = () => news.some((told) => told.type === 'kept' && Number(told.version) >= asked)
      await until(isKept, 'the receipt').finally(() => clearInterval(again))
    },
  }
}

/** Waits until something is so; says what did not come about when it is not so in good time (ms). */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  goodTime = patience,
): Promise<void> {
  const end = Date.now() + goodTime
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
