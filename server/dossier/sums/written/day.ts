/** A date as it is written, with the first and the last day it may mean; `year` is null where none is said. Places are UTF-16 units. */
export type WrittenDay = {
  year: number | null
  month: number | null
  day: number | null
  weekday: number | null
  text: string
  start: number
  end: number
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const monthPattern = `(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)`
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const weekdayPattern = `(?:(${weekdays.join('|')}),?\\s+(?:the\\s+)?)?`

const dayFirst = new RegExp(
  `(?<![\\p{L}\\d])${weekdayPattern}(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthPattern}(?!\\p{L})(?:,?\\s+(\\d{4})(?!\\d))?`,
  'giu',
)
const monthFirst = new RegExp(
  `(?<![\\p{L}\\d])${weekdayPattern}${monthPattern}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|,\\d{3}(?!\\d))(?:,?\\s+(\\d{4})(?!\\d))?`,
  'giu',
)
const monthOnly = new RegExp(`(?<![\\p{L}\\d])${monthPattern}\\s+(\\d{4})(?!\\d)`, 'giu')
const iso = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g
const korean = /(\d{4})년\s*(\d{1,2})월\s*(\d{1,2})일(?:\s*\(?([일월화수목금토])요?일?\))?/g
const yearOnly = /(?<![\p{L}\d.,$€£-])((?:1[89]|20)\d\d)(?![\d-]|[.,]\d|\s*%|\p{L})/gu

/** The dates of a text in their order: whole ones, those without a year, months with one, and bare years. */
export function daysIn(text: string): WrittenDay[] {
  const found: WrittenDay[] = []
  const taken = (start: number, end: number) => found.some((one) => one.start < end && one.end > start)
  const add = (match: RegExpExecArray, parts: Omit<WrittenDay, 'text' | 'start' | 'end'>) => {
    const [start, end] = [match.index, match.index + match[0].length]
    if (taken(start, end) || !isPossible(parts)) return
    found.push({ ...parts, text: match[0], start, end })
  }
  for (const match of text.matchAll(dayFirst))
    add(match, { ...partsOf(match[4], match[3], match[2]), weekday: weekdayOf(match[1]) })
  for (const match of text.matchAll(monthFirst))
    add(match, { ...partsOf(match[4], match[2], match[3]), weekday: weekdayOf(match[1]) })
  for (const match of text.matchAll(iso))
    add(match, { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), weekday: null })
  for (const match of text.matchAll(korean)) {
    const weekday = match[4] ? '일월화수목금토'.indexOf(match[4]) : null
    add(match, { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), weekday })
  }
  for (const match of text.matchAll(monthOnly))
    add(match, { ...partsOf(match[2], match[1], undefined), weekday: null })
  for (const match of text.matchAll(yearOnly))
    add(match, { year: Number(match[1]), month: null, day: null, weekday: null })
  return found.sort((one, other) => one.start - other.start)
}

function partsOf(year: string | undefined, month: string | undefined, day: string | undefined) {
  const name = (month ?? '').toLowerCase().replace('.', '')
  return {
    year: year ? Number(year) : null,
    month: months.findIndex((one) => one.startsWith(name.slice(0, 3))) + 1,
    day: day ? Number(day) : null,
  }
}

function weekdayOf(name: string | undefined): number | null {
  return name ? weekdays.indexOf(name.toLowerCase()) : null
}

function isPossible({ year, month, day }: Pick<WrittenDay, 'year' | 'month' | 'day'>): boolean {
  if (month === null) return true
  if (month < 1 || month > 12) return false
  return day === null || (day >= 1 && day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate())
}

/** The number of the first and of the last day that a date may mean, counted from 1970; null where its year is not known. */
export function rangeOf({ year, month, day }: WrittenDay, assumedYear: number | null = null) {
  const known = year ?? assumedYear
  if (known === null) return null
  const first = Date.UTC(known, (month ?? 1) - 1, day ?? 1)
  const last = day === null ? Date.UTC(known, month ?? 12, 0) : first
  return { first: first / 86_400_000, last: last / 86_400_000 }
}
