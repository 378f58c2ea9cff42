import type { PresentMember } from './socket/presence'

type Presence = { peopleIn: (articleId: string) => PresentMember[] }

// The rooms run in the server process, Next's bundle only finds them here: both hold a copy of this module.
const place = Symbol.for('proofroom.rooms')

/** Who is in an article's room at this moment, each member once. */
export function peopleIn(articleId: string): PresentMember[] {
  const presence: Presence | undefined = Reflect.get(globalThis, place)
  return presence?.peopleIn(articleId) ?? []
}

/** Lets `peopleIn` answer; null when the rooms close. */
export function announcePresence(presence: Presence | null): void {
  if (presence) Reflect.set(globalThis, place, presence)
  else Reflect.deleteProperty(globalThis, place)
}
