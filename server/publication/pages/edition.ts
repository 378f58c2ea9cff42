import { dateFormat } from '../../date/date-format'
import { statedDate } from '../../date/stated-date'
import { spokenFor } from '../../language/language'
import { type Words, words } from '../../words'
import type { PublicDesk } from '../publication'

/** What every public page of a desk is made with. */
export type Edition = {
  desk: PublicDesk
  origin: string
  stylesheet: string
  /** Address of the licence under which it may be passed on, as programs are told; null where none is named. */
  licence: string | null
  say: Words
}

/** `origin` is PUBLIC_ORIGIN, `stylesheet` the path of the style sheet's current state. */
export function editionOf(
  desk: PublicDesk,
  { origin, stylesheet, licence = null }: Pick<Edition, 'origin' | 'stylesheet'> & Partial<Edition>,
): Edition {
  return { desk, origin, stylesheet, licence, say: words(spokenFor(desk.language)) }
}

/** A day in the desk's time zone: "5 March 2026". */
export function dayOf(at: Date, { desk }: Edition): string {
  return format(at, desk, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** A day and a time in the desk's time zone: "5 March 2026, 14:20". */
export function momentOf(at: Date, edition: Edition): string {
  const time = format(at, edition.desk, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${dayOf(at, edition)}, ${time}`
}

/** A stated date in the desk's language, as precise as it was stated. */
export function statedDay(stated: string, { desk }: Edition): string {
  return statedDate(stated, desk.language)
}

/** Names as a sentence lists them: "Maren Holt, Idris Okoye". */
export function namesOf(names: string[]): string {
  return names.join(', ')
}

function format(at: Date, { language, timeZone }: PublicDesk, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(language, { timeZone, ...options }).format(at)
}
