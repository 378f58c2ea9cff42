import type { Exactness } from '../../../../../db/vocabulary/figure'
import type { Found, QuantityKind } from '../quantity'
import { unitAt } from '../terms'
import { multiplier, nativeOnes, nativeTens, valueIn } from './korean-value'

/** What is counted with a word of its own; some of them are units of time. */
const counters =
  '명|인(?=[이은을의 ,.]|$)|사람|분(?=[의이은을께 ])|개국|개소|개월|개|건|곳|대|마리|채|척|가구|세대|차례|번|회|배|장|권|병|그루|점|표|석|팀|가지|종|편|발|기|층|동|통|줄|쌍|벌|켤레|학교|나라|달(?!러)|해|살|세(?![대기계])|시간|분간|분|초|년간|년|일간|일|주일|주|개 ?단체'
const timed: Record<string, { unit: string; kind: QuantityKind }> = {
  ...{
    년: { unit: 'years', kind: 'duration' },
    년간: { unit: 'years', kind: 'duration' },
    해: { unit: 'years', kind: 'duration' },
  },
  ...{ 개월: { unit: 'months', kind: 'duration' }, 달: { unit: 'months', kind: 'duration' } },
  ...{ 주: { unit: 'weeks', kind: 'duration' }, 주일: { unit: 'weeks', kind: 'duration' } },
  ...{ 일: { unit: 'days', kind: 'duration' }, 일간: { unit: 'days', kind: 'duration' } },
  ...{ 시간: { unit: 'hours', kind: 'duration' }, 초: { unit: 'seconds', kind: 'duration' } },
  ...{
    분간: { unit: 'minutes', kind: 'duration' },
    살: { unit: 'years', kind: 'age' },
    세: { unit: 'years', kind: 'age' },
  },
}

const digits = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
// Nobody writes more: what a hostile text repeats without end is not tried in all ways.
const inDigits = `(?:${digits})(?:[십백천만억조]{1,3}(?: ?(?:${digits})(?:[십백천만억조]{1,3}|(?=여? ?(?:${counters}|원)))){0,4})?`
const inSino = '(?=[일이삼사오육칠팔구]?[십백천만억조])[일이삼사오육칠팔구십백천만억조]{1,16}'
const inNative = `(?:${Object.keys(nativeTens).join('|')})?(?:${Object.keys(nativeOnes).join('|')})|${Object.keys(nativeTens).join('|')}`
const vague = '수(?:십만|백만|천만|십억|백억|천억|십|백|천|만|억)|몇(?:십|백|천|만)'
const prefix = '(?<before>약|대략|최소한|최소|적어도|최대|총|모두|무려|거의|불과|겨우|어림잡아) ?'
const number = `(?<first>${inDigits}|(?<![가-힣])(?:${vague}|${inSino}|${inNative}))`
const range = `(?: ?(?:${counters}|원|달러|%|퍼센트)?(?: ?[~∼～-] ?|에서 )(?<last>${inDigits}))?`
const suffix =
  '(?<behind> ?(?:이상|이하|미만|초과|가량|정도|안팎|내외|쯤|남짓|(?:을|를|이|가)? ?(?:넘는|넘게|넘은|넘었|웃도는|웃돌)|에 (?:달하는|달했|이르는)|에 못 미치는))?'
const amount = new RegExp(
  `(?<![\\d.,A-Za-z-])(?:(?<![가-힣])${prefix})?${number}${range}(?<more>여)?(?<unit> ?(?:${counters}|(?=원|달러|유로|엔|위안|파운드|루블|루피|불|미국|%|％|㎞|㎡|㎏|㏊|km|kg|톤|미터|킬로|헥타르|제곱|세제곱|도(?=[ ,.를의까])|배럴|리터|퍼센트|프로)))(?<half> ?반)?${suffix}`,
  'gu',
)

const exactness: [RegExp, Exactness][] = [
  [/이상|최소|적어도/, 'at-least'],
  [/넘|웃도|웃돌|초과/, 'more-than'],
  [/미만|못 미치/, 'fewer-than'],
  [/이하/, 'at-most'],
  [/최대/, 'up-to'],
  [/약|대략|가량|정도|안팎|내외|쯤|남짓|거의|여|어림/, 'about'],
]

/** Every Korean amount of a text, in UTF-16, where nothing else was read yet. */
export function koreanIn(text: string, isTaken: (start: number, end: number) => boolean): Found[] {
  if (!/[가-힣]/.test(text)) return []
  return [...text.matchAll(amount)].flatMap((match) => {
    if (!isNumber(text, match)) return []
    const found = read(text, match, match.groups ?? {}, match.index)
    return found && !isTaken(found.start, found.end) ? [found] : []
  })
}

/** Words of numbers are syllables of many other words: they count only where a word begins and a counter follows. */
function isNumber(text: string, match: RegExpExecArray): boolean {
  const { first = '', unit = '' } = match.groups ?? {}
  if (/^\d/.test(first)) return true
  const at = match.index + match[0].indexOf(first)
  if (/[가-힣]/.test(text[at - 1] ?? '') || !unit.trim() || isFirstNamed(first, unit.trim())) return false
  return !/^[일이사오구]$/.test(first)
}

/** "한 번" is once upon a time as often as once. */
const isFirstNamed = (first: string, counter: string) =>
  first === '한' && /^(?:번|편|해|달|점|대|분|사람|장|기|발|종|통|동|층)$/.test(counter)

