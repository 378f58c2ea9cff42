import { dateFormat } from '@/server/date/date-format'
import { screenLocale } from '@/server/words'

/** A day as the desk's calendar has it, such as "5 Mar 2026": the same on server and in every browser. */
export function dayOn(at: Date, timeZone: string, dateStyle: 'medium' | 'full' = 'medium'): string {
  return dateFormat(screenLocale(), { dateStyle, timeZone }).format(at)
}
