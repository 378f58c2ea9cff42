import { HocuspocusProvider } from '@hocuspocus/provider'
import { keepLevel } from '../../app/desk/[slug]/articles/[articleId]/_room/line/level'
import { RoomSocket } from '../../app/desk/[slug]/articles/[articleId]/_room/line/room-socket'
import { followSaving } from '../../app/desk/[slug]/articles/[articleId]/_room/line/saving'
import { documentOf, openDoc, type RoomDoc } from '../../server/room/doc/room-doc'
import { undoFor } from '../../server/room/doc/undo'
import { readNews } from '../../server/room/room-news'
import { Line } from './line'

/** Somebody in the room, with the pieces that the workspace has, on a line that can go wrong. */
export type Person = {
  name: string
  doc: RoomDoc
  line: Line
  origin: object
  undo: ReturnType<typeof undoFor>
  /** How many of their acts the room has said it keeps. */
  kept: () => number
  /** How many acts they have done; each is counted when it is done. */
  acts: { done: number }
  /** All is sent and confirmed. */
  isSettled: () => boolean
  /** The network is back: what the browser's own event does. */
  comeBack: () => void
  leave: () => void
}

type Arriving = { name: string; url: () => string; articleId: string; askForPass: () => Promise<string> }

export function arrive({ name, url, articleId, askForPass }: Arriving): Person {
  const doc = openDoc()
  const line = new Line(url)
  const acts = { done: 0 }
  const doneAt = new Map<number, number>()
  let kept = 0
  const socket = new RoomSocket({
    ...{ url: 'ws://over-the-line', WebSocketPolyfill: line.socketClass() },
    // As the workspace has them.
    ...{ delay: 500, minDelay: 300, messageReconnectTimeout: 120_000 },
  })
  const saving = followSaving(doc, (origin) => origin === provider, {
    send: (version) => {
      doneAt.set(version, acts.done)
      level.ask(version)
    },
  })
  const provider: HocuspocusProvider = new HocuspocusProvider({
    ...{ websocketProvider: socket, name: documentOf(articleId), document: doc, token: askForPass },
    onSynced: () => saving.isLive(),
    onAuthenticationFailed: () => setTimeout(() => socket.webSocket?.close(), 1_000),
    onStateless: ({ payload }) => {
      const news = readNews(payload)
      if (news?.type === 'told') level.told(news)
      if (news?.type !== 'kept') return
      kept = Math.max(kept, doneAt.get(news.version) ?? 0)
      saving.isKept(news.version)
    },
    onClose: () => {
      saving.isDown()
      socket.webSocket?.close()
    },
  })
  const level = keepLevel(socket, provider)
  provider.attach()
  const origin = { by: name }
  return {
    ...{ name, doc, line, origin, acts, undo: undoFor(doc, origin) },
    kept: () => kept,
    isSettled: () => saving.store.get().waiting === 0 && socket.status === 'connected',
    comeBack: () => {
      if (socket.status !== 'connected') void socket.connect()
    },
    leave: () => {
      saving.stop()
      level.stop()
      provider.destroy()
      socket.destroy()
    },
  }
}
