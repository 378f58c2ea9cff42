import type { WebSocket } from 'ws'
import { kinds } from './frame'

const pingEvery = 4_000
/** Silent rounds until a connection counts as dead; more than one, as a busy server hears late. */
const rounds = 2
// A browser asks for its pass when the line is open already, on a slow line, too.
const [admittedWithin, entersWithin] = [10_000, 15_000]

type Progress = { isAdmitted: () => boolean; hasEntered: () => boolean }

/** Browsers hear this and not the socket's own ping: a line on which it does not come is dead. */
const heartbeat = Uint8Array.of(kinds.ping)

/** Ends a browser's socket whose other end is gone, and one that has not shown a pass or entered a room in time. */
export function keepAlive(socket: WebSocket, { isAdmitted, hasEntered }: Progress): void {
  endWhenSilent(socket, () => socket.send(heartbeat))
  const deadlines = [
    setTimeout(() => isAdmitted() || socket.terminate(), admittedWithin),
    setTimeout(() => hasEntered() || socket.terminate(), entersWithin),
  ]
  socket.on('close', () => {
    for (const deadline of deadlines) clearTimeout(deadline)
  })
}

/** Ends a socket whose other end is gone; `onRound` comes with each question whether it is there. */
export function endWhenSilent(socket: WebSocket, onRound = () => {}): void {
  let silent = 0
  const heard = () => {
    silent = 0
  }
  const ping = setInterval(() => {
    silent += 1
    if (silent > rounds) socket.terminate()
    else {
      socket.ping()
      onRound()
    }
  }, pingEvery)
  socket.on('pong', heard)
  socket.on('message', heard)
  socket.on('close', () => clearInterval(ping))
}
