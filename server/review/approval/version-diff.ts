import { asTermsAllow } from '../../source/unlinked'
import type { FrozenClaim, FrozenSource } from '../submission'

/** What differs between the sources of two versions: the newer ones in their order, then those that were removed. */
export function diffSources(before: FrozenSource[], after: FrozenSource[]): SourceChange[] {
  const kept = after.map((source, index): SourceChange => {
    const earlier = before.find(({ id }) => id === source.id)
    if (!earlier) return { change: 'added', number: index + 1, source, earlier: null }
    // The earlier one is what readers have: of the newer one counts what they will have.
    return {
      change: isAlike(earlier, asTermsAllow(source)) ? 'same' : 'changed',
      number: index + 1,
      source,
      earlier,
    }
  })
  const removed = before.flatMap((source, index): SourceChange[] =>
    after.some(({ id }) => id === source.id)
      ? []
      : [{ change: 'removed', number: index + 1, source, earlier: source }],
  )
  return [...kept, ...removed]
}

/** What differs between two lists of searches or of requests for a reply, in the same order. */
export function diffListed<Thing extends { id: string }>(
  before: Thing[],
  after: Thing[],
): ListedChange<Thing>[] {
  const kept = after.map((thing): ListedChange<Thing> => {
    const earlier = before.find(({ id }) => id === thing.id) ?? null
    const change = earlier ? (isAlike(earlier, thing) ? 'same' : 'changed') : 'added'
    return { change, thing, earlier }
  })
  const removed = before
    .filter(({ id }) => !after.some((thing) => thing.id === id))
    .map((thing): ListedChange<Thing> => ({ change: 'removed', thing, earlier: thing }))
  return [...kept, ...removed]
}
export type ListedChange<Thing> = { change: SourceChange['change']; thing: Thing; earlier: Thing | null }

const isAlike = (one: unknown, other: unknown) =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

export type SourceChange = {
  change: 'same' | 'added' | 'changed' | 'removed'
  number: number
  source: FrozenSource
  earlier: FrozenSource | null
}

/** Whether two versions differ in a part; what an unchanged part shows is shorter. */
export function isSamePart(before: FrozenClaim, after: FrozenClaim, part: keyof FrozenClaim): boolean {
  return JSON.stringify(sorted(before[part])) === JSON.stringify(sorted(after[part]))
}

/** Rows come back from JSON columns with their keys in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
