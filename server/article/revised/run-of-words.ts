/** The number of the first of the words that stand in a row as wanted, from a place on; -1 where they stand nowhere. */
export function placeOfRun(keys: readonly string[], wanted: readonly string[], from = 0): number {
  for (let at = from; at <= keys.length - wanted.length; at++)
    if (wanted.every((key, nth) => keys[at + nth] === key)) return at
  return -1
}

/** Words in a row, by number, and the share of the wanted ones among them, from 0 to 1. */
export type AlikeRun = { at: number; length: number; score: number }

/** The run of as many words that shares most with the wanted ones, by a window that moves over all; null where nothing is shared. */
export function mostAlikeRun(keys: readonly string[], wanted: readonly string[]): AlikeRun | null {
  const length = Math.min(wanted.length, keys.length)
  const missing = new Map<string, number>()
  for (const key of wanted) missing.set(key, (missing.get(key) ?? 0) + 1)
  // `missing` counts down as words enter the window and up as they leave: a word is shared while it was still missing.
  let shared = 0
  let best: AlikeRun | null = null
  for (let end = 0; end < keys.length; end++) {
    shared += counted(missing, keys[end], -1)
    if (end >= length) shared -= counted(missing, keys[end - length], 1)
    const score = shared / wanted.length
    if (end >= length - 1 && score > (best?.score ?? 0)) best = { at: end - length + 1, length, score }
  }
  return best
}

/** Counts a word that enters the window or leaves it; 1 where it is one of those that are wanted and not there too often. */
function counted(missing: Map<string, number>, key: string | undefined, by: 1 | -1): number {
  const left = key === undefined ? undefined : missing.get(key)
  if (key === undefined || left === undefined) return 0
  missing.set(key, left + by)
  return by < 0 ? Number(left > 0) : Number(left >= 0)
}
