/** An update of a room's life as the timeline needs it; times in ms since 1970. */
export type Lived = { at: number; memberId: string; claims: readonly string[] }

/** What one member did in one go: the updates up to and without `end`, counted from 0, and the claims they touched. */
export type Moment = { end: number; since: number; at: number; memberId: string; claims: readonly string[] }

/** How long (ms) an update may follow another and still belong to the same moment, and how long writing is recent. */
const [breath, recently] = [5_000, 60_000]

/** Whether an update is part of what its member is doing at these claims, without a pause. */
export function goesOn(moment: Moment, { at, memberId, claims }: Lived): boolean {
  return (
    moment.memberId === memberId &&
    at - moment.at <= breath &&
    claims.length === moment.claims.length &&
    claims.every((id) => moment.claims.includes(id))
  )
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
