import { isCountedYear } from '../../../claim/figure/quantity/english/years'
import { type Numeral, numeralsIn } from '../../../claim/figure/quantity/numerals'
import { foreignNumbersIn, hasDecimalComma } from './foreign'
import { type Hedge, type Written, written } from './interval'

/**
 * The plain numbers of a text in their order with their magnitude and per cent, as figures are read in English and Korean;
 * of other languages, digits as these write them. A half is a share, and what only says a size, as "dozens", may be any number.
 */
export function numbersIn(text: string, language: string | null = null): Written[] {
  const foreign = foreignNumbersIn(text, language)
  const own = numeralsIn(text).flatMap((numeral) => {
    if (numeral.isDigits && hasDecimalComma(language)) return []
    return foreign.some(({ start, end }) => numeral.start < end && numeral.end > start)
      ? []
      : [ofNumeral(text, numeral)]
  })
  return [...own, ...foreign].sort((one, other) => one.start - other.start)
}

function ofNumeral(text: string, numeral: Numeral): Written {
  const { start, end, low, high, isVague, isPart, kind } = numeral
  const said = text.slice(start, end)
  const base = { text: said.trim(), start, end }
  if (isVague || low !== high)
    return { ...base, value: low, step: 1, kind: 'count', low: -Infinity, high: Infinity }
  if (isPart && kind === 'number')
    return written(Number((low * 100).toFixed(1)), {
      ...{ ...base, kind: 'percent', step: 5, isRounded: true, hedge: 'about' },
    })
  const { step, isRounded } = roundingOf(said, low)
  const isYear = /^(?:1[89]|20)\d\d$/.test(said) && !isCountedYear(text, start, end)
  return written(low, {
    ...{ ...base, kind: kind === 'number' ? (isYear ? 'year' : 'count') : kind },
    ...{ step, isRounded, hedge: hedges[numeral.exactness] ?? null },
  })
}

const hedges: Partial<Record<Numeral['exactness'], Hedge>> = {
  ...{ about: 'about', 'at-least': 'more', 'more-than': 'more' },
  ...{ 'at-most': 'less', 'up-to': 'less', 'fewer-than': 'less' },
} as const

const largeWords: [RegExp, number][] = [
  [/trillion|\b(?:tn|trn)\b|T$|조/i, 1e12],
  [/billion|\bbn\b|bn$|[bB]$|억/i, 1e9],
  [/crore/i, 1e7],
  [/million|(?:mn|mln)$|[mM]$/i, 1e6],
  [/lakh/i, 1e5],
  [/만/, 1e4],
  [/thousand|[kK]$|천/i, 1e3],
]

/** One of the last place that is written, and whether what is smaller was left out: a tenth of a million in "1.2 million". */
function roundingOf(said: string, value: number): { step: number; isRounded: boolean } {
  const number = said.replace(/\s?(?:%p?|٪|％|per ?cent.*|percent.*|퍼센트.*|프로)$/iu, '')
  const last = [...number.matchAll(/[\d.,]+|\p{L}+/gu)].at(-1)?.[0] ?? ''
  const by = /^\d/.test(last) ? 1 : (largeWords.find(([word]) => word.test(last))?.[1] ?? 1)
  const places = /[.,](\d+)\D*$/.exec(number.replace(/,(?=\d{3}(?!\d))/g, ''))?.[1]?.length ?? 0
  if (places > 0 || by > 1000 || (by > 1 && /\d/.test(number)))
    return { step: 10 ** -places * by, isRounded: true }
  // Halves and quarters.
  return Number.isInteger(value) ? { step: 1, isRounded: false } : { step: 0.5, isRounded: true }
}
