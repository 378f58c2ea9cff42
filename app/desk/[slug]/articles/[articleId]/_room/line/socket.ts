import type { LineKeeper } from './line'
import { RoomSocket } from './room-socket'
import { isTurnedAway, stopFor } from './stop'

/**
 * How long, in ms, a window waits before it connects again, at random between the two: a thousand windows must not
 * come back in one moment after a restart. At those that nobody looks at there is no hurry.
 */
const waits = { seen: [200, 1_400], hidden: [1_000, 10_000] } as const

/** The socket, which connects again by itself until the server says that this is of no use. */
export function openSocket(line: LineKeeper): RoomSocket {
  let timesTurnedAway = 0
  line.store.subscribe(() => {
    if (line.store.get().connection === 'live') timesTurnedAway = 0
  })
  const socket: RoomSocket = new RoomSocket({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`,
    delay: 500,
    // A try refuses to begin where the wait is shorter than this.
    minDelay: waits.seen[0],
    messageReconnectTimeout: 120_000,
    // Heard before the socket thinks of connecting again.
    onClose: ({ event }) => {
      socket.configuration.delay = waitBefore(document.visibilityState === 'hidden', Math.random())
      const stopped = stopFor(event.code, timesTurnedAway)
      if (isTurnedAway(event.code)) timesTurnedAway += 1
      if (!stopped) return
      line.change({ stopped })
      socket.disconnect()
    },
  })
  return socket
}

/** The wait of one window before it connects again; `chance` is between 0 and 1. */
export function waitBefore(isHidden: boolean, chance: number): number {
  const [shortest, longest] = waits[isHidden ? 'hidden' : 'seen']
  // What retries takes whole numbers only.
  return Math.round(shortest + chance * (longest - shortest))
}
