import type { FoundCode } from '../finding'
import { sign, words } from './masked'

/** What a sentence computes: the pattern that says so, the order of its numbers, and what would have to come out. */
export type Rule = {
  code: FoundCode
  pattern: RegExp
  /** Numbers as the pattern catches them, put into the order that the rule computes with: the stated one last. */
  order: number[]
  compute: (numbers: number[]) => number
  names: string[]
}

const { number: N, percent: P } = sign
const of = '(?:out )?of (?:the |its |all |these |those |a total of |all the |his |her |their )?'
const pause =
  '(?:,? or |,? ?[–—] ?(?:or )?|, ?(?:that is,? |which is |equal to |equivalent to )?| ?\\()(?:about |around |roughly |some |nearly |almost |just over |just under |more than |over )?'
const noMore =
  '(?!\\s*(?:more|less|fewer|higher|lower|up\\b|down\\b|increase|from|of (?!the total|all|the whole)))'
const share = (numbers: number[]) => (100 * (numbers[0] ?? 0)) / (numbers[1] ?? 1)
const change = (numbers: number[]) => (100 * ((numbers[1] ?? 0) - (numbers[0] ?? 0))) / (numbers[0] ?? 1)
const moved =
  '(?:rose|risen|rising|fell|fallen|falling|grew|grown|increased?|increasing|decreased?|decreasing|dropped|climbed|jumped|declined?|declining|soared|shrank|went up|went down|up|down|gained|lost|cut|raised|reduced|lowered)'
const movement =
  '(?:an? |up |down |or )?(?:total )?(?:increase|rise|jump|growth|gain|decrease|drop|fall|decline|reduction|cut|loss|change)? ?(?:of )?(?:about |around |roughly |nearly |almost |more than |over )?'
const parted = ['part', 'whole', 'stated']
const ends = ['from', 'to', 'stated']

/** The ways in which sentences compute. */
export const rules: Rule[] = [
  {
    code: 'share',
    pattern: make(`${N} ${words(24)}${of}${N}${words(50)}${pause}${P}${noMore}`),
    order: [0, 1, 2],
    compute: share,
    names: parted,
  },
  {
    code: 'share',
    pattern: make(`${P}${words(30)}(?: ?\\(|,? or |, ?| ?[–—] ?)${N} ${words(20)}${of}${N}`),
    order: [1, 2, 0],
    compute: share,
    names: parted,
  },
  {
    code: 'share',
    pattern: make(
      `of (?:the |its |all |these |those )?${N}${words(50)}, ${words(20)}${N}${words(40)}(?:\\(|, or |[–—] ?(?:or )?)${P}${noMore}`,
    ),
    order: [1, 0, 2],
    compute: share,
    names: parted,
  },
  {
    code: 'share',
    pattern: make(`${N} ?\\p{L}{0,4} ?(?:가운데|중)(?:에서)? ?${words(12)}${N} ?\\p{L}{0,3} ?\\(${P}`),
    order: [1, 0, 2],
    compute: share,
    names: parted,
  },
  {
    code: 'share',
    pattern: make(
      `${N}${words(24)}من (?:أصل|بين|مجموع) ${N}${words(40)}(?:\\(|، أي |أي )(?:نحو |بنسبة )?${P}`,
    ),
    order: [0, 1, 2],
    compute: share,
    names: parted,
  },
  {
    code: 'change',
    pattern: make(`from ${N}${words(40)} to ${N}${words(40)}(?:, | \\(| ?[–—] ?)${movement}${P}`),
    order: [0, 1, 2],
    compute: change,
    names: ends,
  },
  {
    code: 'change',
    pattern: make(
      `${moved}(?: by)? (?:about |around |roughly |nearly |almost |more than |over |some )?${P}${words(40)},? from ${N}${words(40)} to ${N}`,
    ),
    order: [1, 2, 0],
    compute: change,
    names: ends,
  },
  {
    code: 'change',
    pattern: make(
      `${moved}(?: by)? (?:about |around |roughly |nearly |almost |more than |over |some )?${P}${words(30)} to ${N}${words(40)} from ${N}`,
    ),
    order: [2, 1, 0],
    compute: change,
    names: ends,
  },
  {
    code: 'change',
    pattern: make(
      `${N} ?\\p{L}{0,3}에서 ${words(10)}${N} ?\\p{L}{0,3}(?:으)?로 ${P} ?(?:늘|증가|줄|감소|상승|하락)`,
    ),
    order: [0, 1, 2],
    compute: change,
    names: ends,
  },
  {
    code: 'difference',
    pattern: make(
      `from ${N}${words(40)} to ${N}${words(40)}(?:, | \\(| ?[–—] ?)(?:an? |up |down )?(?:total )?(?:increase|rise|jump|gain|decrease|drop|fall|decline|reduction|cut|loss|difference)? ?(?:of |by )(?:about )?${N}(?! ?(?:per|times|years|months|weeks|days))`,
    ),
    order: [0, 1, 2],
    compute: ([a = 0, b = 0]) => b - a,
    names: ends,
  },
  {
    code: 'difference',
    pattern: make(
      `${moved} by (?:about )?${N}(?! ?(?:times|years|months|weeks|days))${words(30)},? from ${N}${words(40)} to ${N}`,
    ),
    order: [1, 2, 0],
    compute: ([a = 0, b = 0]) => b - a,
    names: ends,
  },
  {
    code: 'rate',
    pattern: make(
      `${N}${words(40)} (?:among|in a population of|out of|for|of|in) (?:the |its |some |about )?${N}${words(40)}(?:,? or |, ?| ?[–—(] ?)(?:or |a rate of |that is |which is |at a rate of )?(?:about )?${N} ?${words(20)}(?:per|for every|in every) ${N}`,
    ),
    order: [0, 1, 3, 2],
    compute: ([part = 0, whole = 1, base = 1]) => (part / whole) * base,
    names: ['part', 'whole', 'base', 'stated'],
  },
  {
    code: 'each',
    pattern: make(
      `${N}${words(30)} (?:for|among|between|by|across) (?:the |its |some )?${N}${words(30)}(?:,? or |, ?(?:that is |which is )?| ?[–—(] ?)(?:about )?[$€£₩]?${N} (?:each|apiece|per (?!cent|${N})\\p{L}+|an? (?:head|piece|person|home|house|family|household|day|pupil|student|resident))`,
    ),
    order: [0, 1, 2],
    compute: ([whole = 0, part = 1]) => whole / part,
    names: ['part', 'whole', 'stated'],
  },
]

function make(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll('[–—', '[-–—').replaceAll('[-–—(]', '[–—(-]'), 'giu')
}
