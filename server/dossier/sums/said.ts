import { screenLocale, words } from '../../words'
import type { Finding } from './finding'

/** The computation of what does not add up, in one sentence of the screen's language. */
export function sumSaid({ code, values }: Pick<Finding, 'code' | 'values'>): string {
  if (code !== 'weekday') return words()(`sums.found.${code}`, values)
  const { date = '', computed, stated } = values
  return words()('sums.found.weekday', {
    date,
    computed: weekdayNamed(Number(computed)),
    stated: weekdayNamed(Number(stated)),
  })
}

/** A statement has no marks that turn the direction of its words: those are for the screen. */
export const statementOf = (finding: Finding): string => sumSaid(finding).replace(/[\u2066-\u2069]/g, '')

function weekdayNamed(number: number): string {
  const format = new Intl.DateTimeFormat(screenLocale(), { weekday: 'long', timeZone: 'UTC' })
  // The first of January 2023 was a Sunday.
  return format.format(new Date(Date.UTC(2023, 0, 1 + number)))
}
