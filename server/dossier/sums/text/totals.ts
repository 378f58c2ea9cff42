import { around, type Finding, plain } from '../finding'
import type { Written } from '../written/interval'
import { isNear } from './arithmetic'
import { type Masked, placeIn, sign, words } from './masked'

const { number: N, percent: P } = sign

/** What stands between two parts of a list, or between the last of them and their total. */
const joins = /^[^.;:!?()–—]{0,40}(?:[,;،]|\band\b|\bplus\b|(?<!\p{L})و)[^.:!?()–—]{0,16}$/iu
const beforeTotal = [
  /[,–—(-] ?(?:for |which is |making |or )?(?:a |the )?(?:combined |grand |overall )?(?:total|sum)(?: of| is| was)? ?$/iu,
  /[,–—(-] ?(?:or |making |totalling |totaling |altogether |together |in all,? |that is )(?:altogether |together )?$/iu,
  /(?:모두|총|합계|합쳐|도합) $/u,
  /(?:ما مجموعه|بمجموع|بإجمالي|المجموع) $/u,
]
const behindTotal = /^[^.;:!?]{0,16}?(?:in all|in total|altogether|all told|together)\b/iu
const beforeParts = /^[^.;!?]{0,36}?(?: ?[–—:(]| - )[^.;:!?()–—]{0,10}$/u
const behindParts = /^[^.;:!?()–—]{0,30}(?:[–—)]|- |\.?$)/u

/** Lists in which numbers are compared, or are of other things than the total, are not added. */
const noList =
  /\b(?:year|month|week|earlier|before|compared|versus|against|than|including|included|aged?|per|since|until|days?|hours?|minutes?|from|to|of|at|up|down|another)\b|등/iu

/** Totals of a sentence that are not those of the parts it lists. */
export function failingLists(sentence: Masked): Finding[] {
  const pieces = sentence.masked.split(new RegExp(N, 'u'))
  // Text and places in the list of numbers take turns.
  const gaps = pieces.filter((_, at) => at % 2 === 0)
  const numbers = pieces.flatMap((piece, at) => (at % 2 === 1 ? (sentence.numbers[Number(piece)] ?? []) : []))
  const found = numbers.flatMap((stated, at) => {
    const list = partsBefore(gaps, at) ?? partsBehind(gaps, at)
    if (!list || list.to - list.from < 2 || noList.test(gaps.slice(list.from + 1, list.to).join(' ')))
      return []
    return check(sentence, { parts: numbers.slice(list.from, list.to), stated, code: 'total' })
  })
  return found.slice(0, 1)
}

type Run = { from: number; to: number }

/** The parts, as places in the list of numbers, of a total that is said after them. */
function partsBefore(gaps: string[], total: number): Run | null {
  const gap = gaps[total] ?? ''
  const isTotal =
    beforeTotal.some((said) => said.test(gap)) || (joins.test(gap) && behindTotal.test(gaps[total + 1] ?? ''))
  if (!isTotal || gap.length > 60) return null
  let from = total - 1
  while (from > 0 && joins.test(gaps[from] ?? '')) from--
  return total - from < 2 ? null : { from: Math.max(0, from), to: total }
}

/** The parts of a total that is said before them. */
function partsBehind(gaps: string[], total: number): Run | null {
  if (!beforeParts.test(gaps[total + 1] ?? '')) return null
  let to = total + 2
  while (to < gaps.length - 1 && joins.test(gaps[to] ?? '')) to++
  return behindParts.test(gaps[to] ?? '') ? { from: total + 1, to } : null
}

const remaining = new RegExp(`${P}.*(?:the |and )(?:remaining|rest|remainder|other)${words(20)} ${P}`, 'iu')

/** Shares of a sentence of which the last is called the rest, and which are not a hundred together. */
export function failingRest(sentence: Masked): Finding[] {
  if (!remaining.test(sentence.masked)) return []
  const parts = sentence.numbers.filter(({ kind }) => kind === 'percent')
  const [stated] = parts.slice(-1)
  const sum = parts.reduce((all, { value }) => all + value, 0)
  const slack = parts.reduce((all, { step }) => all + step / 2, 0)
  const isHedged = parts.some(
    ({ low, high }) => !Number.isFinite(low) || !Number.isFinite(high) || high - low > 3,
  )
  if (!stated || isHedged || Math.abs(sum - 100) <= slack || Math.abs(sum - 100) > 40) return []
  const places = parts.map((one) => placeIn(sentence, one))
  const values = {
    parts: parts.map(({ value }) => plain(value)).join(' + '),
    sum: plain(sum),
    stated: '100%',
    label: '',
  }
  return [{ code: 'hundred', values, quote: around(places), cells: places }]
}

type Listed = { parts: Written[]; stated: Written; code: 'total' }

function check(sentence: Masked, { parts, stated, code }: Listed): Finding[] {
  const total = (of: 'low' | 'high' | 'value') => parts.reduce((sum, part) => sum + part[of], 0)
  if (total('low') <= stated.high + 1e-9 && total('high') >= stated.low - 1e-9) return []
  // A total is more than each of its parts, and where the sum is said, too, the list has another one.
  if (stated.value < 4 || parts.some(({ value }) => value >= stated.value)) return []
  if (sentence.numbers.some(({ value }) => value === total('value'))) return []
  if (!isNear(total('value'), stated.value)) return []
  const places = [...parts, stated].map((one) => placeIn(sentence, one))
  const values = {
    parts: parts.map(({ text }) => text).join(' + '),
    sum: plain(total('value')),
    stated: stated.text,
    label: '',
  }
  return [{ code, values, quote: around(places), cells: places }]
}
