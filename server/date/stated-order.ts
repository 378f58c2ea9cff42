/**
 * Orders dates as they were stated (ISO 8601) by when they began: a moment by its zone, one without a zone and a day,
 * month or year in UTC. What is no date comes after those, and what is not stated last.
 */
export function inStatedOrder(one: string | null, other: string | null): number {
  const [first, second] = [beginningOf(one), beginningOf(other)]
  if (first !== second) return first < second ? -1 : 1
  const [text, otherText] = [one ?? '', other ?? '']
  return first < noDate || text === otherText ? 0 : text < otherText ? -1 : 1
}

/**
 * Whether a date was before another one, as far as both say: two moments by their zones, others by what both state. A
 * year is not before a day of it.
 */
export function isStatedBefore(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  if (isMoment(one) && isMoment(other)) return beginningOf(one) < beginningOf(other)
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) < other.slice(0, length)
}

const noDate = Number.MAX_SAFE_INTEGER

const isMoment = (stated: string) => /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(stated)

/** In ms; two numbers beyond all dates for what is none and what is not stated. */
function beginningOf(stated: string | null): number {
  if (!stated) return Number.POSITIVE_INFINITY
  const isWithoutZone = stated.includes('T') && !isMoment(stated)
  const began = /^\d{4}(?:-|$)/.test(stated) ? Date.parse(isWithoutZone ? `${stated}Z` : stated) : Number.NaN
  return Number.isNaN(began) ? noDate : began
}
