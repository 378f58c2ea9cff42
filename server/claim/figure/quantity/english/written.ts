/** A number as it is written: its ends, where it stops (UTF-16), and what its form tells about it. */
export type Written = {
  end: number
  low: number
  high: number
  /** Four digits without anything between or behind them: may be a year. */
  isBare: boolean
  isDigits: boolean
  /** What its magnitude multiplied by; 1 where there is none. */
  times: number
  /** A size that only a plural tells, as "dozens". */
  isVague: boolean
  /** Part of a whole, as "two thirds". */
  isPart: boolean
}

/** What most numbers are not. */
export const plain = { isBare: false, isDigits: false, times: 1, isVague: false, isPart: false }

/** Both ends of a single value, without the noise of binary fractions. */
export const alike = (value: number) => {
  const rounded = Number(value.toPrecision(12))
  return { low: rounded, high: rounded }
}

/** The match of a sticky expression at a place, or null. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
