import { endings } from '@/server/room/socket/endings'

/** Why the line to the room stays down until somebody acts. */
export type Stop =
  /** The session behind it ended. */
  | 'signed-out'
  /** The newsroom gives this member no pass any more. */
  | 'no-entry'
  /** The article was deleted, and can be brought back. */
  | 'deleted'
  /** The room refused what this window sent, and would refuse it again. */
  | 'not-taken'
  /** What waits here is more than a frame may hold. */
  | 'too-large'
  | 'too-fast'
  | 'too-many-windows'

const stops = new Map<number, Stop>([
  [endings['update-refused'], 'not-taken'],
  [endings['frame-too-large'], 'too-large'],
  [endings['too-fast'], 'too-fast'],
  [endings['too-many'], 'too-many-windows'],
])
const turnedAway: number[] = [endings['session-ended'], endings['not-admitted']]

/**
 * Why not to connect again by itself, as the code of a closed socket tells; null when to try again. A pass may run
 * out on its way, so whoever is turned away asks for a new one (which says why there is none) before giving up.
 */
export function stopFor(code: number, timesTurnedAway: number): Stop | null {
  if (turnedAway.includes(code)) return timesTurnedAway > 0 ? 'signed-out' : null
  return stops.get(code) ?? null
}

/** Whether a socket was closed because its pass did not hold. */
export function isTurnedAway(code: number): boolean {
  return turnedAway.includes(code)
}
