import type { Exactness } from '../../../../db/vocabulary/figure'
import { before, behind } from './english/words'
import { matchAt } from './english/written'
import { isYear } from './english/years'
import type { Found } from './quantity'
import { type Term, termAt } from './terms'

/** A number or a range with what says how exact it is; its place in UTF-16. */
export type Amount = Extract<Found, { kind: string; start: number }> & { last: Term }

const rangeAt = /- (?:to|and|or) (?=\d)|\s?[-–—~∼]\s?(?=[\d$€£¥₩½¼¾])| to (?=[\w$€£¥₩½¼¾])/uy
const andAt = / (?:and|to) (?=(?:about |around |roughly )?[\w$€£¥₩½¼¾])/y
const orAt = /(?: or |-or-|-to-)(?=[\w$€£¥₩½¼¾])/y
const betweenBefore =
  /\b(?:[Aa]nywhere )?[Bb]etween (?:about |around |roughly |some |an estimated )?(?:(?:US|[AC])?[$€£¥])?$/
const fromBefore = /\b[Ff]rom (?:about |around |roughly )?$/
const changeBefore =
  /\b(?:rose|risen|rises|rising|fell|fallen|falls|grew|grown|grows|increased?s?|increasing|decreased?s?|dropped|drops|jumped|climbed|declined|went|gone|up|down|cut|raised|lowered|reduced|doubled|soared|plunged|slipped|swelled|shrank|moved|changed|revised)(?: \w+){0,4} $/i

const qualifiers = before
  .toSorted(([one], [other]) => other.length - one.length)
  .map(([way, exactness]) => ({ exactness, pattern: new RegExp(`(?<![\\p{L}\\d])(?:${way})\\s?$`, 'iu') }))
// One pattern for all says first whether it is worth trying each.
const anyBefore = new RegExp(`(?<![\\p{L}\\d])(?:${before.map(([way]) => way).join('|')})\\s?$`, 'iu')
const endings = behind.map(([way, exactness]) => ({
  exactness,
  pattern: new RegExp(`(?:${way.replace(/^\\\+$/, '\\+(?!\\d)')})(?![\\p{L}\\d])`, 'iuy'),
}))

/** The amount that begins with the number at a place, which a range or an addition may make longer; null where none is. */
export function amountAt(text: string, at: number): (Found & { last: Term }) | null {
  const first = termAt(text, at)
  if (!first) return null
  const range = rangeFrom(text, first)
  if (!range && isAttached(text, first)) return { ...nameOf(text, first), last: first }
  if (!range && isYear(text, first)) return { ...yearOf(text, first), last: first }
  const last = range?.last ?? first
  const { start, exactness } = qualified(text, range?.start ?? first.start, first)
  const ending = saidBehind(text, last.end)
  const end = ending?.end ?? last.end
  const said = ending?.exactness ?? exactness ?? (first.isVague ? 'about' : 'exactly')
  const part = first.isPart && last.unit === '' ? 100 : 1
  const value = { low: share(range?.low ?? first.low, part), high: share(range?.high ?? first.high, part) }
  const kind = part === 100 ? 'percent' : last.kind
  const unit = part === 100 ? '%' : last.unit
  return {
    kind,
    unit,
    start,
    end,
    exactness: said,
    ...(range ? value : opened(value, said)),
    last: { ...last, end },
  }
}

/** Digits to whose right letters stick that are no unit of theirs belong to a name: "4chan", "7-Eleven". */
const isAttached = (text: string, { isDigits, kind, unit, end }: Term) =>
  isDigits &&
  kind === 'number' &&
  !unit &&
  /^(?:\p{Script=Latin}|-\p{Lu}\p{Ll})/u.test(text.slice(end, end + 3))

function nameOf(text: string, { start, end }: Term): Found {
  const rest = /^[\p{L}\d-]+/u.exec(text.slice(end, end + 40))?.[0] ?? ''
  return { kind: 'exempt', what: 'name', start, end: end + rest.length }
}

