/** One measured figure; with a bound it is a goal. */
export type Figure = {
  name: string
  value: number
  unit: string
  /** The most (or with `atLeast` the least) it may be. */
  bound?: number
  atLeast?: boolean
  /** What the figure is beside: a peer measured in the same run, or what was counted. */
  note?: string
}

export function isWithin({ value, bound, atLeast }: Figure): boolean {
  if (bound === undefined) return true
  return atLeast ? value >= bound : value <= bound
}

/** The value that this share of the samples does not exceed. */
export function percentile(samples: number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const rounded = (value: number) => Math.round(value * 10) / 10
