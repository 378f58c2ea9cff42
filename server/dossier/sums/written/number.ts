/** A number as it is written, with all it may stand for after rounding and hedging; places are UTF-16 units of the text it was read from. */
export type Written = {
  value: number
  low: number
  high: number
  /** One of its last written place. */
  step: number
  kind: 'count' | 'percent' | 'points' | 'year'
  text: string
  start: number
  end: number
}

const small =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'
const words = new Map<string, number>([
  ...small.split(' ').map((word, at) => [word, at + 1] as const),
  ...tens.split(' ').map((word, at) => [word, 10 * (at + 2)] as const),
  ...tens.split(' ').flatMap((ten, at) =>
    small
      .split(' ')
      .slice(0, 9)
      .map((one, unit) => [`${ten}-${one}`, 10 * (at + 2) + unit + 1] as const),
  ),
])

const magnitudes: Record<string, number> = {
  ...{
    thousand: 1e3,
    million: 1e6,
    mn: 1e6,
    m: 1e6,
    billion: 1e9,
    bn: 1e9,
    trillion: 1e12,
    tn: 1e12,
    k: 1e3,
  },
  ...{ 천: 1e3, 만: 1e4, 백만: 1e6, 천만: 1e7, 억: 1e8, 조: 1e12, ألف: 1e3, مليون: 1e6, مليار: 1e9 },
}

const longerFirst = (all: Iterable<string>) =>
  [...all].sort((one, other) => other.length - one.length).join('|')

/** Said before a number, and what it leaves open: more, less, or some on either side. */
const hedges: [RegExp, 'more' | 'less' | 'about'][] = [
  [
    /(?:more than|over|at least|upwards of|no fewer than|not less than|above|最低|최소|أكثر من|على الأقل)\s*[$€£₩]?$/iu,
    'more',
  ],
  [/(?:up to|at most|fewer than|less than|under|below|no more than|최대|أقل من)\s*[$€£₩]?$/iu, 'less'],
  [
    /(?:about|around|roughly|approximately|approx\.|some|nearly|almost|close to|an estimated|circa|c\.|~|≈|약|대략|거의|نحو|حوالي)\s*[$€£₩]?$/iu,
    'about',
  ],
]

const after = `(?:\\s?(${longerFirst(Object.keys(magnitudes))})(?![\\p{Script=Latin}]))?(\\+)?(?:\\s*(percentage points?|per ?cent(?!age)|percent(?!age)|%p|%|٪|퍼센트포인트|퍼센트|프로))?(\\+)?`
const number = {
  dot: new RegExp(`(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(\\.\\d+)?${after}`, 'giu'),
  comma: new RegExp(`(?:\\d{1,3}(?:[.\\s\\u202f]\\d{3})+(?!\\d)|\\d+)(,\\d+)?${after}`, 'giu'),
}
const wordNumber = new RegExp(
  `(?<![\\p{L}-])(?:${longerFirst(words.keys())})(?![\\p{L}-])(?:\\s+(?:(per ?cent|percent)(?!age)))?`,
  'giu',
)

/** Whether a language writes 1,5 for one and a half. */
function hasDecimalComma(language: string | null): boolean {
  return /^(?:de|fr|es|it|pt|nl|pl|ru|uk|cs|sk|sv|da|nb|no|fi|tr|el|hu|ro|id|vi)\b/.test(language ?? '')
}

/**
 * The plain numbers of a text in their order: digits with their magnitude and per cent, and English words up to
 * ninety-nine. What is part of a name, a time, an ordinal or an address is left alone.
 */
export function numbersIn(text: string, language: string | null = null): Written[] {
  const comma = hasDecimalComma(language)
  const digits = [...text.matchAll(comma ? number.comma : number.dot)].flatMap((match) => {
    const [whole, fraction = '', magnitude, plus, percent, plusAfter] = match
    if (isNamed(text, match.index, match.index + whole.length)) return []
    const base = whole
      .slice(0, whole.search(/[^\d.,\s\u202f]/u) < 0 ? undefined : whole.search(/[^\d.,\s\u202f]/u))
      .trim()
    const plainDigits = comma ? base.replace(/[.\s\u202f]/gu, '').replace(',', '.') : base.replace(/,/g, '')
    const factor = magnitudes[(magnitude ?? '').toLowerCase()] ?? 1
    const kind = kindOf(percent, plainDigits === base && !magnitude && isYear(base))
    const step = 10 ** -Math.max(0, fraction.length - 1) * factor
    const hedge =
      plus || plusAfter ? 'more' : hedgeBefore(text.slice(Math.max(0, match.index - 24), match.index))
    return [
      written(Number(plainDigits) * factor, {
        kind,
        step,
        isRounded: Boolean(fraction || magnitude),
        hedge,
        text: whole.trim(),
        start: match.index,
      }),
    ]
  })
  const named = [...text.matchAll(wordNumber)].map((match) => {
    const [whole, percent] = match
    const value = words.get(whole.replace(/\s+per ?cent$/i, '').toLowerCase()) ?? 0
    const hedge = hedgeBefore(text.slice(Math.max(0, match.index - 24), match.index))
    return written(value, {
      kind: percent ? 'percent' : 'count',
      step: 1,
      isRounded: false,
      hedge,
      text: whole,
      start: match.index,
    })
  })
  return [...digits, ...named].sort((one, other) => one.start - other.start)
}

const isYear = (digits: string) => /^(?:1[89]|20)\d\d$/.test(digits)

function kindOf(percent: string | undefined, mayBeYear: boolean): Written['kind'] {
  if (!percent) return mayBeYear ? 'year' : 'count'
  return /point|%p|포인트/i.test(percent) ? 'points' : 'percent'
}

/** Covid-19, B52, 3rd, 15:58, 1980s, 3½, v2.1.4, 12/03. */
function isNamed(text: string, start: number, end: number): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 3)]
  if (
    /[\p{L}_#]$|[\p{L}\d][-–]$|\d[.,:/]$|[:/]$/u.test(before) &&
    !/\d[-–]$|[\p{Script=Hangul}\p{Script=Arabic}]$/u.test(before)
  )
    return true
  return /^(?:st|nd|rd|th|s)(?!\p{L})|^[:/]\d|^[½¼¾⅓⅔]|^[.]\d|^[-–]?[A-Z]\d/u.test(behind)
}

function hedgeBefore(before: string): 'more' | 'less' | 'about' | null {
  return hedges.find(([said]) => said.test(before))?.[1] ?? null
}

type Reading = Pick<Written, 'kind' | 'step' | 'text' | 'start'> & {
  isRounded: boolean
  hedge: 'more' | 'less' | 'about' | null
}

function written(value: number, { kind, step, isRounded, hedge, text, start }: Reading): Written {
  const round = kind === 'percent' || kind === 'points' ? step * 0.999 : roundness(value, step, isRounded)
  const loose = hedge === 'about' ? Math.max(round, Math.abs(value) / 10) : round
  return {
    ...{ value, step, kind, text, start, end: start + text.length },
    low: hedge === 'less' ? -Infinity : value - loose,
    high: hedge === 'more' ? Infinity : value + loose,
  }
}

/** How far a number may be from what was counted: half its last place where it is rounded, as 34,000 seems to be. */
function roundness(value: number, step: number, isRounded: boolean): number {
  if (isRounded) return step / 2
  const noughts = /0{3,}$/.exec(String(Math.abs(value)))?.[0].length ?? 0
  return noughts ? Math.min(10 ** noughts / 2, Math.abs(value) / 20) : 0
}
