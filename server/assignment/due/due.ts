import { z } from 'zod'
import { zoneOffset } from '../../date/date-format'
import { isStatedDate } from '../../date/stated-date'

/** A day of the desk's calendar, or a minute of its clock: "2026-03-16", "2026-03-16T14:00". */
export const dueShape = z
  .string()
  .regex(/^2\d{3}-\d\d-\d\d(T\d\d:\d\d)?$/)
  .refine(isStatedDate)

/** A day of the desk's calendar alone. */
export const dayShape = z
  .string()
  .regex(/^2\d{3}-\d\d-\d\d$/)
  .refine(isStatedDate)

/** When a day or minute of a time zone is; a day alone means its last minute. What the clocks skip counts as after. */
export function instantOf(said: string, timeZone: string): Date {
  const asUtc = Date.parse(`${said.includes('T') ? said : `${said}T${lastMinute}`}:00Z`)
  const near = asUtc - zoneOffset(asUtc, timeZone)
  const offset = zoneOffset(near, timeZone)
  return new Date(asUtc - offset)
}

/** The day and minute that a time zone's calendar and clock show at a moment: "2026-03-16T14:00". */
export function wallTimeOf(at: Date, timeZone: string): string {
  return new Date(at.getTime() + zoneOffset(at.getTime(), timeZone)).toISOString().slice(0, 16)
}

const lastMinute = '23:59'

/**
 * How a due time reads at a moment: the day of the desk's calendar, and the minute of its clock; no minute where the
 * whole day is meant.
 */
export type DueWord = {
  is: 'overdue' | 'today' | 'later'
  day: 'today' | 'tomorrow' | { date: string; isThisYear: boolean }
  time: string | null
}

export function dueWord(dueAt: Date, now: Date, timeZone: string): DueWord {
  const [date = '', clock = ''] = wallTimeOf(dueAt, timeZone).split('T')
  const today = wallTimeOf(now, timeZone).slice(0, 10)
  const named = date === today ? 'today' : date === dayAfter(today) ? 'tomorrow' : null
  return {
    is: dueAt < now ? 'overdue' : named === 'today' ? 'today' : 'later',
    day: named ?? { date, isThisYear: date.slice(0, 4) === today.slice(0, 4) },
    time: clock === lastMinute ? null : clock,
  }
}

const dayAfter = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