/** A number of a text without what is counted, in UTF-16, with how exact its words say it is. */
export type KoreanNumeral = { start: number; end: number; low: number; high: number; exactness: Exactness }

/** The numbers of a text that are written with Korean signs or stand before a Korean counter; a range is two. */
export function koreanNumeralsIn(text: string): KoreanNumeral[] {
  if (!/[가-힣]/.test(text)) return []
  const counted = [...text.matchAll(amount)].filter((match) => isNumber(text, match)).flatMap(numeralsOf)
  const bare = [...text.matchAll(bareNumber)].flatMap(({ index, 0: words }): KoreanNumeral[] => {
    const [low, high] = valueIn(words) ?? []
    const isIn = counted.some(({ start, end }) => index >= start && index < end)
    if (low === undefined || high === undefined || isIn) return []
    return [{ start: index, end: index + words.length, low, high, exactness: 'exactly' }]
  })
  return [...counted, ...bare]
}

/** Digits with signs of magnitude, whatever stands behind them. */
const bareNumber = new RegExp(`(?<![\\d.,A-Za-z-])(?:${digits})[십백천만억조]{1,3}(?![가-힣])`, 'gu')

function numeralsOf(match: RegExpExecArray): KoreanNumeral[] {
  const { first = '', last = '' } = match.groups ?? {}
  const start = match.index + match[0].indexOf(first)
  const [value, top] = [valueIn(first), valueIn(last)]
  if (!value) return []
  const by = last && top && value[0] < top[0] ? multiplier(last, first) : 1
  const said = exactnessOf(match.groups ?? {}, value)
  const lower = {
    ...{ start, end: start + first.length },
    ...{ low: value[0] * by, high: value[1] * by, exactness: said },
  }
  if (!last || !top) return [lower]
  const at = match.index + match[0].indexOf(last, start - match.index + first.length)
  return [lower, { start: at, end: at + last.length, low: top[0], high: top[1], exactness: said }]
}

function exactnessOf(
  { before = '', more = '', behind = '' }: Record<string, string | undefined>,
  [low, high]: [number, number],
  late = '',
): Exactness {
  const words = `${before}${more}${behind}${late}`
  return exactness.find(([pattern]) => pattern.test(words))?.[1] ?? (low !== high ? 'about' : 'exactly')
}

function read(
  text: string,
  match: RegExpMatchArray,
  groups: Record<string, string | undefined>,
  start: number,
): Found | null {
  const value = valueIn(groups.first ?? '')
  if (!value) return null
  const top = groups.last ? valueIn(groups.last) : null
  const by = top && value[0] < top[0] ? multiplier(groups.last ?? '', groups.first ?? '') : 1
  const [low, high] = [
    value[0] * by + (groups.half ? 0.5 : 0),
    (top?.[1] ?? value[1] * by) + (groups.half ? 0.5 : 0),
  ]
  const counter = groups.unit?.trim() ?? ''
  const behind = groups.behind ?? ''
  const unitStart = start + match[0].length - behind.length - (groups.half ?? '').length
  const measured = counter ? (timed[counter] ?? null) : unitAt(text, start, unitStart)
  if (measured && !counter && !measured.unit) return null
  const end =
    measured && 'end' in measured ? Math.max(measured.end as number, unitStart) : start + match[0].length
  const late = measured && 'end' in measured ? suffixAt(text, end) : ''
  const said = exactnessOf(groups, value, late)
  const [open, shut] = [
    said === 'at-least' || said === 'more-than',
    said === 'at-most' || said === 'up-to' || said === 'fewer-than',
  ]
  return {
    ...{ kind: measured?.kind ?? 'number', unit: measured?.unit ?? '', exactness: said },
    ...{ low: shut && !top ? null : low, high: open && !top ? null : high },
    ...{
      start,
      end: end + late.length,
      counted: measured ? '' : nounBefore(text, start) || nounBehind(text, end + late.length) || counter,
    },
  }
}

const suffixAlone =
  / ?(?:이상|이하|미만|초과|가량|정도|안팎|내외|쯤|남짓|(?:을|를|이|가)? ?(?:넘는|넘게|넘은|넘었|웃도는|웃돌))/uy

function suffixAt(text: string, at: number): string {
  suffixAlone.lastIndex = at
  return suffixAlone.exec(text)?.[0] ?? ''
}

const particle =
  /(?:은|는|이|가|을|를|에|에서|에게|의|도|로|으로|과|와|고|며|면|서|부터|까지|만|지|한|된|던|할|인|들어|해|총|약)$/u
const notNoun =
  /^(?:지난|올해|작년|이번|최근|현재|모두|총|약|최소|최대|또|그|이|저|전체|매년|매일|하루|한편|이후|이전|당시|그중|이중|가운데|중|등|및|각각)$/u

/** The noun right before a number, without a particle: "주민" in "주민 2천 명". */
function nounBefore(text: string, start: number): string {
  const word = /(?:^|[\s,.(“"])([가-힣]{2,}) $/u.exec(text.slice(Math.max(0, start - 16), start))?.[1] ?? ''
  return word && !particle.test(word) && !notNoun.test(word) ? word : ''
}

/** The noun behind it: "주민" in "600명의 주민이". */
function nounBehind(text: string, end: number): string {
  const word = /^의 ([가-힣]{2,})/u.exec(text.slice(end, end + 16))?.[1] ?? ''
  return word.replace(/(?:들)?(?:은|는|이|가|을|를|에게|에서|의|도)$/u, '')
}
