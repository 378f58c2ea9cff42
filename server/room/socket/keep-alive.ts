import type { WebSocket } from 'ws'

const pingEvery = 4_000
/** Silent rounds until a connection counts as dead; more than one, as a busy server hears late. */
const rounds = 2
const entersWithin = 15_000

/** Ends a socket whose other end is gone, and one that has not entered a room in time. */
export function keepAlive(socket: WebSocket, hasEntered: () => boolean): void {
  let silent = 0
  const heard = () => {
    silent = 0
  }
  const ping = setInterval(() => {
    silent += 1
    if (silent > rounds) socket.terminate()
    else socket.ping()
  }, pingEvery)
  const enters = setTimeout(() => {
    if (!hasEntered()) socket.terminate()
  }, entersWithin)
  socket.on('pong', heard)
  socket.on('message', heard)
  socket.on('close', () => {
    clearInterval(ping)
    clearTimeout(enters)
  })
}
