import type { LineKeeper } from './line'
import type { RoomSocket } from './room-socket'

/** Follows what the browser says of the network; returns how to stop. */
export function watchWindow(socket: RoomSocket, line: LineKeeper, reconnect: () => void): () => void {
  const wentOffline = () => {
    line.isOffline()
    socket.giveUp()
  }
  // Who signed in again in another window, or brought the article back there, comes back to this one.
  const cameBack = () => {
    const { stopped } = line.store.get()
    if (stopped === 'signed-out' || stopped === 'no-entry' || stopped === 'deleted') reconnect()
  }
  // Whoever looks again does not wait for the clock of a hidden window.
  const isSeen = () => {
    if (document.visibilityState === 'visible' && socket.webSocket === null && socket.shouldConnect)
      reconnect()
  }
  window.addEventListener('offline', wentOffline)
  window.addEventListener('online', reconnect)
  window.addEventListener('focus', cameBack)
  document.addEventListener('visibilitychange', isSeen)
  return () => {
    window.removeEventListener('offline', wentOffline)
    window.removeEventListener('online', reconnect)
    window.removeEventListener('focus', cameBack)
    document.removeEventListener('visibilitychange', isSeen)
  }
}
