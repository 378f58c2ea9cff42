import type { Logger } from 'pino'
import { WebSocket } from 'ws'
import { endings } from '../socket/endings'
import { endWhenSilent } from '../socket/keep-alive'

type Passing = {
  /** Where the process listens that holds the room. */
  address: string
  headers: Record<string, string>
  /** What the browser sent before the way was known. */
  early: Uint8Array[]
  log: Logger
}

/** Bytes that may wait towards one end before the other end is not read for a while. */
const mostWaiting = 1024 * 1024
const opensWithin = 3_000

/**
 * Passes a browser's socket on to another process, both ways and byte for byte, until either end closes; the other end
 * then hears the same reason. A process that cannot be reached reads as a room that has moved: the browser tries again.
 */
export function passOn(socket: WebSocket, { address, headers, early, log }: Passing): void {
  const link = new WebSocket(`${address.replace(/^http/, 'ws')}/collab`, {
    headers,
    handshakeTimeout: opensWithin,
    perMessageDeflate: false,
    followRedirects: false,
  })
  link.on('open', () => {
    // Nothing of ours goes in between: what the other process hears here is the browser's.
    endWhenSilent(link)
    for (const frame of early) link.send(frame)
    pour(socket, link)
    pour(link, socket)
    socket.resume()
    if (socket.readyState !== socket.OPEN) end(link, 1000)
  })
  link.on('error', (error) => log.info({ err: error, address }, 'a socket cannot be passed on'))
  link.on('close', (code, reason) => end(socket, maySay(code) ? code : endings['room-moved'], reason))
  socket.on('close', () => end(link, 1000))
}

function pour(from: WebSocket, to: WebSocket): void {
  from.on('message', (data, isBinary) => {
    if (to.readyState !== to.OPEN) return
    to.send(data as Buffer, { binary: isBinary }, () => {
      if (from.isPaused && to.bufferedAmount < mostWaiting) from.resume()
    })
    if (to.bufferedAmount >= mostWaiting) from.pause()
  })
}

function end(socket: WebSocket, code: number, reason?: Buffer): void {
  if (socket.readyState === socket.CLOSED) return
  socket.resume()
  socket.close(code, reason)
  // An end that does not answer the closing handshake is cut off.
  setTimeout(() => socket.terminate(), 2_000).unref()
}

/** Codes from 1005 to 1015 tell how a line broke and are never sent, but for 1007 to 1014. */
function maySay(code: number): boolean {
  return code === 1000 || (code >= 1007 && code <= 1014) || code >= 3000
}
