import { around, type Finding, plain } from '../finding'
import type { Written } from '../written/number'
import { isNear } from './arithmetic'
import { type Masked, placeIn, sign, words } from './masked'

const { number: N, percent: P } = sign
const item = `${N.replace('(', '(?:')}${words(28)}`
const list = `(${item}(?:(?:,|;|,? and|,? plus|،| و ?) ?${words(16)}${item})+)`

/** Parts and their total in one sentence, as it is said in a list; which group holds the list and which the total. */
const patterns: { pattern: RegExp; list: number; total: number }[] = [
  {
    pattern: new RegExp(
      `${list}[,–—(-] ?(?:for |which is |making |or )?(?:a |the )?(?:combined |grand |overall )?(?:total|sum)(?: of| is| was)? ?${N}`,
      'giu',
    ),
    list: 1,
    total: 2,
  },
  {
    pattern: new RegExp(
      `${list}[,–—(-] ?(?:or |making |totalling |totaling |altogether |together |in all,? |that is )(?:altogether |together )?${N}`,
      'giu',
    ),
    list: 1,
    total: 2,
  },
  {
    pattern: new RegExp(
      `${list}[,–—(-] ?(?:or |making )?${N}${words(16)} (?:in all|in total|altogether|all told|together)`,
      'giu',
    ),
    list: 1,
    total: 2,
  },
  {
    pattern: new RegExp(`${N}${words(36)}(?: ?[–—:(] ?| - )${words(10)}${list}\\s?(?:[–—)]|- |\\.?$)`, 'giu'),
    list: 2,
    total: 1,
  },
  {
    pattern: new RegExp(`(?:총|모두|전체) ${N}\\p{L}{0,3} ?\\(${words(8)}${list}\\)`, 'giu'),
    list: 2,
    total: 1,
  },
  { pattern: new RegExp(`${list}[,،]? ?(?:등 )?(?:모두|총|합계|합쳐|도합) ${N}`, 'giu'), list: 1, total: 2 },
  {
    pattern: new RegExp(`${list}[,،]? ?(?:أي |في )?(?:ما مجموعه|بمجموع|بإجمالي|المجموع) ${N}`, 'giu'),
    list: 1,
    total: 2,
  },
]

/** Lists in which numbers are compared, or are of other things than the total, are not added. */
const noList =
  /\b(?:year|month|week|earlier|before|compared|versus|against|than|including|included|aged?|per|since|until|days?|hours?|minutes?|from|to|of|at|up|down|another)\b|등/iu

/** Totals of a sentence that are not those of the parts it lists. */
export function failingLists(sentence: Masked): Finding[] {
  const found = patterns.flatMap(({ pattern, list: listed, total }) =>
    [...sentence.masked.matchAll(pattern)].flatMap((match) => {
      const text = match[listed] ?? ''
      const stated = sentence.numbers[Number(match[total])]
      const parts = [...text.matchAll(new RegExp(N, 'gu'))].flatMap(
        ([, at]) => sentence.numbers[Number(at)] ?? [],
      )
      if (!stated || noList.test(text) || parts.length < 2) return []
      return check(sentence, { parts, stated, code: 'total' })
    }),
  )
  return found.slice(0, 1)
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
