import type { Sentence } from './sentence'

/** A sentence and the one of another article that is most like it, from 0 to 1. */
export type Match = { sentence: Sentence; other: Sentence; likeness: number }

/** From here on, two sentences tell the same in the same words. */
const alikeFrom = 0.45
/** What is alike enough to be found: 24 bands of 2 find nineteen of twenty pairs that share a third of their words. */
const [bands, rows] = [24, 2]

/** Most pairs that are looked at exactly: some seconds at worst, for articles that are all alike. */
const mostPairs = 200_000
/** Most words of a sentence whose order is looked at. */
const mostWords = 60

/** The seeds of the hashes of MinHash; they are fixed, so that the same texts always give the same. */
const seeds = Array.from({ length: bands * rows }, (_, at) => mixed(at + 1))

/** The last step of MurmurHash3: every bit of what goes in changes half of those that come out. */
function mixed(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * For each sentence those of other articles that are like it, the likest of each article: found by MinHash over their words
 * and locality-sensitive hashing, so that many articles are not compared sentence by sentence; then looked at exactly.
 */
export function matchesAmong(sentences: readonly Sentence[]): Map<Sentence, Match[]> {
  const buckets = new Map<string, Sentence[]>()
  for (const sentence of sentences)
    for (const key of bandsOf(sentence)) {
      const bucket = buckets.get(key)
      if (bucket) bucket.push(sentence)
      else buckets.set(key, [sentence])
    }
  const found = new Map<Sentence, Map<string, Match>>()
  const seen = new Set<number>()
  const order = new Map(sentences.map((sentence, at) => [sentence, at]))
  // The fewest first: what few have in common tells most.
  for (const bucket of [...buckets.values()].sort((one, other) => one.length - other.length)) {
    // What so many have in common, as a newsletter's line, tells nothing and would take long.
    if (bucket.length > 120) continue
    for (const [at, one] of bucket.entries())
      for (const other of bucket.slice(at + 1)) {
        if (one.article === other.article) continue
        const pair = (order.get(one) ?? 0) * sentences.length + (order.get(other) ?? 0)
        if (seen.has(pair) || seen.size === mostPairs) continue
        seen.add(pair)
        const likeness = likenessOf(one, other)
        if (likeness < alikeFrom) continue
        keep(found, { sentence: one, other, likeness })
        keep(found, { sentence: other, other: one, likeness })
      }
  }
  return new Map(
    [...found].map(([sentence, byArticle]) => [sentence, [...byArticle.values()].sort(likestFirst)]),
  )
}

const likestFirst = (one: Match, other: Match) => other.likeness - one.likeness

function keep(found: Map<Sentence, Map<string, Match>>, match: Match) {
  const byArticle = found.get(match.sentence) ?? new Map<string, Match>()
  found.set(match.sentence, byArticle)
  const known = byArticle.get(match.other.article)
  if (!known || known.likeness < match.likeness) byArticle.set(match.other.article, match)
}

function* bandsOf({ content }: Sentence): Generator<string> {
  const least = seeds.map((seed) => {
    let smallest = 0xffffffff
    for (const word of content) smallest = Math.min(smallest, mixed(word ^ seed))
    return smallest
  })
  for (let band = 0; band < bands; band++)
    yield `${band}:${least.slice(band * rows, (band + 1) * rows).join(',')}`
}

/** How much of the shorter and of both sentences is the same words, and how many of these stand in the same order. */
function likenessOf(one: Sentence, other: Sentence): number {
  let shared = 0
  for (const word of one.content) if (other.content.has(word)) shared++
  const within = shared / Math.min(one.content.size, other.content.size)
  const dice = (2 * shared) / (one.content.size + other.content.size)
  // Even in perfect order it would not do.
  if ((dice + within + 1) / 3 < alikeFrom) return 0
  return (dice + within + inOrder(one.words.slice(0, mostWords), other.words.slice(0, mostWords))) / 3
}

/** The longest row of words that both have in this order, as a part of the shorter one. */
function inOrder(one: string[], other: string[]): number {
  let above = new Uint16Array(other.length + 1)
  for (const word of one) {
    const row = new Uint16Array(other.length + 1)
    for (let at = 0; at < other.length; at++)
      row[at + 1] = word === other[at] ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0)
    above = row
  }
  return (above[other.length] ?? 0) / Math.min(one.length, other.length)
}
