import { type Hedge, type Written, written } from './interval'

/** Whether a language writes 1,5 for one and a half. */
export function hasDecimalComma(language: string | null): boolean {
  return /^(?:de|fr|es|it|pt|nl|pl|ru|uk|cs|sk|sv|da|nb|no|fi|tr|el|hu|ro|id|vi)\b/.test(language ?? '')
}

const magnitudes: Record<string, number> = {
  ...{ ألف: 1e3, آلاف: 1e3, مليون: 1e6, ملايين: 1e6, مليار: 1e9 },
  ...{ mio: 1e6, millionen: 1e6, million: 1e6, millions: 1e6, millones: 1e6, milliarden: 1e9, tausend: 1e3 },
}
const behind = `(?:\\s?(${Object.keys(magnitudes).join('|')})(?!\\p{L}))?(?:\\s*(%|٪|percent|prozent|pour cent|por ciento))?`
const withComma = new RegExp(
  `(?<![\\p{Script=Latin}\\d.,:/_#-])(?:\\d{1,3}(?:[.\\s\\u202f]\\d{3})+(?!\\d)|\\d+)(,\\d+)?${behind}(?![\\p{Script=Latin}\\d:/])`,
  'giu',
)
const inArabic = new RegExp(
  `(?<![\\d.,:/])(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(\\.\\d+)?${behind}(?![\\d:/])`,
  'gu',
)
const hedges: [RegExp, Hedge][] = [
  [/(?:أكثر من|على الأقل|mehr als|über|mindestens|plus de|más de)\s*[$€£]?$/iu, 'more'],
  [/(?:أقل من|weniger als|höchstens|bis zu|moins de|menos de)\s*[$€£]?$/iu, 'less'],
  [/(?:نحو|حوالي|etwa|rund|ca\.|circa|environ|unos)\s*[$€£]?$/iu, 'about'],
]

/** The numbers of a text in a language that the grammar of figures does not read: those with a decimal comma, and Arabic. */
export function foreignNumbersIn(text: string, language: string | null): Written[] {
  const comma = hasDecimalComma(language)
  if (!comma && !/\p{Script=Arabic}/u.test(text)) return []
  return [...text.matchAll(comma ? withComma : inArabic)].map((match) => {
    const [whole, fraction = '', magnitude, percent] = match
    const digits = /^[\d.,\s\u202f]*\d/u.exec(whole)?.[0] ?? ''
    const plain = comma ? digits.replace(/[.\s\u202f]/gu, '').replace(',', '.') : digits.replace(/,/g, '')
    const by = magnitudes[(magnitude ?? '').toLowerCase()] ?? 1
    const isYear = plain === digits && !magnitude && /^(?:1[89]|20)\d\d$/.test(digits)
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    return written(Number(plain) * by, {
      ...{ text: whole.trim(), start: match.index, step: 10 ** -Math.max(0, fraction.length - 1) * by },
      kind: percent ? 'percent' : isYear ? 'year' : 'count',
      isRounded: Boolean(fraction || magnitude),
      hedge: hedges.find(([said]) => said.test(before))?.[1] ?? null,
    })
  })
}
