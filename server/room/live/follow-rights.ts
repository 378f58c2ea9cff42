import type { Logger } from 'pino'
import { listen } from '../../channel/listen'
import { admit } from '../admit'
import { documentOf } from '../doc/room-doc'
import type { Seat } from '../socket/seat'

const everyMinute = 60_000
const retryAfter = 1_000

/**
 * Lets what happens to sessions, members, articles and rows reach the people in rooms at once: ends or lowers their
 * connections, and tells them to look again. Sessions that run out are found within a minute. Returns how to stop.
 */
export async function followRights(seats: ReadonlySet<Seat>, log: Logger): Promise<() => Promise<void>> {
  const reviewUntilRead = (seat: Seat) => {
    reviewSeat(seat).catch((error) => {
      log.error({ err: error }, 'the rights of a connection cannot be read, will try again')
      setTimeout(() => seats.has(seat) && reviewUntilRead(seat), retryAfter).unref()
    })
  }
  const review = (isMeant: (seat: NonNullable<Seat['sits']>) => boolean) => {
    for (const seat of seats) if (seat.sits && isMeant(seat.sits)) reviewUntilRead(seat)
  }
  const all = () => review(() => true)
  const unlisten = await listen(
    {
      session_ended: ({ sessionId }) => review((sits) => sits.sessionId === sessionId),
      member_changed: ({ memberId }) => review((sits) => sits.memberId === memberId),
      // A desk that asks for a second factor from now on shuts out whoever has none.
      desk_changed: ({ deskId }) => review((sits) => sits.deskId === deskId),
      article_removed: ({ articleId }) => review((sits) => sits.document === documentOf(articleId)),
      rows_changed: ({ articleId }) => lookAgain(seats, documentOf(articleId)),
    },
    all,
  )
  const timer = setInterval(all, everyMinute)
  return async () => {
    clearInterval(timer)
    await unlisten()
  }
}

function lookAgain(seats: ReadonlySet<Seat>, document: string): void {
  for (const seat of seats) if (seat.sits?.document === document) seat.tell({ type: 'look-again' })
}

const reviews = new WeakMap<Seat, number>()

/** Reads again whether a member may be here; those who may not have their connection ended. */
export async function reviewSeat(seat: Seat): Promise<void> {
  if (!seat.sits) return
  const turn = (reviews.get(seat) ?? 0) + 1
  reviews.set(seat, turn)
  const admitted = await admit(seat.sits)
  // What was read before is not put in place of what was read later.
  if (reviews.get(seat) !== turn) return
  if (!admitted) seat.end('session-ended')
  else seat.admit(admitted.member, admitted.sessionId, admitted.mayEdit)
}
