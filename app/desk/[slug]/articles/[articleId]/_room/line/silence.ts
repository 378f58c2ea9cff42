import type { HocuspocusProvider } from '@hocuspocus/provider'
import type { RoomSocket } from './room-socket'

/**
 * A line on which nothing was heard for so long, in ms, is dead: the server says something every four seconds. While
 * a room comes in over a slow line, nothing else is heard until all of it is there.
 */
const longest = { live: 8_000, opening: 60_000 }
const lookEvery = 1_000
/** A look that comes so late, in ms, means that the window or the machine slept: silence is measured anew. */
const overslept = 4_000
/** Whoever is not heard of for 30 s is taken for gone: a presence is told anew after half of that, in ms. */
const presenceLasts = 15_000

/**
 * Gives up a line that died without a word, so that a new one is made; returns how to stop. A hidden window is left
 * in peace, as browsers let its clocks run once a minute: what it hears meanwhile keeps its presence from fading.
 */
export function watchSilence(
  socket: RoomSocket,
  provider: HocuspocusProvider,
  isSeen: () => boolean,
): () => void {
  let [heardAt, lookedAt] = [Date.now(), Date.now()]
  const heard = () => {
    heardAt = Date.now()
    renewPresence(provider)
  }
  const look = () => {
    const now = Date.now()
    const slept = now - lookedAt > overslept
    lookedAt = now
    if (slept || !isSeen() || socket.webSocket === null) heardAt = now
    else if (now - heardAt > longest[provider.isSynced ? 'live' : 'opening']) {
      heardAt = now
      socket.giveUp()
    }
  }
  const clock = setInterval(look, lookEvery)
  for (const sign of signs) socket.on(sign, heard)
  return () => {
    clearInterval(clock)
    for (const sign of signs) socket.off(sign, heard)
  }
}

/** A message, and each step of a line that is being made. */
const signs = ['message', 'status'] as const

function renewPresence({ awareness, document }: HocuspocusProvider): void {
  const told = awareness?.meta.get(document.clientID)?.lastUpdated
  if (told === undefined || Date.now() - told < presenceLasts) return
  awareness?.setLocalState(awareness.getLocalState())
}
