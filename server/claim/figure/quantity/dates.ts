import { monthPattern, months } from './english/words'
import type { Found } from './quantity'

/** A pattern of dates and how its groups become the first and the last day, month or year meant; null where it is none. */
type DateForm = { pattern: RegExp; read: (groups: (string | undefined)[]) => [string, string] | null }

const month = `(${monthPattern})`
const day = '(\\d{1,2})(?:st|nd|rd|th)?'
const year = '((?:1[4-9]|20|21)\\d\\d)'
const to = '(?: ?[-–—/] ?| to | and | until | through )'
const weekday = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )?(?:the )?'
const whole = (source: string, flags = 'gu') =>
  new RegExp(`(?<![\\p{L}\\d.,/-])${source}(?![\\d\\p{L}])`, flags)
const seasonOrPart = '(?:(?:early|mid|late)[ -]|the (?:start|end|beginning|middle) of )?'

/** In the order in which they are tried: what is more precise stands first. */
const forms: DateForm[] = [
  {
    pattern: whole(`${year}[-/.](\\d{1,2})[-/.](\\d{1,2})(?:T[\\d:.+Z-]+)?`),
    read: ([y, m, d]) => one(iso(y, m, d)),
  },
  {
    pattern: whole(`(\\d{1,2})([./-])(\\d{1,2})\\2${year}`),
    read: ([a, sign, b, y]) => one(slashed(a, b, y, sign)),
  },
  {
    pattern: whole(`${weekday}${day}${to}${day}(?: of)? ${month},? ${year}`),
    read: ([a, b, m, y]) => both(named(y, m, a), named(y, m, b)),
  },
  {
    pattern: whole(`${weekday}${day}(?: of)? ${month}${to}${day}(?: of)? ${month},? ${year}`),
    read: ([a, m, b, n, y]) => both(named(y, m, a), named(y, n, b)),
  },
  {
    pattern: whole(`${weekday}${month} ${day}${to}${day},? ${year}`),
    read: ([m, a, b, y]) => both(named(y, m, a), named(y, m, b)),
  },
  {
    pattern: whole(`${weekday}${month} ${day}${to}${month} ${day},? ${year}`),
    read: ([m, a, n, b, y]) => both(named(y, m, a), named(y, n, b)),
  },
  { pattern: whole(`${weekday}${day}(?: of)? ${month},? ${year}`), read: ([d, m, y]) => one(named(y, m, d)) },
  { pattern: whole(`${weekday}${month} ${day},? ${year}`), read: ([m, d, y]) => one(named(y, m, d)) },
  {
    pattern: whole(`${seasonOrPart}${month}${to}${month},?(?: of)? ${year}`),
    read: ([m, n, y]) => both(named(y, m), named(y, n)),
  },
  { pattern: whole(`${seasonOrPart}${month},?(?: of)? ${year}`), read: ([m, y]) => one(named(y, m)) },
  {
    pattern: whole(`${weekday}${day}${to}${day}(?: of)? ${month}`),
    read: ([a, b, m]) => both(named(undefined, m, a), named(undefined, m, b)),
  },
  {
    pattern: whole(`${weekday}${month} ${day}${to}${day}`),
    read: ([m, a, b]) => both(named(undefined, m, a), named(undefined, m, b)),
  },
  {
    pattern: whole(`${weekday}${day}(?: of)? ${month}(?! \\d{4})`),
    read: ([d, m]) => one(named(undefined, m, d)),
  },
  {
    pattern: whole(
      `${weekday}${month} ${day}(?!,\\d|\\.\\d|[ -](?:people|million|percent|years?|days?)| ?%)`,
    ),
    read: ([m, d]) => one(named(undefined, m, d)),
  },
  {
    pattern: whole(`Q([1-4]) (?:of )?${year}`),
    read: ([q, y]) => both(`${y}-${two(Number(q) * 3 - 2)}`, `${y}-${two(Number(q) * 3)}`),
  },
  { pattern: whole(`${year}(?: ?[-–—] ?| ?/ ?)${year}`), read: ([a, b]) => inOrder(a, b) },
  { pattern: whole(`${year}[-–—/](\\d\\d)`), read: ([a = '', b]) => inOrder(a, a.slice(0, 2) + b) },
  { pattern: whole(`(?:[Ff]rom )${year}(?: to | until | through )${year}`), read: ([a, b]) => inOrder(a, b) },
  { pattern: whole(`(?:[Bb]etween )${year}(?: and )${year}`), read: ([a, b]) => inOrder(a, b) },
  {
    pattern: whole(`(?:the )?(?:early[ -]|mid[ -]|late[ -])?((?:1[4-9]|20)\\d)0’?'?s`),
    read: ([d]) => [`${d}0`, `${d}9`],
  },
  {
    pattern: whole(`(?:the )?(?:early[ -]|mid[ -]|late[ -])?[’'‘]?([2-9])0s`),
    read: ([d]) => [`19${d}0`, `19${d}9`],
  },
  {
    pattern: whole(`(?:the )?(?:early[ -]|mid[ -]|late[ -])?(1[4-9]|20|21)(?:st|th)[ -]century`),
    read: ([c]) => [`${Number(c) - 1}01`, `${c}00`],
  },
  { pattern: whole('(\\d{4})년 ?(\\d{1,2})월 ?(\\d{1,2})일', 'gu'), read: ([y, m, d]) => one(iso(y, m, d)) },
]

