import { amountAt } from './amounts'
import { datesIn } from './dates'
import { countedAt, perAfter, substanceAt } from './english/counted'
import { exemptIn } from './exempt'
import { koreanIn } from './korean/korean'
import type { Exempt, Found, Quantity } from './quantity'

/** Every number and date that a text says, in order, with places in code points. English and Korean are read side by side. */
export function readQuantities(text: string): Quantity[] {
  return readNumerals(text).filter((found): found is Quantity => found.kind !== 'exempt')
}

/** The same with what is written in numbers and says no quantity: nothing with a digit is in neither. */
export function readNumerals(text: string): (Quantity | Exempt)[] {
  const pointAt = codePoints(text)
  return foundIn(text)
    .sort((one, other) => one.start - other.start)
    .map((found): Quantity | Exempt => {
      const { start, end, ...said } = found
      const at = { start: pointAt(start), end: pointAt(end) }
      const reported = text.slice(start, end)
      return said.kind === 'exempt' ? { ...said, at, reported } : { ...unsaid, ...said, at, reported }
    })
}

const unsaid: Omit<Quantity, 'kind' | 'at' | 'reported'> = {
  ...{ low: null, high: null, exactness: 'exactly', unit: '', counted: '', per: '' },
  ...{ isDenominator: false, from: null, to: null },
}

function foundIn(text: string): Found[] {
  const found: Found[] = []
  const taken = new Uint8Array(text.length)
  const isTaken = (start: number, end: number) => taken.subarray(start, end).includes(1)
  const take = (more: Found[]) => {
    for (const one of more) {
      if (isTaken(one.start, one.end)) continue
      taken.fill(1, one.start, one.end)
      found.push(one)
    }
  }
  take(datesIn(text))
  take(exemptIn(text, isTaken))
  take(koreanIn(text, isTaken))
  for (const { index } of text.matchAll(begin)) {
    if (taken[index]) continue
    const one = amountAt(text, index)
    if (!one || isTaken(one.start, one.end)) continue
    take(named(text, one))
  }
  return found
}

/** Where a number may begin: a digit, a sign, or a word, none of them inside a word or number. */
export const begin =
  /(?<![\p{L}\d])(?:(?:US|AU|CA|HK|NZ|NT|[ACSR])?\$(?=\d)|[€£¥₩￦₹₽₺₴₪](?=\s?\d)|(?:[A-Z]{3}) ?(?=\d)|[-−](?=\d)|minus (?=\w)|\d|[½⅓⅔¼¾⅛⅜⅝⅞]|(?=[A-Za-z])(?=an? (?:few|couple|dozen|hundred|thousand|million|billion|trillion|lakh|crore|third|quarter|fifth|tenth)|half|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|th|fo|fi|si|se|ei|ni|tw|few|many|dozens|scores|hundreds|millions|billions|trillions))/giu

function named(text: string, amount: NonNullable<ReturnType<typeof amountAt>>): Found[] {
  const { last, ...found } = amount
  if (found.kind === 'exempt') return [found]
  if (found.kind === 'date') return [found]
  // A capital in the middle of a sentence begins a name: "Group of Seven".
  if (isName(text, found.start, found.end)) return []
  const share = outOf(text, found)
  if (share) return share
  const isCount = found.kind === 'number' || found.kind === 'percent'
  const noun =
    found.kind === 'number'
      ? countedAt(text, found.end)
      : isCount
        ? countedAt(text, found.end)
        : found.kind === 'money' || found.kind === 'measure'
          ? substanceAt(text, found.end, found.kind === 'money')
          : { counted: '', end: found.end }
  const of = ofShare(found.kind, text, found.end)
    ? noun
    : found.kind === 'percent'
      ? { counted: '', end: found.end }
      : noun
  if (
    found.kind === 'number' &&
    last.low === 1 &&
    last.high === 1 &&
    !last.isDigits &&
    !isOneOf(text, found.end)
  )
    return []
  const rate = perAfter(text, of.end)
  const denominator = rate.per ? denominatorIn(rate) : []
  return [{ ...found, counted: of.counted, per: rate.per }, ...denominator]
}

