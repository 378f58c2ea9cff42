import { randomUUID } from 'node:crypto'
import type { Hocuspocus } from '@hocuspocus/server'
import type { Logger } from 'pino'
import { inRequest } from '../../audit/follow-request'
import type { Allowances } from '../guard/allowance'
import { keepRefusedEdit } from '../keep-refused-edit'
import type { Line } from '../socket/gate'
import { Seat } from '../socket/seat'
import type { Context } from './serve-rooms'

type Arrival = {
  cookie: string | undefined
  /** The network address that the browser came from. */
  from: string
  allowances: Allowances
  log: Logger
  onLeave: (seat: Seat) => void
}

/** Bytes that may come before a pass has been found good: a pass and a question are far smaller. */
const mostEarly = 64 * 1024

/** Gives a browser's socket a seat in a room of this process; `take` is for every frame it sends. */
export function serveSocket(
  line: Line,
  hocuspocus: Hocuspocus<Context>,
  { cookie, from, allowances, log: shared, onLeave }: Arrival,
): { seat: Seat; take: (frame: Uint8Array) => void } {
  const asked = { id: randomUUID(), address: from }
  const log = shared.child({ from, request: asked.id })
  const seat = new Seat(line, allowances, log, (member) => {
    inRequest(asked, () => keepRefusedEdit(member)).catch((error) =>
      log.error({ err: error }, 'a refused edit cannot be kept'),
    )
  })
  const inner = hocuspocus.handleConnection(seat.gate, new Request('http://rooms/collab'), {
    ...{ seat, cookie, asked },
  })
  seat.receiveWith(inner)
  let early = 0
  line.socket.on('close', (code, reason) => {
    seat.leave()
    onLeave(seat)
    inner.handleClose({ code, reason: reason.toString() })
  })
  return {
    seat,
    take(frame) {
      if (!seat.sits) early += frame.length
      if (early > mostEarly && !seat.sits) seat.end('room-moved', 'too-early')
      else seat.receive(frame)
    },
  }
}
