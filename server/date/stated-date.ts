import { screenLocale } from '../words'
import { dateFormat } from './date-format'

const parts: Intl.DateTimeFormatOptions[] = [{ year: 'numeric' }, { month: 'long' }, { day: 'numeric' }]

/**
 * A date as somebody stated it, in words and no more precise than it was: "5 March 2026", "March 2026", "2026".
 * ISO 8601 goes in, a time of day is left out; anything else stays as it was written.
 */
export function statedDate(stated: string, language = screenLocale()): string {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$/.exec(stated.trim())
  const numbers = (found?.slice(1) ?? []).filter(Boolean).map(Number)
  const [year = Number.NaN, month = 1, day = 1] = numbers
  const at = new Date(Date.UTC(year, month - 1, day))
  // There is no 31 February: Date would make March of it.
  const isDay = at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  if (!isDay) return stated.trim()
  const format = Object.assign({}, ...parts.slice(0, numbers.length))
  return dateFormat(language, { ...format, timeZone: 'UTC' }).format(at)
}

const isoDate =
  /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/** Whether a text is a date of ISO 8601, as precise as it was stated; a time of day may follow a day. */
export function isStatedDate(text: string): boolean {
  const found = isoDate.exec(text.trim())
  if (!found) return false
  const [year = 0, month = 1, day = 1] = found.slice(1).flatMap((part) => (part ? [Number(part)] : []))
  // There is no 31 February: Date would make March of it.
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
}
