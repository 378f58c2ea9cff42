import type { Span } from '../../claim/quote'
import { daysIn } from '../sums/written/day'
import { numbersIn } from '../sums/written/number'
import type { Match } from './alike'
import { hedgesIn, saysWho } from './attribution'
import type { Sentence } from './sentence'

/** What became of a sentence on its way from one article to another. */
export const rewriteChanges = ['number', 'date', 'name', 'attribution', 'hedge'] as const
export type RewriteChange = (typeof rewriteChanges)[number]

/**
 * A sentence of a suspected rewrite: found nowhere else, found with changes, or supported by one that says the same. Places
 * are code points of the article's frozen text; `other` is the likest sentence elsewhere.
 */
export type RewrittenSentence = Span & { text: string } & (
    | { is: 'nowhere' }
    | {
        is: 'changed' | 'supported'
        changes: RewriteChange[]
        other: { article: string; text: string } & Span
      }
  )

/** Each sentence of an article held against the likest one of the others; those found nowhere else come first, then the changed ones. */
export function rewriteOf(
  sentences: readonly Sentence[],
  matches: ReadonlyMap<Sentence, Match[]>,
): RewrittenSentence[] {
  const order = { nowhere: 0, changed: 1, supported: 2 }
  return sentences
    .map((sentence) => judged(sentence, matches.get(sentence)?.[0]?.other))
    .sort((one, other) => order[one.is] - order[other.is] || one.start - other.start)
}

function judged(sentence: Sentence, other: Sentence | undefined): RewrittenSentence {
  const { start, end, text } = sentence
  if (!other) return { start, end, text, is: 'nowhere' }
  const changes = changesBetween(other.text, text)
  const from = { article: other.article, text: other.text, start: other.start, end: other.end }
  return { start, end, text, is: changes.length > 0 ? 'changed' : 'supported', changes, other: from }
}

/** What a sentence says otherwise than the one it seems to be made from. */
export function changesBetween(original: string, rewritten: string): RewriteChange[] {
  const isLost = {
    number: differ(numbersOf(original), numbersOf(rewritten)),
    date: differ(datesOf(original), datesOf(rewritten)),
    name: areRenamed(original, rewritten),
    attribution: saysWho(original) && !saysWho(rewritten),
    hedge: [...hedgesIn(original)].length > 0 && hedgesIn(rewritten).size === 0,
  }
  return rewriteChanges.filter((change) => isLost[change])
}

/** Whether the rewritten one has something that the original has not; leaving out is no change. */
function differ(original: Set<string>, rewritten: Set<string>): boolean {
  return original.size > 0 && [...rewritten].some((one) => !original.has(one))
}

function numbersOf(text: string): Set<string> {
  const days = daysIn(text)
  const numbers = numbersIn(text).filter(
    (one) => !days.some(({ start, end }) => one.start < end && one.end > start),
  )
  return new Set(numbers.map(({ value, kind }) => `${value}${kind === 'percent' ? '%' : ''}`))
}

function datesOf(text: string): Set<string> {
  return new Set(daysIn(text).map(({ year, month, day }) => [year, month, day].join('-')))
}

/** Whether one name was put in the place of another: the rewritten one has a name that is not in the original, and lacks one of it. */
function areRenamed(original: string, rewritten: string): boolean {
  const [before, after] = [namesIn(original), namesIn(rewritten)]
  const isIn = (text: string) => (name: string) => text.toLowerCase().includes(name.toLowerCase())
  return (
    [...after].some((name) => !isIn(original)(name)) && [...before].some((name) => !isIn(rewritten)(name))
  )
}

/** Words with a capital that do not begin the sentence; months and days are dates. */
function namesIn(text: string): Set<string> {
  const found = [...text.matchAll(/(?<=[\p{L}\p{N},;)’'”"]\s)\p{Lu}[\p{L}’'-]+/gu)].map(([name]) => name)
  return new Set(
    found.filter(
      (name) =>
        !/^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(name) &&
        daysIn(`${name} 2020`)[0]?.month == null,
    ),
  )
}
