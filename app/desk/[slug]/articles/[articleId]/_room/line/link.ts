import { HocuspocusProvider } from '@hocuspocus/provider'
import { type Device, openDevice, whenWritten } from '@/app/_device/device'
import type { KeptRoom } from '@/app/_device/names'
import { countUnsent, noteUnsent } from '@/app/_device/unsent'
import { documentOf, type RoomDoc } from '@/server/room/doc/room-doc'
import { type RoomNews, readNews } from '@/server/room/room-news'
import type { Store } from '../store'
import { fetchFirstWords, takeFirstWords } from './first-words'
import { keepLevel } from './level'
import { followLine, type Line, type LineKeeper } from './line'
import type { RoomSocket } from './room-socket'
import { followSaving, type Saving } from './saving'
import { watchSilence } from './silence'
import { openSocket } from './socket'
import type { Stop } from './stop'
import { watchWindow } from './watch-window'

export type Link = {
  provider: HocuspocusProvider
  line: Store<Line>
  saving: Store<Saving>
  /** Tries to connect at once. */
  reconnect: () => void
  /** Whether this device keeps a copy. */
  hasCopy: boolean
  /** Removes the copy on this device, with all that was not sent. */
  forget: () => Promise<void>
  leave: () => void
}

type LinkOptions = KeptRoom & {
  doc: RoomDoc
  /** A fresh pass for each connection. */
  askForPass: () => Promise<string>
  /** Why the newsroom gives no pass; null when it was not the newsroom that refused. */
  whyRefused: (error: unknown) => Stop | null
  /** The room was brought back from a backup and has another lineage: nothing of this document may go there. */
  onRestored: (lineage: string) => void
  /** The lineage the room has now, when that is why there is no pass. */
  restoredTo: (error: unknown) => string | null
  /** The server says that rows of this article changed. */
  lookAgain: () => void
}

/** How long the first connection may take before people are told, in ms. */
const firstPatience = 5000

/** Connects a document with the room and with the copy kept on this device. */
export async function linkRoom(options: LinkOptions, isLeft: () => boolean): Promise<Link | null> {
  const firstWords = fetchFirstWords(options.articleId)
  const device = await openDevice(options, options.doc)
  const isKept = device !== null && options.doc.store.clients.size > 0
  if (!isKept) takeFirstWords(options.doc, await firstWords)
  if (!isLeft()) return connect(options, device)
  void device?.destroy()
  return null
}

function connect(options: LinkOptions, device: Device | null): Link {
  const { doc } = options
  const saving = followSaving(doc, (origin) => origin === provider || origin === device, {
    send: (version) => level.ask(version),
    whenWritten: device ? () => whenWritten(device) : undefined,
  })
  const line = followLine(saving)
  const socket = openSocket(line)
  const provider = openProvider(options, socket, line, (payload) => hear(payload))
  const level = keepLevel(socket, provider)
  const hear = hearing(options, line, { ...saving, ...level })
  const unnote = noting(options, saving.store)
  if (device) saving.noteWaiting(countUnsent(options))
  const reconnect = () => {
    socket.giveUp()
    void socket.connect()
  }
  provider.attach()
  line.isDown(firstPatience)
  const unwatch = watchWindow(socket, line, reconnect)
  const stopListening = watchSilence(socket, provider, () => document.visibilityState === 'visible')
  return {
    provider,
    line: line.store,
    saving: saving.store,
    reconnect,
    hasCopy: device !== null,
    forget: async () => {
      unnote()
      noteUnsent(options, 0)
      await device?.clearData()
    },
    leave: () => {
      unwatch()
      stopListening()
      unnote()
      level.stop()
      line.leave()
      saving.stop()
      provider.destroy()
      socket.destroy()
      void device?.destroy()
    },
  }
}

/** Lets the rest of the site know what waits in the copy here, if there is one; returns how to stop. */
function noting(room: KeptRoom, saving: Store<Saving>): () => void {
  return saving.subscribe(() => {
    const { onDevice } = saving.get()
    if (onDevice !== null) noteUnsent(room, onDevice)
  })
}

function openProvider(
  options: LinkOptions,
  socket: RoomSocket,
  line: LineKeeper,
  hear: (payload: string) => void,
): HocuspocusProvider {
  const provider: HocuspocusProvider = new HocuspocusProvider({
    websocketProvider: socket,
    name: documentOf(options.articleId),
    document: options.doc,
    token: () => {
      const asking = socket.webSocket
      return whileStands(passFor(options, socket, line), () => socket.webSocket === asking)
    },
    onAuthenticated: ({ scope }) => {
      line.change({ mayEdit: scope === 'read-write' })
      // A presence is taken only with a higher number: without it, whoever comes back stays unseen for 15 s.
      provider.awareness?.setLocalState(provider.awareness.getLocalState())
    },
    onSynced: () => {
      line.isLive()
      // What was told while the line was down was told to nobody here.
      options.lookAgain()
    },
    // A pass that ran out on its way, or a call that failed while the server restarts.
    onAuthenticationFailed: () => {
      const failed = socket.webSocket
      setTimeout(() => socket.webSocket === failed && socket.giveUp(), 1000)
    },
    onStateless: ({ payload }) => hear(payload),
    // The server may close the document and leave the socket open.
    onClose: () => {
      line.isDown()
      socket.giveUp()
    },
  })
  return provider
}

/** A pass for the next connection; where the newsroom gives none, the line stays down. */
async function passFor(
  { askForPass, whyRefused, restoredTo, onRestored }: LinkOptions,
  socket: RoomSocket,
  line: LineKeeper,
): Promise<string> {
  try {
    const token = await askForPass()
    if (line.store.get().stopped) line.change({ stopped: null })
    return token
  } catch (error) {
    const lineage = restoredTo(error)
    const stopped = whyRefused(error)
    if (lineage || stopped) socket.disconnect()
    if (lineage) onRestored(lineage)
    else if (stopped) line.change({ stopped })
    throw error
  }
}

/** An answer as long as what it was asked for stands; afterwards it is nobody's, for the next connection asks itself. */
function whileStands<Answer>(answer: Promise<Answer>, stands: () => boolean): Promise<Answer> {
  return new Promise((resolve, reject) => {
    answer.then(
      (given) => stands() && resolve(given),
      (error) => stands() && reject(error),
    )
  })
}

function hearing(
  { lookAgain }: LinkOptions,
  line: LineKeeper,
  { isKept, told }: { isKept: (version: number) => void; told: ReturnType<typeof keepLevel>['told'] },
): (payload: string) => void {
  const acts: { [Type in RoomNews['type']]: (news: Extract<RoomNews, { type: Type }>) => void } = {
    kept: ({ version }) => isKept(version),
    told,
    'look-again': lookAgain,
    rights: ({ mayEdit }) => line.change({ mayEdit }),
    storage: ({ isWell }) => line.change({ isStored: isWell }),
  }
  return (payload) => {
    const news = readNews(payload)
    // The act of a type takes the news of that type.
    if (news) (acts[news.type] as (news: RoomNews) => void)(news)
  }
}
