import { dateFormat } from '../../../../../server/date/date-format'
import { screenLocale } from '../../../../../server/words'

/** A day and a time to the second by the desk's clock, such as "5 Mar 2026, 14:10:07". */
export function momentOn(at: Date, timeZone: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'medium', timeZone } as const
  return dateFormat(screenLocale(), style).format(at)
}
