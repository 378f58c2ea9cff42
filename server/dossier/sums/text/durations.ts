import { around, type Finding } from '../finding'
import { rangeOf, type WrittenDay } from '../written/day'
import type { Written } from '../written/interval'
import { type Masked, placeIn, sign } from './masked'

const { number: N, day: D } = sign
const unit = '[ -](day|week|month|year)s?'
const gap = (most: number) => `[^\\uE002-\\uE00E]{0,${most}}?`

/** Ways to say how long it is from one date to another, and in which order the two dates and the length are caught. */
const patterns: {
  pattern: RegExp
  from: number
  to: number
  length: number
  unit: number
  isInclusive: boolean
}[] = [
  {
    pattern: new RegExp(`${D}${gap(160)}${N}${unit} later,? (?:on |in |– |— |\\()?${D}`, 'giu'),
    from: 1,
    length: 2,
    unit: 3,
    to: 4,
    isInclusive: false,
  },
  {
    pattern: new RegExp(
      `(?:from|between) ${D}(?:,? (?:to|until|and|through|till) )${D}(?:,| ?\\(| ?[–—-])? ?(?:or |that is |a period of |over |a |an )?(?:period of )?${N}${unit}`,
      'giu',
    ),
    from: 1,
    to: 2,
    length: 3,
    unit: 4,
    isInclusive: true,
  },
  {
    pattern: new RegExp(
      `${N}${unit},? (?:from|between) ${D}(?:,? (?:to|until|and|through|till) )${D}`,
      'giu',
    ),
    length: 1,
    unit: 2,
    from: 3,
    to: 4,
    isInclusive: true,
  },
  {
    pattern: new RegExp(
      `${D},? (?:exactly )?${N}${unit} after [^\\uE000-\\uE00F.;!?]{0,60}?(?:on |of |in )${D}`,
      'giu',
    ),
    to: 1,
    length: 2,
    unit: 3,
    from: 4,
    isInclusive: false,
  },
  {
    pattern: new RegExp(
      `${D},? (?:exactly )?${N}${unit} before [^\\uE000-\\uE00F.;!?]{0,60}?(?:on |of |in )${D}`,
      'giu',
    ),
    from: 1,
    length: 2,
    unit: 3,
    to: 4,
    isInclusive: false,
  },
  {
    pattern: new RegExp(`${D}(?:부터|에서) ${D}까지 ${N}(일|주|개월|년)(?:간|동안)`, 'giu'),
    from: 1,
    to: 2,
    length: 3,
    unit: 4,
    isInclusive: true,
  },
]

const days: Record<string, number> = {
  day: 1,
  week: 7,
  month: 30.44,
  year: 365.25,
  일: 1,
  주: 7,
  개월: 30.44,
  년: 365.25,
}
const units: Record<string, string> = { 일: 'day', 주: 'week', 개월: 'month', 년: 'year' }

/** Lengths of time in a paragraph that are not those between its dates; `published` helps where no year is said. */
export function failingDurations(paragraph: Masked, published: string | null): Finding[] {
  const year = published ? Number(published.slice(0, 4)) : null
  return patterns.flatMap((way) =>
    [...paragraph.masked.matchAll(way.pattern)].flatMap((match) => {
      const [from, to] = [paragraph.days[Number(match[way.from])], paragraph.days[Number(match[way.to])]]
      const length = paragraph.numbers[Number(match[way.length])]
      // A sentence between the two may have gone on to something else.
      if (!from || !to || !length || (match[0].match(/[.!?]["”’]?\s/g) ?? []).length > 1) return []
      return check(paragraph, {
        from,
        to,
        length,
        unit: (match[way.unit] ?? '').toLowerCase(),
        isInclusive: way.isInclusive,
        year,
      })
    }),
  )
}

type Stretch = {
  from: WrittenDay
  to: WrittenDay
  length: Written
  unit: string
  isInclusive: boolean
  year: number | null
}

function check(paragraph: Masked, { from, to, length, unit: said, isInclusive, year }: Stretch): Finding[] {
  const assumed = from.year ?? to.year ?? year ?? 2023
  // Without any year the dates may pass a new year, or a leap day.
  if (
    from.year === null &&
    to.year === null &&
    from.month !== null &&
    to.month !== null &&
    to.month < from.month
  )
    return []
  const [first, second] = [rangeOf(from, assumed), rangeOf(to, to.year ?? assumed)]
  const size = days[said]
  if (!first || !second || !size) return []
  const [low, high] = [(second.first - first.last) / size, (second.last - first.first) / size]
  const leap = from.year === null && to.year === null ? 1 / size : 0
  const loose = (said === 'day' || said === '일' ? 0 : 0.51) + (isInclusive ? 1 / size : 0) + leap
  const years = isInclusive && (said === 'year' || said === '년') ? 1 : 0
  if (high < 0 || (length.low <= high + loose + years && length.high >= low - loose)) return []
  const computed = (low + high) / 2
  if (Math.abs(computed - length.value) > Math.max(3, 0.6 * Math.max(computed, length.value))) return []
  const places = [from, to, length].map((one) => placeIn(paragraph, one))
  const values = {
    from: from.text,
    to: to.text,
    computed: Math.round(computed),
    stated: length.value,
    unit: units[said] ?? said,
  }
  return [{ code: 'duration', values, quote: around(places), cells: places }]
}

/** Days of the week that are not those of their dates. */
export function failingWeekdays(paragraph: Masked): Finding[] {
  return paragraph.days.flatMap((one) => {
    const range = rangeOf(one)
    if (one.weekday === null || one.day === null || !range) return []
    const computed = (((range.first + 4) % 7) + 7) % 7
    if (computed === one.weekday) return []
    const place = placeIn(paragraph, one)
    return [
      {
        code: 'weekday',
        values: { date: one.text, computed, stated: one.weekday },
        quote: place,
        cells: [place],
      } satisfies Finding,
    ]
  })
}
