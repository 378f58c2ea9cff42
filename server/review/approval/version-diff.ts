import type { FrozenClaim, FrozenSource } from '../submission'

/** What differs between the sources of two versions: the newer ones in their order, then those that were removed. */
export function diffSources(before: FrozenSource[], after: FrozenSource[]): SourceChange[] {
  const kept = after.map((source, index): SourceChange => {
    const earlier = before.find(({ id }) => id === source.id)
    if (!earlier) return { change: 'added', number: index + 1, source, earlier: null }
    const isSame = JSON.stringify(sorted(earlier)) === JSON.stringify(sorted(source))
    return { change: isSame ? 'same' : 'changed', number: index + 1, source, earlier }
  })
  const removed = before.flatMap((source, index): SourceChange[] =>
    after.some(({ id }) => id === source.id)
      ? []
      : [{ change: 'removed', number: index + 1, source, earlier: source }],
  )
  return [...kept, ...removed]
}
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
