import { around, type Finding } from '../finding'
import { rangeOf, type WrittenDay } from '../written/day'
import type { Written } from '../written/interval'
import { type Masked, placeIn, sign } from './masked'

const { number: N, day: D } = sign
const words = (most: number) => `[^\\uE002-\\uE00E.;!?]{0,${most}}?`
const aged = `(?:aged |at the age of |at age |, )${N}`

/** Ways to say when somebody was born and how old they are, or were when they died. */
const patterns: { pattern: RegExp; born: number; age: number; at: number | null }[] = [
  {
    pattern: new RegExp(
      `\\bborn (?:on |in )?${D}${words(120)}(?:died|killed|dead)${words(40)}(?:on |in )${D}${words(20)}${aged}`,
      'giu',
    ),
    born: 1,
    at: 2,
    age: 3,
  },
  {
    pattern: new RegExp(
      `\\bborn (?:on |in )?${D}${words(120)}(?:died|killed)${words(40)}${aged}${words(20)}(?:on |in )${D}`,
      'giu',
    ),
    born: 1,
    age: 2,
    at: 3,
  },
  {
    pattern: new RegExp(
      `\\(${D} ?[–—-] ?${D}\\)${words(60)}(?:died )?(?:aged |at the age of |at age )${N}`,
      'giu',
    ),
    born: 1,
    at: 2,
    age: 3,
  },
  {
    pattern: new RegExp(`(?:aged |at the age of )${N}${words(60)}\\(${D} ?[–—-] ?${D}\\)`, 'giu'),
    age: 1,
    born: 2,
    at: 3,
  },
  {
    pattern: new RegExp(
      `\\bborn (?:on |in )?${D}${words(100)}(?:was|were|turned) ${N}(?: years old)?${words(30)} (?:on |in )${D}`,
      'giu',
    ),
    born: 1,
    age: 2,
    at: 3,
  },
  {
    pattern: new RegExp(
      `\\bborn (?:on |in )?${D}${words(60)}(?:is now|is|now|aged|turns) ${N}(?= years old|[,.)]|$| now)`,
      'giu',
    ),
    born: 1,
    age: 2,
    at: null,
  },
  {
    pattern: new RegExp(`${N}[ -]years?[ -]old${words(60)}\\bborn (?:on |in )?${D}`, 'giu'),
    age: 1,
    born: 2,
    at: null,
  },
]

/** Ages in a paragraph that are not those of who was born and died then; of the living, on the day the article is of. */
export function failingAges(paragraph: Masked, published: string | null): Finding[] {
  return patterns.flatMap((way) =>
    [...paragraph.masked.matchAll(way.pattern)].flatMap((match) => {
      const [born, age] = [paragraph.days[Number(match[way.born])], paragraph.numbers[Number(match[way.age])]]
      const at = way.at === null ? dayOf(published) : paragraph.days[Number(match[way.at])]
      return born && age && at ? check(paragraph, { born, age, at }) : []
    }),
  )
}

function dayOf(published: string | null): WrittenDay | null {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(published ?? '')
  if (!found) return null
  const [year, month, day] = found.slice(1).map((part) => (part ? Number(part) : null))
  return {
    year: year ?? null,
    month: month ?? null,
    day: day ?? null,
    weekday: null,
    text: '',
    start: 0,
    end: 0,
  }
}

function check(
  paragraph: Masked,
  { born, age, at }: { born: WrittenDay; age: Written; at: WrittenDay },
): Finding[] {
  const [from, to] = [rangeOf(born), rangeOf(at, born.year)]
  if (!from || !to || born.year === null || at.year === null) return []
  const youngest = yearsBetween(from.last, to.first)
  const oldest = yearsBetween(from.first, to.last)
  if (age.high >= youngest && age.low <= oldest) return []
  if (oldest < 0 || oldest > 125 || Math.abs(age.value - oldest) > 30) return []
  const places = [born, ...(at.text ? [at] : []), age].map((one) => placeIn(paragraph, one))
  const computed = youngest === oldest ? String(oldest) : `${youngest}–${oldest}`
  const values = { born: born.text, at: at.text || String(at.year), computed, stated: age.text }
  return [{ code: 'age', values, quote: around(places), cells: places }]
}

/** Whole years from one day to another, as ages are counted. */
function yearsBetween(first: number, second: number): number {
  const [from, to] = [new Date(first * 86_400_000), new Date(second * 86_400_000)]
  const years = to.getUTCFullYear() - from.getUTCFullYear()
  const isBefore =
    to.getUTCMonth() < from.getUTCMonth() ||
    (to.getUTCMonth() === from.getUTCMonth() && to.getUTCDate() < from.getUTCDate())
  return isBefore ? years - 1 : years
}