const share = (value: number, by: number) => (by === 1 ? value : Number((value * by).toFixed(2)))

function yearOf(text: string, { start, end, low }: Term): Found {
  const year = String(low)
  const part = /\b(?:early|mid|late)[ -]$/i.exec(text.slice(Math.max(0, start - 6), start))
  return { kind: 'date', start: start - (part?.[0].length ?? 0), end, from: year, to: year }
}

type Range = { low: number; high: number; start: number; last: Term }

/** The range a first number opens: "500 to 600", "between 2 and 3 million", "$2-3bn"; null where it opens none. */
function rangeFrom(text: string, first: Term): Range | null {
  const lead = text.slice(Math.max(0, first.start - 60), first.start)
  const isBetween = betweenBefore.test(lead)
  const from = fromBefore.exec(lead)
  // From one number to another is a change, not a range, where something rose or fell.
  if (from && changeBefore.test(lead.slice(0, from.index))) return null
  const joint = matchAt(isBetween ? andAt : rangeAt, text, first.end) ?? matchAt(orAt, text, first.end)
  if (!joint) return null
  const about = /^(?:about|around|roughly) /.exec(text.slice(first.end + joint[0].length))?.[0].length ?? 0
  const last = termAt(text, first.end + joint[0].length + about)
  if (!last || last.end <= first.end || (first.unit && last.unit && first.unit !== last.unit)) return null
  // A unit before the dash counts for both, as a magnitude behind it does.
  const times = first.times === 1 && last.times > 1 && first.low < last.low / last.times ? last.times : 1
  const [low, high] = [first.low * times, last.high]
  // "Rose by 15 to 320" says two things.
  if (/\bby $/.test(lead) && !last.unit && /to/.test(joint[0])) return null
  if (low >= high || (/or/.test(joint[0]) && high > 2 * low + 1)) return null
  if (!isBetween && first.unit && !last.unit && last.kind === 'number' && !isCarried(first)) return null
  const words = isBetween ? (betweenBefore.exec(lead)?.[0] ?? '') : (from?.[0] ?? '')
  const start = first.start - words.length
  return { low, high, start, last: last.unit ? last : { ...last, kind: first.kind, unit: first.unit } }
}

/** Whether a unit that stands before a number counts for what follows, too. */
const isCarried = ({ kind, unit }: Term) => kind === 'money' || kind === 'age' || unit === 'magnitude'

/** How exact the words before a number say it is, and where these begin; a word may stand before "between", too. */
function qualified(text: string, start: number, first: Term): { start: number; exactness: Exactness | null } {
  const inside = /(?:about|around|roughly|some|an estimated) (?:[$€£¥])?$/i.test(
    text.slice(start, first.start),
  )
  return saidBefore(text, start) ?? { start, exactness: inside ? 'about' : null }
}

/** How exact the English words before a place say that a number is which begins there, and where they begin; null where none do. */
export function saidBefore(text: string, start: number): { start: number; exactness: Exactness } | null {
  const lead = text.slice(Math.max(0, start - 40), start)
  for (const { exactness, pattern } of anyBefore.test(lead) ? qualifiers : []) {
    const found = pattern.exec(lead)
    if (found) return { start: start - found[0].length, exactness }
  }
  return null
}

/** The same of the words behind a number that ends at a place, and where they end. */
export function saidBehind(text: string, end: number): { end: number; exactness: Exactness } | null {
  for (const { exactness, pattern } of endings) {
    const found = matchAt(pattern, text, end)
    if (found) return { end: end + found[0].length, exactness }
  }
  return null
}

/** A value whose end is open where the words say so. */
function opened({ low, high }: { low: number; high: number }, exactness: Exactness) {
  if (exactness === 'at-least' || exactness === 'more-than') return { low, high: null }
  if (exactness === 'at-most' || exactness === 'up-to' || exactness === 'fewer-than')
    return { low: null, high }
  return { low, high }
}
