import { numberAt } from './english/numbers'
import { matchAt, type Written } from './english/written'
import type { QuantityKind } from './quantity'
import { currencyCodes, currencySigns, currencyWords, units } from './units'

/** One number with its sign, currency and unit, as it is written; ranges are made of two. */
export type Term = Omit<Written, 'isDigits'> & {
  start: number
  kind: QuantityKind
  unit: string
  isDigits: boolean
}

const signs = Object.keys(currencySigns)
  .sort((one, other) => other.length - one.length)
  .map((sign) => sign.replace(/\$/g, '\\$'))
const moneyAt = new RegExp(`(?:(${signs.join('|')})|(${currencyCodes}))\\s?(?=[\\d½¼¾])`, 'y')
const minusAt = /[-−](?=\d)|minus (?=\w)/y
const joint = '(?:[ \\u00a0-]|)'
const unitForms = units.map(({ unit, kind, ways }) => ({
  ...{ unit, kind },
  pattern: new RegExp(`${joint}(?:${ways})(?![\\p{Script=Latin}\\d])`, 'uy'),
}))
const moneyForms = currencyWords.map(([unit, ways]) => ({
  ...{ unit, kind: 'money' as const },
  pattern: new RegExp(`${joint}(?:${ways})(?![\\p{Script=Latin}\\d])`, 'uy'),
}))
const allForms = [...unitForms, ...moneyForms]
// One pattern for all says first whether it is worth trying each.
const anyAt = new RegExp(
  `${joint}(?:${[...units.map(({ ways }) => ways), ...currencyWords.map(([, ways]) => ways)].join('|')})(?![\\p{Script=Latin}\\d])`,
  'uy',
)
const codeAfterAt = new RegExp(`\\s?(?:(${currencyCodes})(?![\\p{L}\\d])|([€£₩]))`, 'uy')
const magnitudeBefore = /(?:\b[Mm]agnitude(?: of)?[ -]|규모 )$/
const ageBefore =
  /\b(?:[Aa]ged?s?(?: (?:of|between|from))?|[Aa]t the age of|[Uu]nder the age of|[Oo]ver the age of|[Tt]urned|[Aa]ged \d{1,2}(?:,? and|,? or)) $|씨 ?\($/
const ageBehind = /^(?:,| \(|\)| and\b| or\b| to\b|[-–]|\.|$|;| when| at| in| by| after| had| was| who| year)/

/** The term that begins at a place of a text; null where none does. */
export function termAt(text: string, start: number): Term | null {
  const minus = matchAt(minusAt, text, start)
  const afterSign = start + (minus && !/[\p{L}\d]/u.test(text[start - 1] ?? '') ? minus[0].length : 0)
  const money = matchAt(moneyAt, text, afterSign)
  const written = numberAt(text, afterSign + (money?.[0].length ?? 0), money !== null)
  if (!written) return null
  const number = afterSign > start ? { ...written, low: -written.high, high: -written.low } : written
  if (money) {
    const unit = currencySigns[money[1] ?? ''] ?? money[2] ?? ''
    return { ...number, start, kind: 'money', unit }
  }
  return { ...number, start, ...unitAt(text, start, number.end) }
}

/** What a number that stops at a place is measured in, and where that ends. */
export function unitAt(text: string, start: number, end: number): Pick<Term, 'kind' | 'unit' | 'end'> {
  const code = matchAt(codeAfterAt, text, end)
  if (code)
    return { kind: 'money', unit: code[1] ?? currencySigns[code[2] ?? ''] ?? '', end: end + code[0].length }
  for (const { unit, kind, pattern } of matchAt(anyAt, text, end) ? allForms : []) {
    const found = matchAt(pattern, text, end)
    if (found && !isNoun(text, end, found[0])) return { kind, unit, end: end + found[0].length }
  }
  if (magnitudeBefore.test(text.slice(Math.max(0, start - 14), start)))
    return { kind: 'measure', unit: 'magnitude', end }
  if (ageBefore.test(text.slice(Math.max(0, start - 24), start)) && ageBehind.test(text.slice(end, end + 8)))
    return { kind: 'age', unit: 'years', end }
  return { kind: 'number', unit: '', end }
}

/** One letter is a unit only right behind digits or a space from them, and not where a word goes on. */
const isNoun = (text: string, end: number, unit: string) =>
  /^[ \u00a0-]?[a-zA-Z]$/.test(unit) &&
  (!/\d/.test(text[end - 1] ?? '') || /^-[a-z]/.test(text.slice(end + unit.length)))
