import { statedDate } from '../../date/stated-date'
import { intlTag } from '../../language/language'
import { inRow } from '../../language/stand-apart'
import { screenLocale, type Words, words } from '../../words'
import type { Figure } from './figure'

/** In whose words a figure is said; the screen's own where none are named. */
type Voice = { say: Words; language: string }
const screen = (): Voice => ({ say: words(), language: screenLocale() })

/** A figure in one line: "500 to 600 people, as of 5 March 2026, according to the Velmora Centre". */
export function figureLine(figure: Figure, voice: Voice = screen()): string {
  const { say } = voice
  const { unit, counted, per, scope, place, saidBy, workedOut } = figure
  // Where the law took the number away, the bar over its words is what is left.
  const amount = figureAmount(figure, voice) || figure.reported
  return inRow([
    counted ? say(unit === '%' ? 'figure.share' : 'figure.of', { amount, counted }) : amount,
    per && say('figure.per', { per }),
    ...[scope, place, periodOf(figure, voice)],
    saidBy && say('figure.by', { name: saidBy }),
    workedOut && workedOutLine(figure, voice),
  ])
}

/** What the desk worked out, and how: "517 worked out by us: 212 + 148 + 96 + 61"; empty where it did not. */
export function workedOutLine({ unit, workedOut }: Figure, voice: Voice = screen()): string {
  if (!workedOut) return ''
  const { value: low, how } = workedOut
  const value = figureAmount({ low, high: low, exactness: 'exactly', unit }, voice)
  return voice.say('figure.workedOut', { value, how })
}

/** Its value alone, with how exact it is and its unit: "about 2,000", "at least 10%", "2 to 3 days". */
export function figureAmount(figure: FigureValue, { say, language }: Voice = screen()): string {
  const { low, high, exactness, unit } = figure
  const [one, other] = [low ?? high, high ?? low]
  if (one === null || other === null) return ''
  const last = valueIn(unit, other, language)
  // Money stands at each end, other units once.
  const first = isCurrency(unit) ? valueIn(unit, one, language) : valueIn('', one, language)
  const amount = one === other ? last : say('figure.range', { low: first, high: last })
  return say(`figure.exactness.${exactness}`, { amount })
}
type FigureValue = Pick<Figure, 'low' | 'high' | 'exactness' | 'unit'>

/** What it counts by time: "as of 5 March 2026", "since 2024", a period; empty where that is not stated. */
export function periodOf({ from, to }: Pick<Figure, 'from' | 'to'>, { say, language }: Voice): string {
  const [first, last] = [statedDate(from ?? '', language), statedDate(to ?? '', language)]
  if (!first) return last && say('figure.asOf', { day: last })
  if (!last) return say('figure.since', { day: first })
  return first === last ? first : say('figure.range', { low: first, high: last })
}

function valueIn(unit: string, value: number, language: string): string {
  if (isCurrency(unit)) return format(language, { style: 'currency', currency: unit }).format(value)
  const known = spoken[unit]
  if (known) return format(language, { style: 'unit', ...known }).format(value)
  const number = format(language, {}).format(value)
  if (!unit) return number
  return unit === '%' ? `${number}%` : `${number} ${unit}`
}

/** ISO 4217; Intl knows more of them than we can list, and refuses none of three letters. */
const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit)

const long = (unit: string) => ({ unit, unitDisplay: 'long' as const })
const short = (unit: string) => ({ unit, unitDisplay: 'short' as const })

/** Units that `Intl` says in every language. */
const spoken: Record<string, { unit: string; unitDisplay: 'long' | 'short' }> = {
  ...{ years: long('year'), months: long('month'), weeks: long('week'), days: long('day') },
  ...{ hours: long('hour'), minutes: long('minute'), seconds: long('second') },
  ...{ km: short('kilometer'), m: short('meter'), cm: short('centimeter'), mm: short('millimeter') },
  ...{ miles: long('mile'), acres: long('acre'), ha: short('hectare'), 'km/h': short('kilometer-per-hour') },
  ...{ kg: short('kilogram'), g: short('gram'), L: short('liter'), '°C': short('celsius') },
}

const made = new Map<string, Intl.NumberFormat>()

function format(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const way = `${language} ${options.currency ?? ''} ${options.unit ?? ''}`
  const known = made.get(way)
  if (known) return known
  const fractions = { minimumFractionDigits: 0, maximumFractionDigits: options.currency ? 2 : 6 }
  const format = new Intl.NumberFormat(intlTag(language), { ...options, ...fractions })
  made.set(way, format)
  return format
}
