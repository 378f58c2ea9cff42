import { codePointsBefore, type Span, utf16Before } from '../../../claim/quote'
import { daysIn, type WrittenDay } from '../written/day'
import type { Written } from '../written/interval'
import { numbersIn } from '../written/number'

/** A text in which each number and date is a sign with its place in a list, so that patterns can speak of them. */
export type Masked = { text: string; masked: string; numbers: Written[]; days: WrittenDay[]; start: number }

const [count, percent, day, end] = ['\uE000', '\uE001', '\uE002', '\uE00F']

/** Parts of patterns over a masked text: a number, a share, a date, each caught as its place in its list. */
export const sign = {
  number: `${count}(\\d+)${end}`,
  percent: `${percent}(\\d+)${end}`,
  day: `${day}(\\d+)${end}`,
}
/** Words of the same sentence without another number, at most so many signs. */
export const words = (most: number) => `[^\\uE000-\\uE00F.;:!?]{0,${most}}?`

/** Masks a text that begins at a code point of the frozen text. */
export function maskOf(text: string, start: number, language: string | null): Masked {
  const days = daysIn(text)
  const numbers = numbersIn(text, language).filter(
    (one) => !days.some((other) => one.start < other.end && one.end > other.start),
  )
  return masked(text, { start, numbers, days })
}

/** A stretch of a masked text by itself; its place is in code points of the frozen text. */
export function partOf({ text, start, numbers, days }: Masked, span: Span): Masked {
  const [from, to] = [utf16Before(text, span.start - start), utf16Before(text, span.end - start)]
  const within = <Read extends { start: number; end: number }>(all: Read[]) =>
    all
      .slice(firstFrom(all, from), firstFrom(all, to))
      .flatMap((one) => (one.end <= to ? [{ ...one, start: one.start - from, end: one.end - from }] : []))
  return masked(text.slice(from, to), { start: span.start, numbers: within(numbers), days: within(days) })
}

/** The index of the first, of those in order, that begins at a place or behind it: a text may have very many. */
function firstFrom(all: readonly { start: number }[], place: number): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.start ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

function masked(text: string, read: Pick<Masked, 'start' | 'numbers' | 'days'>): Masked {
  const signs = [
    ...read.days.map((one, at) => ({ one, sign: `${day}${at}${end}` })),
    ...read.numbers.map((one, at) => ({ one, sign: `${isShare(one) ? percent : count}${at}${end}` })),
  ].sort((first, second) => first.one.start - second.one.start)
  let [said, from] = ['', 0]
  for (const { one, sign: short } of signs) {
    said += text.slice(from, one.start) + short
    from = one.end
  }
  return { text, masked: said + text.slice(from), ...read }
}

const isShare = ({ kind }: Written) => kind === 'percent' || kind === 'points'

/** Where something of a masked text stands in the frozen text, in code points. */
export function placeIn({ text, start }: Masked, one: { start: number; end: number }): Span {
  return { start: start + codePointsBefore(text, one.start), end: start + codePointsBefore(text, one.end) }
}
