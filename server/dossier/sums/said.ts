import { longestFigureText, type WorkedOut } from '../../claim/figure/figure'
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
export const statementOf = (finding: Pick<Finding, 'code' | 'values'>): string =>
  sumSaid(finding).replace(/[\u2066-\u2069]/g, '')

/**
 * What the numbers of an article give where they fail to add up, and how, as it can be taken over beside a figure; null
 * where they give none, as for days. The parts of a total are named without words, so that they read alike everywhere.
 */
export function workedOutBy({ code, values }: Pick<Finding, 'code' | 'values'>): WorkedOut | null {
  const { sum, computed, parts } = values
  if (code === 'total') return workedOut(sum, String(parts))
  if (['share', 'change', 'difference', 'rate', 'each'].includes(code))
    return workedOut(computed, statementOf({ code, values }))
  return null
}

function workedOut(given: string | number | undefined, said: string): WorkedOut | null {
  const value = Number(String(given ?? '').replace(/,/g, ''))
  const how = Array.from(said).slice(0, longestFigureText).join('')
  return given !== undefined && Number.isFinite(value) ? { value, how } : null
}

function weekdayNamed(number: number): string {
  const format = new Intl.DateTimeFormat(screenLocale(), { weekday: 'long', timeZone: 'UTC' })
  // The first of January 2023 was a Sunday.
  return format.format(new Date(Date.UTC(2023, 0, 1 + number)))
}
