import type { HocuspocusProvider } from '@hocuspocus/provider'
import { ownClock } from '@/server/room/doc/room-doc'
import type { RoomNews, RoomQuestion } from '@/server/room/room-news'
import type { RoomSocket } from './room-socket'

/** How often a window asks for the room while nothing of it has come, in ms. */
const askEvery = 3_000

/** Keeps a window and its room level: what was lost on its way is asked for, by whichever end misses it. */
export function keepLevel(socket: RoomSocket, provider: HocuspocusProvider) {
  const clock = setInterval(() => {
    if (provider.isAuthenticated && !provider.isSynced) provider.forceSync()
  }, askEvery)
  return {
    /** Asks whether all that was sent before is on disk; the room misses what did not come. */
    ask: (version: number) => {
      const own = ownClock(provider.document)
      const question: RoomQuestion = { type: 'version', version, sent: socket.sent, ...own }
      provider.sendStateless(JSON.stringify(question))
    },
    /** The room says how much it has sent. */
    told: (news: Extract<RoomNews, { type: 'told' }>) => {
      if (socket.lacks(news)) provider.forceSync()
    },
    stop: () => clearInterval(clock),
  }
}
