import { notCounted, oddPlurals, smallWords } from './words'

const wordAt = /[”"»]?[ \u00a0-]([\p{L}][\p{L}’'.]*(?:-[\p{L}]+)*)/uy
const ofAt = /,? of (?:the |these |those |its |their |his |her |our |all )?(?=\p{L})/uy

/** The name of what a number counts that ends at a place: "imprisoned North Koreans"; empty where none is plainly said. */
export function countedAt(text: string, end: number): { counted: string; end: number } {
  const of = match(ofAt, text, end)
  if (of) {
    const from = end + of[0].length - 1
    const noun = nounFrom(text, from)
    if (noun) return { counted: noun.words, end: noun.end }
  }
  const noun = nounFrom(text, end)
  return noun ? { counted: noun.words, end: noun.end } : { counted: '', end }
}

/** What a measured number measures: "water" in "38 million cubic metres of water". */
export function substanceAt(text: string, end: number, isMoney: boolean): { counted: string; end: number } {
  const lead = match(isMoney ? /(?: worth)? (?:of|in) (?=\p{Ll})/uy : / of (?=\p{Ll})/uy, text, end)
  if (!lead) return { counted: '', end }
  const from = end + lead[0].length - 1
  const many = nounFrom(text, from)
  if (many) return { counted: many.words, end: many.end }
  const word = match(wordAt, text, from)?.[1] ?? ''
  if (!word || notCounted.has(word.toLowerCase()) || word === 'all' || word === 'which')
    return { counted: '', end }
  return { counted: word, end: from + 1 + word.length }
}

/** The plural noun that follows a number, or null. */
export const nounAt = (text: string, end: number): string | null => nounFrom(text, end)?.words ?? null

/** At most four words up to a plural, none of which ends what is counted. */
function nounFrom(text: string, end: number): { words: string; end: number } | null {
  let [at, first] = [end, end + 1]
  for (let count = 0; count < 4; count++) {
    const found = match(wordAt, text, at)
    const word = found?.[1]?.replace(/[.’']+$/, '') ?? ''
    if (!found || !word || notCounted.has(word.toLowerCase()) || smallWords.has(word.toLowerCase()))
      return null
    const isCut = (found[1]?.length ?? 0) > word.length
    const start = at + found[0].length - (found[1]?.length ?? 0)
    if (count === 0) first = start
    at = start + word.length
    // "North Koreans" and "police officers" end with their last plural.
    if (isPlural(word) && !(oddPlurals.has(word.toLowerCase()) && isPluralNext(text, at)))
      return { words: text.slice(first, at), end: at }
    if (isCut) return null
  }
  return null
}

const isPluralNext = (text: string, at: number) => {
  const word = match(wordAt, text, at)?.[1] ?? ''
  return /^[\p{Ll}]+s$/u.test(word) && isPlural(word) && !notCounted.has(word.toLowerCase())
}

function isPlural(word: string): boolean {
  if (oddPlurals.has(word.toLowerCase())) return true
  return (
    /[^s'’us]s$/u.test(word) && word.length > 3 && !/(?:ss|ous|is|us)$/.test(word) && !notPlural.test(word)
  )
}
const notPlural =
  /^(?:brings|comes|makes|takes|shows|means|includes|represents|remains|rises|falls|stands|appears|seems|gives|gets|puts|becomes|follows|exceeds|equals|covers|suggests|reflects|indicates|contains|lives|keeps|leaves|has|was|does|goes|says|this|thus|less|across|perhaps|always|sometimes|besides|towards|afterwards|overseas|United|News|Paris|James|Charles|Mars|Texas|Wales|Athens|Hans)$/

const perAt =
  /,? (?:per|for every|for each|out of every|in every) (\d[\d,.]*(?: million| thousand)? [\p{L}-]+|(?:one )?(?:hundred thousand|hundred|thousand|million) [\p{L}-]+|[\p{L}-]+)/uy
const aAt =
  / (?:a|an|each|every) (year|month|week|day|hour|minute|second|night|person|head|kilometre|kilometer|mile|litre|liter|barrel|tonne|ton|household|family|child|worker)\b(?! (?:earlier|ago|later|before|after|old|or))/uy
const yearlyAt = / (annually|yearly|monthly|weekly|daily|hourly)\b/uy
const slashAt = /\/(year|month|week|day|hour|day|yr|h|person|100,000)\b/uy
const denominators: Record<string, string> = {
  ...{
    annually: 'year',
    yearly: 'year',
    monthly: 'month',
    weekly: 'week',
    daily: 'day',
    hourly: 'hour',
    yr: 'year',
    h: 'hour',
  },
}

/** The denominator of a rate that follows at a place, with where it stands; empty where none does. */
export function perAfter(text: string, end: number): { per: string; start: number; end: number } {
  for (const pattern of [perAt, aAt, yearlyAt, slashAt]) {
    const found = match(pattern, text, end)
    if (!found?.[1]) continue
    const start = end + found[0].length - found[1].length
    return { per: denominators[found[1]] ?? found[1], start, end: end + found[0].length }
  }
  return { per: '', start: end, end }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
