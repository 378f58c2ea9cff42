/** An update of a room's life as the timeline needs it; times in ms since 1970. */
export type Lived = { at: number; memberId: string; claims: readonly string[] }

/** What one member did in one go: the updates up to and without `end`, counted from 0, and the claims they touched. */
export type Moment = { end: number; since: number; at: number; memberId: string; claims: string[] }

/** How long (ms) an update may follow another and still belong to the same moment. */
const breath = 5_000

/** The updates of a room as steps that a person can follow: what one member did at one claim without a pause. */
export function momentsOf(updates: readonly Lived[]): Moment[] {
  const moments: Moment[] = []
  for (const [index, { at, memberId, claims }] of updates.entries()) {
    const last = moments.at(-1)
    const goesOn =
      last?.memberId === memberId &&
      at - last.at <= breath &&
      claims.length === last.claims.length &&
      claims.every((id) => last.claims.includes(id))
    if (goesOn && last) {
      last.end = index + 1
      last.at = at
    } else moments.push({ end: index + 1, since: at, at, memberId, claims: [...claims] })
  }
  return moments
}

/** Who was writing around a moment: its member first, then those who wrote within the last minute before it. */
export function writersAround(moments: readonly Moment[], index: number): string[] {
  const now = moments[index]
  if (!now) return []
  const writers = new Set<string>()
  for (let at = index; at >= 0; at--) {
    const moment = moments[at]
    if (!moment || now.at - moment.at > recently) break
    writers.add(moment.memberId)
  }
  return [...writers]
}
const recently = 60_000
