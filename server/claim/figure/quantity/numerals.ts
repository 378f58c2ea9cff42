import type { Exactness } from '../../../../db/vocabulary/figure'
import { saidBefore, saidBehind } from './amounts'
import { numberAt } from './english/numbers'
import type { Written } from './english/written'
import { exemptIn } from './exempt'
import { koreanNumeralsIn } from './korean/korean'
import { begin, isName } from './quantities'
import { unitAt } from './terms'

/**
 * A number by itself, without what it counts; a range is two of them. Its place is in UTF-16 and holds its magnitude and, of a
 * share, its unit.
 */
export type Numeral = Pick<Written, 'end' | 'low' | 'high' | 'isDigits' | 'isVague' | 'isPart'> & {
  start: number
  kind: 'number' | 'percent' | 'points'
  exactness: Exactness
}

/**
 * Every number of a text in English or Korean, in order, read as figures are; what says no quantity is left out. It is read
 * a few sentences at a time, as patterns that look far ahead would take very long for a text without end.
 */
export function numeralsIn(text: string): Numeral[] {
  const found: Numeral[] = []
  for (let from = 0; from < text.length; ) {
    const to = endOfPiece(text, from)
    for (const one of numeralsOf(text.slice(from, to)))
      found.push({ ...one, start: one.start + from, end: one.end + from })
    from = to
  }
  return found
}

/** The most UTF-16 units that are read at once. */
const piece = 1_000

/** Where a piece of a text ends: behind the last sentence or word that fits in. */
function endOfPiece(text: string, from: number): number {
  if (text.length - from <= piece) return text.length
  const words = text.slice(from, from + piece)
  const ends = [words.lastIndexOf('. ') + 2, words.lastIndexOf(' ') + 1]
  return from + (ends.find((end) => end > piece / 2) ?? piece)
}

function numeralsOf(text: string): Numeral[] {
  // Most lines without a number end here: what is exempt takes longest to look for.
  if (text.search(begin) < 0 && !/[가-힣]/.test(text)) return []
  const taken = new Uint8Array(text.length)
  const isTaken = (start: number, end: number) => taken.subarray(start, end).includes(1)
  for (const { start, end } of exemptIn(text, () => false)) taken.fill(1, start, end)
  const found: Numeral[] = []
  const take = (one: Numeral) => {
    if (isTaken(one.start, one.end)) return
    taken.fill(1, one.start, one.end)
    found.push(one)
  }
  for (const { start, exactness, ...number } of koreanNumeralsIn(text))
    take({ ...withUnit(text, start, number.end), ...plain, low: number.low, high: number.high, exactness })
  for (const { index, 0: sign } of text.matchAll(begin)) {
    const start = /[\d½⅓⅔¼¾⅛⅜⅝⅞]/.test(sign) ? index : index + sign.length
    const number = taken[start] ? null : englishAt(text, start)
    if (number) take(number)
  }
  return found.sort((one, other) => one.start - other.start)
}

const plain = { isDigits: false, isVague: false, isPart: false }

function englishAt(text: string, at: number): Numeral | null {
  const isMoney = /[$€£¥₩₹]\s?$/.test(text.slice(Math.max(0, at - 2), at))
  const written = numberAt(text, at, isMoney)
  if (!written || isName(text, at, written.end) || isWithin(text, at, written)) return null
  const { low, high, isDigits, isVague, isPart } = written
  const { start, end, kind } = withUnit(text, at, written.end)
  const exactness = saidBehind(text, end)?.exactness ?? saidBefore(text, beforeSign(text, at))?.exactness
  return { start, end, kind, low, high, isDigits, isVague, isPart, exactness: exactness ?? 'exactly' }
}

/** Whether letters or signs around it make a number part of a word, of a time or of a version: "mid-1990", "1980s", "12/03". */
function isWithin(text: string, start: number, { end, isDigits }: Written): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)]
  if (/\p{Script=Latin}[-–]$|\d[.,:/]$|[:/#_]$/u.test(before) || /^[:/.]\d/.test(behind)) return true
  if (!isDigits) return /^-\p{L}/u.test(behind) && !/^-(?:year|month|week|day)/.test(text.slice(end, end + 6))
  return /^-?\p{Script=Latin}/u.test(behind) && unitAt(text, start, end).unit === ''
}

/** Where a currency's sign before a number begins. */
function beforeSign(text: string, at: number): number {
  const sign = /(?:[A-Z]{0,3}[$€£¥₩₹])\s?$/.exec(text.slice(Math.max(0, at - 5), at))
  return at - (sign?.[0].length ?? 0)
}

function withUnit(text: string, start: number, end: number): Pick<Numeral, 'start' | 'end' | 'kind'> {
  const { kind, end: behind } = unitAt(text, start, end)
  return kind === 'percent' || kind === 'points'
    ? { start, end: behind, kind }
    : { start, end, kind: 'number' }
}
