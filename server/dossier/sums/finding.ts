import type { Span } from '../../claim/quote'

/** What can fail to add up; each has its sentence in `sums.found`. */
export type FoundCode =
  | 'total'
  | 'hundred'
  | 'share'
  | 'change'
  | 'difference'
  | 'rate'
  | 'each'
  | 'text-table'
  | 'text-part'
  | 'duration'
  | 'weekday'
  | 'age'

/**
 * Something that does not add up: a code with the computation in figures, the words to quote in a claim about it, and
 * each number that takes part, the stated one last. Places are code points of the frozen text.
 */
export type Finding = {
  code: FoundCode
  values: Record<string, string | number>
  quote: Span
  cells: Span[]
}

/** A computed number as it is said: grouped by commas, with at most so many decimals and none that are nought. */
export function plain(value: number, decimals = 2): string {
  const rounded = Number(value.toFixed(decimals))
  return rounded.toLocaleString('en-US', { maximumFractionDigits: decimals })
}

/** The smallest stretch that holds all of them. */
export function around(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  }
}