const korean: DateForm[] = [
  { pattern: /(\d{4})년? ?[~∼～-] ?(\d{4})년(?!간| 동안)/gu, read: ([a, b]) => inOrder(a, b) },
  { pattern: /(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일/gu, read: ([y, m, d]) => one(iso(y, m, d)) },
  { pattern: /(\d{4})년 ?(\d{1,2})월/gu, read: ([y, m]) => one(iso(y, m)) },
  { pattern: /((?:1[4-9]|20|21)\d\d)년대/gu, read: ([y]) => both(y, `${y?.slice(0, 3)}9`) },
  { pattern: /((?:1[4-9]|20|21)\d\d)년(?!간| 동안|여| 만에)/gu, read: ([y]) => one(y ?? null) },
  { pattern: /(?<!\d)(\d{1,2})월 ?(\d{1,2})일/gu, read: ([m, d]) => one(iso(undefined, m, d)) },
  { pattern: /(?<!\d)(\d{1,2})월(?!드)/gu, read: ([m]) => one(iso(undefined, m)) },
  {
    pattern: /(?<![\d~-])(\d{1,2})일(?!간| 동안| 만에|째| 연속|치)/gu,
    read: ([d]) => one(iso(undefined, undefined, d)),
  },
]

const monthAlone =
  /(?<=\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Tt]his|[Nn]ext|[Ll]ate|[Ee]arly|[Mm]id|of|[Ff]rom|[Bb]efore|[Aa]fter|[Dd]uring|and) )(January|February|March|April|May|June|July|August|September|October|November|December)(?![\p{L}-]| [A-Z])/gu

/** Every date of a text that is more than a lone year, in UTF-16, none within another. */
export function datesIn(text: string): Found[] {
  const found: Found[] = []
  const taken = new Set<number>()
  const all = [
    ...forms,
    ...korean,
    { pattern: monthAlone, read: ([m]: (string | undefined)[]) => one(named(undefined, m)) },
  ]
  for (const { pattern, read } of all)
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const span = read(match.slice(1))
      if (!span || isTaken(taken, start, end)) continue
      for (let at = start; at < end; at++) taken.add(at)
      found.push({ kind: 'date', start, end, from: span[0], to: span[1] })
    }
  return found
}

function isTaken(taken: ReadonlySet<number>, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (taken.has(at)) return true
  return false
}

const two = (value: number) => String(value).padStart(2, '0')
const one = (date: string | null): [string, string] | null => (date ? [date, date] : null)
const both = (first?: string | null, last?: string | null): [string, string] | null =>
  first && last ? [first, last] : null
const inOrder = (first = '', last = '') => (first < last ? both(first, last) : null)

function named(year: string | undefined, name = '', day?: string): string | null {
  const index = months.findIndex((month) => month.startsWith(name.replace('.', '').toLowerCase().slice(0, 3)))
  return iso(year, String(index + 1), day)
}

/** A date as ISO 8601 has it, null where there is no such day. */
function iso(year?: string, month?: string, day?: string): string | null {
  if (!month) return day && Number(day) >= 1 && Number(day) <= 31 ? `---${two(Number(day))}` : null
  const [m, d] = [Number(month), Number(day ?? 1)]
  if (m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(Number(year ?? 2024), m, 0)).getUTCDate()) return null
  return `${year ?? '-'}-${two(m)}${day ? `-${two(d)}` : ''}`
}

/** Of 3/4/2026 nobody knows which is the month: only the year is sure. With dots, the day is first. */
function slashed(a = '', b = '', year = '', sign = ''): string | null {
  if (sign === '.') return iso(year, b, a)
  if (Number(a) > 12) return iso(year, b, a)
  if (Number(b) > 12) return iso(year, a, b)
  return a === b ? iso(year, a, b) : iso(year, a, b) && year
}
