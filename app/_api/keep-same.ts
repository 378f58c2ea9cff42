/**
 * An answer with every part that did not change taken from the one before, so that what shows it is not made again.
 * React Query does the same by itself, but takes two dates of one moment for different.
 */
export function keepSame(before: unknown, now: unknown): unknown {
  if (before === now) return before
  if (before instanceof Date && now instanceof Date) return +before === +now ? before : now
  if (Array.isArray(before) && Array.isArray(now)) {
    const kept = now.map((one, n) => keepSame(before[n], one))
    return kept.length === before.length && kept.every((one, n) => one === before[n]) ? before : kept
  }
  if (!isPlain(before) || !isPlain(now)) return now
  const kept = Object.fromEntries(Object.entries(now).map(([key, one]) => [key, keepSame(before[key], one)]))
  const names = Object.keys(kept)
  const isSame =
    names.length === Object.keys(before).length && names.every((name) => kept[name] === before[name])
  return isSame ? before : kept
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
