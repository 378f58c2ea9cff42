import { type Locale, type Words, words } from '../../words'
import type { PublicDesk } from '../publication'

/** What every public page of a desk is made with. */
export type Edition = { desk: PublicDesk; origin: string; stylesheet: string; say: Words }

/** `origin` is PUBLIC_ORIGIN, `stylesheet` the path of the style sheet's current state. */
export function editionOf(
  desk: PublicDesk,
  { origin, stylesheet }: Pick<Edition, 'origin' | 'stylesheet'>,
): Edition {
  return { desk, origin, stylesheet, say: words(localeOf(desk)) }
}

// Only one language has messages so far; a desk in another one gets its own dates and lang, English words.
const localeOf = (_desk: PublicDesk): Locale => 'en'

/** A day in the desk's time zone: "5 March 2026". */
export function dayOf(at: Date, { desk }: Edition): string {
  return format(at, desk, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** A day and a time in the desk's time zone: "5 March 2026, 14:20". */
export function momentOf(at: Date, edition: Edition): string {
  const time = format(at, edition.desk, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${dayOf(at, edition)}, ${time}`
}

/** A stated date as precise as it was stated ("2026-03-05", "2026-03", "2026"); anything else stays as it was written. */
export function statedDay(stated: string, edition: Edition): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$/.exec(stated.trim())
  if (!parts) return stated.trim()
  const [, year, month, day] = parts
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  if (Number.isNaN(at.getTime())) return stated.trim()
  return format(
    at,
    { ...edition.desk, timeZone: 'UTC' },
    {
      year: 'numeric',
      month: month ? 'long' : undefined,
      day: day ? 'numeric' : undefined,
    },
  )
}

/** Names as a sentence lists them: "Maren Holt, Idris Okoye". */
export function namesOf(names: string[]): string {
  return names.join(', ')
}

function format(at: Date, { language, timeZone }: PublicDesk, options: Intl.DateTimeFormatOptions): string {
  // "5 March 2026": the order that DESIGN.md asks for is the British one.
  const locale = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at)
}
