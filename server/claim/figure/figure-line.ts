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
  const { counted, per, scope, place, saidBy } = figure
  const amount = figureAmount(figure, voice)
  return inRow([
    counted ? say('figure.of', { amount, counted }) : amount,
    per && say('figure.per', { per }),
    ...[scope, place, periodOf(figure, voice)],
    saidBy && say('figure.by', { name: saidBy }),
  ])
}

/** Its value alone, with how exact it is and its unit: "about 2,000", "at least 10%", "500 to 600". */
export function figureAmount(figure: FigureValue, { say, language }: Voice = screen()): string {
  const { low, high, exactness } = figure
  const said = (value: number) => valueIn(figure.unit, value, language)
  const ends = [low, high].flatMap((end) => (end === null ? [] : said(end)))
  const [one = '', other = one] = ends
  const amount = one === other ? one : say('figure.range', { low: one, high: other })
  return say(`figure.exactness.${exactness}`, { amount })
}
type FigureValue = Pick<Figure, 'low' | 'high' | 'exactness' | 'unit'>

function periodOf({ from, to }: Figure, { say, language }: Voice): string {
  const [first, last] = [statedDate(from ?? '', language), statedDate(to ?? '', language)]
  if (!first) return last && say('figure.asOf', { day: last })
  if (!last) return say('figure.since', { day: first })
  return first === last ? first : say('figure.range', { low: first, high: last })
}

function valueIn(unit: string, value: number, language: string): string {
  if (isCurrency(unit)) return format(language, { style: 'currency', currency: unit }).format(value)
  const number = format(language, {}).format(value)
  if (!unit) return number
  return unit === '%' ? `${number}%` : `${number} ${unit}`
}

/** ISO 4217; Intl knows more of them than we can list, and refuses none of three letters. */
const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit)

const made = new Map<string, Intl.NumberFormat>()

function format(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const way = `${language} ${options.currency ?? ''}`
  const known = made.get(way)
  if (known) return known
  const fractions = { minimumFractionDigits: 0, maximumFractionDigits: options.currency ? 2 : 6 }
  const format = new Intl.NumberFormat(intlTag(language), { ...options, ...fractions })
  made.set(way, format)
  return format
}
