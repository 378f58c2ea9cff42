import type { Exactness } from '../../../../db/vocabulary/figure'

/** What a number says how much of: things counted, a share, the points between two shares, a time, a size… or a date. */
export const quantityKinds = [
  ...(['number', 'money', 'percent', 'points'] as const),
  ...(['age', 'duration', 'measure', 'date'] as const),
] as const
export type QuantityKind = (typeof quantityKinds)[number]

/** What is written in digits or number words and says no quantity. */
export const exemptKinds = [
  ...(['address', 'phone', 'book-number', 'time', 'section', 'list-number', 'reference'] as const),
  ...(['stock-quote', 'street', 'name', 'ordinal', 'ratio', 'version'] as const),
] as const
export type ExemptKind = (typeof exemptKinds)[number]

/** A stretch of a text, in code points; the end is the first one after it. */
export type Place = { start: number; end: number }

/**
 * A number or a date as a text says it. A date has no `low` and `high` but `from` and `to`, alike for one day: ISO 8601, no
 * more precise than it was stated, and `--03-05` or `--03` (XML Schema) where no year is. An open end of a number is null.
 */
export type Quantity = {
  kind: QuantityKind
  /** Its words with what says how exact it is and its unit, without what is counted: "at least 41 metres". */
  at: Place
  reported: string
  low: number | null
  high: number | null
  exactness: Exactness
  /** "%", "percentage points", ISO 4217, SI, or an English plural ("years"); empty for things counted. */
  unit: string
  counted: string
  per: string
  /** Whether it only says of how many another one is a part: "12 per 100,000". */
  isDenominator: boolean
  from: string | null
  to: string | null
}

/** Something written in numbers that says no quantity: a phone number, a section, a name. */
export type Exempt = { kind: 'exempt'; what: ExemptKind; at: Place; reported: string }

/** The same while it is read, with places in UTF-16 as regular expressions count them. */
export type Found =
  | (Pick<Quantity, 'kind'> &
      Partial<Omit<Quantity, 'at' | 'reported' | 'kind'>> & { start: number; end: number })
  | { kind: 'exempt'; what: ExemptKind; start: number; end: number }
