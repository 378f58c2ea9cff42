import { half, inWords, vague } from './number-words'
import { magnitudes, partWords, shortMagnitudes } from './words'
import { alike, matchAt, plain, type Written } from './written'

const grouped = [
  ...['\\d{1,3}(?:,\\d{3})+', '\\d{1,2}(?:,\\d{2})+,\\d{3}', "\\d{1,3}(?:[\\u00a0\\u2009\\u202f’']\\d{3})+"],
  ...['\\d{1,3}(?:\\.\\d{3}){2,}', '\\d+'],
].join('|')
// A comma parts the fraction only before something that is measured: elsewhere it begins another number.
const fraction = '\\.\\d+|,\\d{1,2}(?!\\d)(?=\\s?(?:%|per ?cent|million|billion|bn\\b|km\\b|kg\\b|m\\b|°))'
const digitsAt = new RegExp(`(${grouped})(?![\\d])(${fraction})?`, 'y')
const vulgar: Record<string, number> = {
  ...{
    '½': 1 / 2,
    '⅓': 1 / 3,
    '⅔': 2 / 3,
    '¼': 1 / 4,
    '¾': 3 / 4,
    '⅕': 1 / 5,
    '⅖': 2 / 5,
    '⅗': 3 / 5,
    '⅘': 4 / 5,
  },
  ...{ '⅙': 1 / 6, '⅚': 5 / 6, '⅛': 1 / 8, '⅜': 3 / 8, '⅝': 5 / 8, '⅞': 7 / 8 },
}
const vulgarAt = new RegExp(`\\s?([${Object.keys(vulgar).join('')}])`, 'y')
const mixedAt = /(?: |-)([1-7])\/([2-8])(?![\d/])/y
const plainPartAt = /([1-9])\/([2-9]|10)(?![\d/])/y
const andPartAt = /[ -]and[ -](?:a[ -])?(half|quarter|third|three[ -]quarters)\b/iy
const magnitudeAt = /[ \u00a0-](hundred|thousand|lakh|million|crore|billion|trillion)s?\b/iy
const magnitudeOfMoneyAt = /[ \u00a0-]?(million|billion|trillion)\b/iy
const shortAt = /\s?(mn|mln|bn|tn|trn)\b|([kKM])(?![\p{L}\d])|(m)(?= (?:people|cubic|square|[a-z]+s)\b)/uy
const shortOfMoneyAt = /\s?(mn|mln|bn|tn|trn)\b|([kKmMbBT])(?![\p{L}\d])/uy

/** The number that begins at a place of a text in digits, signs or English words; null where none does. */
export function numberAt(text: string, at: number, isMoney = false): Written | null {
  const found =
    inDigits(text, at) ?? inSign(text, at) ?? vague(text, at) ?? half(text, at) ?? inWords(text, at)
  return found && withMagnitude(text, found, isMoney)
}

function inDigits(text: string, at: number): Written | null {
  const part = matchAt(plainPartAt, text, at)
  if (part && Number(part[1]) < Number(part[2]))
    return { ...plain, ...alike(Number(part[1]) / Number(part[2])), end: at + part[0].length, isPart: true }
  const found = matchAt(digitsAt, text, at)
  if (!found) return null
  const [all, whole = '', rest = ''] = found
  const value = Number(whole.replace(/\D/g, '') + rest.replace(',', '.'))
  const end = at + all.length
  const more = matchAt(vulgarAt, text, end)
  if (more) return { ...plain, ...alike(value + (vulgar[more[1] ?? ''] ?? 0)), end: end + more[0].length }
  const mixed = matchAt(mixedAt, text, end)
  if (mixed && Number(mixed[1]) < Number(mixed[2]))
    return { ...plain, ...alike(value + Number(mixed[1]) / Number(mixed[2])), end: end + mixed[0].length }
  return { ...plain, ...alike(value), end, isDigits: true, isBare: /^\d{4}$/.test(all) }
}

function inSign(text: string, at: number): Written | null {
  const found = matchAt(vulgarAt, text, at)
  if (!found || found[0].length > 1) return null
  return { ...plain, ...alike(vulgar[found[0]] ?? 0), end: at + 1, isPart: true }
}

function withMagnitude(text: string, found: Written, isMoney: boolean): Written {
  let number = found
  const and = number.isVague || number.isPart ? null : matchAt(andPartAt, text, number.end)
  if (and) {
    const more = /three/i.test(and[1] ?? '') ? 3 / 4 : 1 / (partWords[and[1]?.toLowerCase() ?? ''] ?? 1)
    number = { ...number, ...alike(number.low + more), end: number.end + and[0].length, isBare: false }
  }
  if (number.isVague) return number
  const short = found.isDigits ? matchAt(isMoney ? shortOfMoneyAt : shortAt, text, number.end) : null
  if (short) return multiplied(number, shortMagnitudes[short[0].trim()] ?? 1, short[0].length)
  for (;;) {
    const next = matchAt(magnitudeAt, text, number.end) ?? matchAt(magnitudeOfMoneyAt, text, number.end)
    if (!next) return number
    number = multiplied(number, magnitudes.get(next[1]?.toLowerCase() ?? '') ?? 1, next[0].length)
  }
}

function multiplied(number: Written, by: number, length: number): Written {
  // 1.1 million is 1,100,000, not the nearest binary fraction of it.
  const rounded = (value: number) => Number((value * by).toPrecision(15))
  return {
    ...number,
    ...{ low: rounded(number.low), high: rounded(number.high), end: number.end + length },
    ...{ times: number.times * by, isBare: false, isPart: false },
  }
}
