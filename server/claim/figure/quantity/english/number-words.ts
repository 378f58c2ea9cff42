import { magnitudes, partWords, smallWords, vaguePlurals, vagueTimes } from './words'
import { alike, matchAt, plain, type Written } from './written'

const names = Object.keys(vaguePlurals).join('|')
const vagueAt = new RegExp(`(${names})\\b(?: of (${names})\\b)?(?: of (${names})\\b)?`, 'iy')
const timesAt = new RegExp(
  `(${Object.keys(vagueTimes).join('|')}) (dozen|hundred|thousand|million|billion)\\b`,
  'iy',
)

/** "Tens of thousands", "several hundred": a size, given as a range. */
export function vague(text: string, at: number): Written | null {
  const few = matchAt(timesAt, text, at)
  if (few) {
    const [low, high] = vagueTimes[few[1]?.toLowerCase() ?? ''] ?? [0, 0]
    const by = few[2]?.toLowerCase() === 'dozen' ? 12 : (magnitudes.get(few[2]?.toLowerCase() ?? '') ?? 1)
    return { ...plain, low: low * by, high: high * by, end: at + few[0].length, isVague: true }
  }
  const found = matchAt(vagueAt, text, at)
  if (!found) return null
  let [low, high] = [1, 1]
  for (const word of found.slice(1)) {
    const [least, most] = vaguePlurals[word?.toLowerCase() ?? ''] ?? [1, 1]
    // Tens of thousands end where hundreds of thousands begin.
    const one = word ? (least === 24 || least === 40 ? 1 : least / 2) : 1
    const isFirst = low === 1
    low = isFirst ? least : low * one
    high = isFirst ? most : (high + 1) * one - 1
  }
  return { ...plain, low, high, end: at + found[0].length, isVague: true }
}

const halfOfAt = /half(?: a|-a|-) ?(dozen|hundred|thousand|million|billion|trillion)\b/iy
const halfUnitAt =
  /half an? (?=hour|day|week|month|year|decade|century|mile|kilomet|met(?:er|re)|tonne|ton\b|lit)/iy
const partOfAt = /(?:half(?= (?:of|the|its|their|all)\b)|(?:a|one)[ -](third|quarter|fifth|tenth)(?= of\b))/iy

/** "Half a million", "half an hour", "half of", "a third of". */
export function half(text: string, at: number): Written | null {
  const many = matchAt(halfOfAt, text, at)
  const by = many?.[1]?.toLowerCase() === 'dozen' ? 12 : (magnitudes.get(many?.[1]?.toLowerCase() ?? '') ?? 1)
  if (many) return { ...plain, ...alike(by / 2), end: at + many[0].length }
  const unit = matchAt(halfUnitAt, text, at)
  if (unit) return { ...plain, ...alike(0.5), end: at + unit[0].length - 1 }
  const part = matchAt(partOfAt, text, at)
  if (!part) return null
  const of = partWords[part[1]?.toLowerCase() ?? 'half'] ?? 2
  return { ...plain, ...alike(1 / of), end: at + part[0].length, isPart: true }
}

const wordAt = /[a-z]+/iy
const joinAt = /[ -]/y

/** "Two hundred and fifty thousand", "a dozen", "two thirds"; a lone "a" or "and" is none. */
export function inWords(text: string, at: number): Written | null {
  let [total, current, end, last] = [0, 0, at, Number.POSITIVE_INFINITY]
  let next = at
  let isBegun = false
  for (;;) {
    const word = matchAt(wordAt, text, next)?.[0]
    const said = word?.toLowerCase() ?? ''
    const small = smallWords.get(said)
    const by = said === 'dozen' ? 12 : magnitudes.get(said)
    if (!isBegun && (said === 'a' || said === 'an') && isMagnitude(text, next + said.length + 1)) {
      next += said.length + 1
      current = 1
      isBegun = true
      continue
    }
    if (small !== undefined && fits(small, last)) {
      current += small
      last = small >= 20 ? 10 : 1
    } else if (by !== undefined && isBegun && current + total > 0) {
      if (by === 100 || by === 12) current = (current || 1) * by
      else [total, current] = [total + (current || 1) * by, 0]
      last = by === 12 ? 0 : by
    } else if (!(said === 'and' && isBegun && last >= 100 && goesOn(text, next + 4))) break
    isBegun = true
    next += said.length
    if (said !== 'and') end = next
    if (!matchAt(joinAt, text, next)) break
    next += 1
  }
  if (end === at) return null
  return withParts(text, { ...plain, ...alike(total + current), end })
}

/** Whether a word below a hundred can follow what stands: "twenty" takes "one", "hundred" takes both. */
const fits = (value: number, last: number) => (last === 10 ? value < 10 && value > 0 : last >= 100)

const goesOn = (text: string, at: number) =>
  smallWords.has(matchAt(wordAt, text, at)?.[0].toLowerCase() ?? '')

const isMagnitude = (text: string, at: number) =>
  /^(?:hundred|thousand|lakh|million|crore|billion|trillion|dozen)$/i.test(
    matchAt(wordAt, text, at)?.[0] ?? '',
  )

/** "Three and a half", "two thirds", "a quarter of" (of a whole). */
function withParts(text: string, number: Written): Written {
  const part = matchAt(/[ -](half|halves|[a-z]+)\b/iy, text, number.end)
  const of = partWords[part?.[1]?.toLowerCase() ?? '']
  if (
    part &&
    of &&
    of > 2 &&
    number.low < of &&
    /^(?:[a-z]+s|third|quarter|fifth|tenth)$/i.test(part[1] ?? '')
  )
    return { ...number, ...alike(number.low / of), end: number.end + part[0].length, isPart: true }
  return number
}
