import { intlTag } from '../language/language'

const made = new Map<string, Intl.DateTimeFormat>()

/**
 * How days and times are written in a language, by the options of `Intl.DateTimeFormat`. Each way is made once: to
 * make one takes longer than to use it a hundred times.
 */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const way = `${language} ${JSON.stringify(options)}`
  const format = made.get(way) ?? new Intl.DateTimeFormat(dateTag(language), options)
  made.set(way, format)
  return format
}

/** How far a time zone's clock is ahead of UTC at a moment, in ms. */
export function zoneOffset(moment: number, timeZone: string): number {
  // Swedish times are written as ISO 8601 ones.
  const shown = dateFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(moment)
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(moment / 1000) * 1000
}

/** "5 March 2026": the order that English dates have here is the British one. */
const dateTag = (language: string) => (language === 'en' ? 'en-GB' : intlTag(language))
