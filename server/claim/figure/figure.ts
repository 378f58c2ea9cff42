import { z } from 'zod'
import { type Exactness, exactnesses } from '../../../db/vocabulary/figure'
import { isStatedDate } from '../../date/stated-date'
import type { Refusal } from '../../refusal'
import { codePointsBefore, lengthOf } from '../quote'

/** The longest of its texts, in code points. */
export const longestFigureText = 200

const text = z.string().max(2 * longestFigureText)
/** A day, month or year of ISO 8601, no more precise than it was stated; null where it was not. */
const statedDay = z.string().max(10).nullable()

/**
 * The typed number in a claim, as a person confirmed it. A single value has `low` and `high` alike; a range both; an open end is null
 * (`at-least` and `more-than` have no `high`, `at-most`, `up-to` and `fewer-than` no `low`). Empty text means not stated.
 */
export const figureShape = z.object({
  /** Its words as they stand in the quote: "between 500 and 600". */
  reported: text,
  /** Where these stand in the quote, in code points from its beginning; the end is the first one after them. */
  at: z.object({ start: z.int().min(0), end: z.int().min(0) }),
  low: z.number().nullable(),
  high: z.number().nullable(),
  exactness: z.enum(exactnesses),
  /** What it is measured in: "%", "percentage points", a currency (ISO 4217), a unit (SI), "years"; empty for things counted. */
  unit: text,
  /** What is counted, in the words that group figures: "people displaced". */
  counted: text,
  /** Who or what is meant by that here, where others mean something else: "named residents". */
  scope: text,
  /** The denominator of a rate: "100,000 inhabitants", "day". */
  per: text,
  place: text,
  /** What period it counts; as of a day, only `to`; since a day, only `from`. */
  from: statedDay,
  to: statedDay,
  /** Who gave the number, where that is not the speaker of the claim. */
  saidBy: text,
  /** What the desk gets where it works the number out, and how: 517, "212 + 148 + 96 + 61"; not there where nobody did. */
  workedOut: z.object({ value: z.number(), how: text }).optional(),
})
export type Figure = z.infer<typeof figureShape>

/** The words of a figure that people wrote, which must keep what was promised to sources; its quote stands elsewhere. */
export function figureWords({ unit, counted, scope, per, place, saidBy, workedOut }: Figure): string[] {
  return [unit, counted, scope, per, place, saidBy, ...(workedOut ? [workedOut.how] : [])]
}

/** Why a figure cannot be frozen: it says no value, one that turns around, a date that is none, or not how it was worked out; null when it can. */
export function whyNotFigure({ low, high, from, to, workedOut }: Figure): Refusal | null {
  if (low === null && high === null) return { code: 'figure-without-value' }
  if (low !== null && high !== null && low > high) return { code: 'figure-reversed' }
  const isDate = (date: string | null) => !date || isStatedDate(date)
  if (!isDate(from) || !isDate(to)) return { code: 'figure-date-unreadable' }
  return workedOut && !workedOut.how.trim() ? { code: 'figure-worked-out-how' } : null
}

/** A figure that is exact in another way: the end that this leaves open goes, the one it needs comes from the other. */
export function withExactness(figure: Figure, exactness: Exactness): Figure {
  const { low, high } = figure
  const either = low ?? high
  if (exactness === 'at-least' || exactness === 'more-than')
    return { ...figure, exactness, low: either, high: null }
  if (exactness === 'at-most' || exactness === 'up-to' || exactness === 'fewer-than')
    return { ...figure, exactness, low: null, high: high ?? low }
  return { ...figure, exactness, low: either, high: high ?? low }
}

/** A figure with another value or lower end: where both ends were one they stay one. */
export function withLow(figure: Figure, low: number | null): Figure {
  return figure.high !== null && figure.low === figure.high
    ? { ...figure, low, high: low }
    : { ...figure, low }
}

/** A figure with what the desk worked out beside it; null takes that away. */
export function withWorkedOut({ workedOut: _, ...figure }: Figure, workedOut: WorkedOut | null): Figure {
  return workedOut ? { ...figure, workedOut } : figure
}
export type WorkedOut = NonNullable<Figure['workedOut']>

/** A figure that somebody is about to write who read none. */
export const noFigure: Figure = {
  ...{ reported: '', at: { start: 0, end: 0 }, low: null, high: null, exactness: 'exactly' },
  ...{ unit: '', counted: '', scope: '', per: '', place: '', from: null, to: null, saidBy: '' },
}

/** A figure with its words found again in a quote that has other ends; where they are not in it, with its old place. */
export function placedIn(figure: Figure, quote: string): Figure {
  const at = figure.reported ? quote.indexOf(figure.reported) : -1
  if (at < 0) return figure
  const start = codePointsBefore(quote, at)
  return { ...figure, at: { start, end: start + lengthOf(figure.reported) } }
}

/** Whether two figures say the same, wherever their words stand. */
export function saysSame(one: Figure, other: Figure): boolean {
  const { at: _, workedOut, ...said } = one
  const { at: __, workedOut: otherwise, ...too } = other
  if (workedOut?.value !== otherwise?.value || workedOut?.how !== otherwise?.how) return false
  return Object.entries(said).every(([part, value]) => too[part as keyof typeof too] === value) // its own keys
}