const ofShare = (kind: string, text: string, end: number) =>
  kind !== 'percent' || /^ of /.test(text.slice(end, end + 4))

/** "One" counts only right before what it counts: "one worker", not "one can say". */
const isOneOf = (text: string, end: number) =>
  /^ (?:[a-z]+ )?(?:person|man|woman|child|worker|resident|soldier|officer|teacher|student|patient|death|case|house|home|family|village|town|country|day|week|month|year|hour|minute|car|bus|school|hospital|building|bridge|vote|member|passenger|victim|defector|refugee|migrant|policeman|guard|official|suspect|shot|bullet|metre|kilometre|mile)\b/.test(
    text.slice(end, end + 40),
  )

/** Whether a number word is the capital of a name in the middle of a sentence: "Group of Seven". */
export function isName(text: string, start: number, end: number): boolean {
  if (!/^[A-Z][a-z]/.test(text.slice(start, start + 2))) return false
  const lead = text.slice(Math.max(0, start - 3), start)
  const isBegun = start === 0 || /(?:^|[.!?:;•–—"“‘'(\n\t]\s?)$/.test(lead)
  return (
    !isBegun &&
    !/^ (?:hundred|thousand|million|billion|[Pp]eople|[A-Z]\p{Ll}+s\b)/u.test(text.slice(end)) &&
    !/[ -](?:Hundred|Thousand|Million|Billion)/.test(text.slice(start, end))
  )
}

const outOfAt =
  / (?:in|out of)(?: every| the)? (\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a hundred|a thousand)(?![\p{L}\d,.]*[\d])(?! (?:days?|weeks?|months?|years?|hours?|minutes?|countries|provinces|cities|towns|villages))/uy
const wordsOf: Record<string, number> = {
  ...{
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    twelve: 12,
    twenty: 20,
  },
  ...{ 'a hundred': 100, 'a thousand': 1000 },
}
const wholes = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000])

/** "One in five", "six out of 10": a share. */
function outOf(text: string, found: Exclude<Found, { kind: 'exempt' }>): Found[] | null {
  const { kind, low, high, end } = found
  if (kind !== 'number' || typeof (low ?? high) !== 'number') return null
  outOfAt.lastIndex = end
  const match = outOfAt.exec(text)
  const whole = wordsOf[match?.[1] ?? ''] ?? Number(match?.[1] ?? Number.NaN)
  if (!match || !wholes.has(whole) || (high ?? low ?? 0) >= whole) return null
  const of = (value: number | null | undefined) =>
    typeof value === 'number' ? Number(((value / whole) * 100).toFixed(2)) : null
  const stop = end + match[0].length
  const noun = countedAt(text, stop)
  return [
    { ...found, kind: 'percent', unit: '%', low: of(low), high: of(high), end: stop, counted: noun.counted },
  ]
}

function denominatorIn({ per, start }: { per: string; start: number }): Found[] {
  const number = /^[\d,.]+(?: (?:million|thousand))?/.exec(per)?.[0]
  if (!number) return []
  const times = /million/.test(number) ? 1e6 : /thousand/.test(number) ? 1e3 : 1
  const value = Number(number.replace(/[^\d.]/g, '')) * times
  return [
    {
      ...{ kind: 'number', start, end: start + number.length, low: value, high: value, isDenominator: true },
      counted: per.slice(number.length).trim(),
    },
  ]
}

/** Where a place of UTF-16 lies in code points. */
function codePoints(text: string): (at: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (at) => at
  const points = new Uint32Array(text.length + 1)
  for (let at = 0, point = 0; at <= text.length; at++) {
    points[at] = point
    const isHigh = /[\ud800-\udbff]/.test(text[at] ?? '')
    if (!isHigh) point++
  }
  return (at) => points[at] ?? 0
}
