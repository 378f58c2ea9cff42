import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { IndexeddbPersistence } from 'y-indexeddb'
import { documentOf, type RoomDoc } from '@/server/room/room-doc'
import { followSaving, type Saving } from './saving'
import { type Store, storeOf } from './store'

/** How the room's line to the server stands. */
export type Line = {
  connection: 'connecting' | 'live' | 'offline'
  /** What the server lets this window do; null until it has said so. */
  mayEdit: boolean | null
  /** Why the newsroom gives no pass; the line stays down until somebody acts. */
  refusal: 'signed-out' | 'other' | null
}

export type Link = {
  provider: HocuspocusProvider
  line: Store<Line>
  saving: Store<Saving>
  /** Tries to connect at once. */
  reconnect: () => void
  leave: () => void
}

type LinkOptions = {
  doc: RoomDoc
  articleId: string
  memberId: string
  /** A fresh pass for each connection. */
  askForPass: () => Promise<string>
  whyRefused: (error: unknown) => Line['refusal']
  /** The server says that rows of this article changed. */
  lookAgain: () => void
}

/** How long the line may be down before people are told, in ms: a restart takes about a second. */
const patience = 2000
/** How long the device's own copy may take to load, in ms; without it the room opens all the same. */
const deviceTime = 4000

/** Connects a document with the room and with the copy kept on this device. */
export async function linkRoom(options: LinkOptions, isLeft: () => boolean): Promise<Link | null> {
  const { doc, articleId, memberId } = options
  const device = await openDevice(`proofroom:${memberId}:${documentOf(articleId)}`, doc)
  if (isLeft()) {
    void device?.destroy()
    return null
  }
  return connect(options, device)
}

/** The copy on this device, loaded before connecting, so that only the difference is sent. */
async function openDevice(name: string, doc: RoomDoc): Promise<IndexeddbPersistence | null> {
  if (typeof indexedDB === 'undefined') return null
  const device = new IndexeddbPersistence(name, doc)
  const tooLong = new Promise<null>((resolve) => setTimeout(() => resolve(null), deviceTime))
  // A browser that forbids storage (private windows) rejects here: the room works without.
  const isReady = await Promise.race([
    device.whenSynced,
    tooLong,
    device._db.then(() => device.whenSynced),
  ]).catch(() => null)
  if (!isReady) void device.destroy().catch(() => null)
  return isReady ? device : null
}

function connect(options: LinkOptions, device: IndexeddbPersistence | null): Link {
  const { doc } = options
  const line = storeOf<Line>({ connection: 'connecting', mayEdit: null, refusal: null })
  const change = (part: Partial<Line>) => line.set({ ...line.get(), ...part })

  const socket = new HocuspocusProviderWebsocket({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`,
    delay: 500,
    minDelay: 300,
    factor: 1.5,
    maxDelay: 5000,
    messageReconnectTimeout: 120_000,
  })
  const drop = () => socket.webSocket?.close()
  const askForPass = async () => {
    try {
      const token = await options.askForPass()
      if (line.get().refusal) change({ refusal: null })
      return token
    } catch (error) {
      const refusal = options.whyRefused(error)
      change({ refusal })
      if (refusal) socket.disconnect()
      throw error
    }
  }
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: documentOf(options.articleId),
    document: doc,
    token: askForPass,
    forceSyncInterval: 3000,
    onAuthenticated: ({ scope }) => {
      change({ mayEdit: scope === 'read-write' })
      // A presence is taken only with a higher number: without it, whoever comes back stays unseen for 15 s.
      provider.awareness?.setLocalState(provider.awareness.getLocalState())
    },
    onSynced: () => isLive(),
    // A pass that ran out on its way, or a call that failed while the server restarts.
    onAuthenticationFailed: () => setTimeout(drop, 1000),
    onStateless: ({ payload }) => heard(payload),
    // The server may close the document and leave the socket open.
    onClose: () => {
      isDown()
      drop()
    },
  })
  const saving = followSaving(doc, (origin) => origin === provider || origin === device, {
    send: (version) => provider.sendStateless(JSON.stringify({ type: 'version', version })),
  })
  if (device && doc.store.clients.size) saving.noteUnknown()

  let whenDown: ReturnType<typeof setTimeout> | undefined
  const isLive = () => {
    clearTimeout(whenDown)
    whenDown = undefined
    change({ connection: 'live' })
    saving.isLive()
  }
  const isDown = (wait = patience) => {
    saving.isDown()
    if (line.get().connection === 'live') change({ connection: 'connecting' })
    whenDown ??= setTimeout(() => {
      change({ connection: 'offline' })
      saving.isOffline()
    }, wait)
  }
  const heard = (payload: string) => {
    const message = readMessage(payload)
    if (message?.type === 'kept' && typeof message.version === 'number') saving.isKept(message.version)
    if (message?.type === 'look-again') options.lookAgain()
    if (message?.type === 'rights') change({ mayEdit: message.mayEdit === true })
  }
  const wentOffline = () => {
    clearTimeout(whenDown)
    whenDown = undefined
    isDown(0)
    drop()
  }
  const reconnect = () => {
    drop()
    void socket.connect()
  }
  // Who signed in again in another window comes back to this one.
  const cameBack = () => {
    if (line.get().refusal) reconnect()
  }
  provider.attach()
  isDown(5000)
  window.addEventListener('offline', wentOffline)
  window.addEventListener('online', reconnect)
  window.addEventListener('focus', cameBack)
  return {
    provider,
    line,
    saving: saving.store,
    reconnect,
    leave: () => {
      window.removeEventListener('offline', wentOffline)
      window.removeEventListener('online', reconnect)
      window.removeEventListener('focus', cameBack)
      clearTimeout(whenDown)
      saving.stop()
      provider.destroy()
      socket.destroy()
      void device?.destroy()
    },
  }
}

/** The server sends JSON, and "look-again" also as a bare word. */
function readMessage(payload: string): { type?: unknown; version?: unknown; mayEdit?: unknown } | null {
  if (payload === 'look-again') return { type: payload }
  try {
    const message: unknown = JSON.parse(payload)
    return typeof message === 'object' ? message : null
  } catch {
    return null
  }
}
