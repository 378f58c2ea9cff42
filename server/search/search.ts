import { z } from 'zod'
import type { Verdict } from '../../db/vocabulary'

/** What is found, in the order it is shown. */
export const hitKinds = ['articles', 'claims', 'sources', 'published'] as const
export type HitKind = (typeof hitKinds)[number]

/** The most letters of a search, in UTF-16 units. */
export const longestSearch = 200
export const searchShape = z.string().max(longestSearch)

/** Words that have to stand together; of the last one only the beginning where `isBegun` is set. */
export type Sought = { words: string; isBegun: boolean }

/** More narrow nothing down any further, and each costs the database a look. */
const mostSought = 8

/**
 * What is sought by what a person typed: each word, and each run of words in quotes, which stand as they are. The last
 * word may be the beginning of one, and so may the last run while its closing quote is missing.
 */
export function soughtIn(typed: string): Sought[] {
  const plain = typed.slice(0, longestSearch).replace(/[“”„«»]/g, '"')
  const parts = [...plain.matchAll(/"([^"]*)("?)|[^\s"]+/g)]
  const sought = parts.map(([whole, run, closed], at) => ({
    words: (run ?? whole).trim(),
    isBegun: at === parts.length - 1 && !closed,
  }))
  return sought
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words))
    .slice(0, mostSought)
    .map(({ words, isBegun }) => ({ words, isBegun: isBegun && isLongEnough(words) }))
}

/** Half of everything begins with one letter of an alphabet; a sign that is a word in itself is enough. */
function isLongEnough(words: string): boolean {
  const [first, ...others] = wordsIn(words)
  const letters = Array.from(first?.folded ?? '')
  return others.length > 0 || letters.length > 1 || /\p{Lo}/u.test(letters.join(''))
}

/** A part of a text that was found, or of what is around it. */
export type Piece = { text: string; isHit: boolean }

/** About how much of a text is shown around what was found in it, in UTF-16 units. */
const excerptLength = 180

/** A text with what was found in it marked, cut around the first of it where it is long. */
export function markedIn(text: string, sought: Sought[]): Piece[] {
  const hits = hitsIn(text, sought)
  const from = text.length > excerptLength ? startOf(text, hits[0]?.start ?? 0) : 0
  const to = text.length > excerptLength ? endOf(text, from + excerptLength) : text.length
  const pieces: Piece[] = from > 0 ? [{ text: '… ', isHit: false }] : []
  let at = from
  for (const { start, end } of hits) {
    if (start < at || end > to) continue
    if (start > at) pieces.push({ text: text.slice(at, start), isHit: false })
    pieces.push({ text: text.slice(start, end), isHit: true })
    at = end
  }
  if (at < to) pieces.push({ text: text.slice(at, to), isHit: false })
  if (to < text.length) pieces.push({ text: ' …', isHit: false })
  return pieces
}

/** The first of several texts in which something was found, marked; null where it was found elsewhere. */
export function excerptOf(texts: string[], sought: Sought[]): Piece[] | null {
  const text = texts.find((one) => hitsIn(one, sought).length > 0)
  return text === undefined ? null : markedIn(text, sought)
}

type Word = { start: number; end: number; folded: string }

function hitsIn(text: string, sought: Sought[]): { start: number; end: number }[] {
  const words = wordsIn(text)
  const runs = sought.map(({ words, isBegun }) => ({
    run: wordsIn(words).map(({ folded }) => folded),
    isBegun,
  }))
  const hits = words.flatMap((word, at) => {
    const found = runs.find(({ run, isBegun }) =>
      run.every((one, n) => isFound(words[at + n], one, isBegun && n === run.length - 1)),
    )
    const end = found && words[at + found.run.length - 1]?.end
    return end === undefined ? [] : [{ start: word.start, end }]
  })
  return hits
}

function isFound(word: Word | undefined, sought: string, isBegun: boolean): boolean {
  if (!word) return false
  return isBegun ? word.folded.startsWith(sought) : word.folded === sought
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    folded: fold(found[0]),
  }))
}

const letters: Record<string, string> = {
  ...{ ø: 'o', đ: 'd', ł: 'l', ħ: 'h', ŧ: 't', ı: 'i', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe' },
}

/** A word without case and accents: for marking, what `search_fold` is for finding. */
export function fold(word: string): string {
  const bare = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
  return bare.replace(/[øđłħŧıðßæœ]/g, (letter) => letters[letter] ?? letter)
}

/** Cuts at the beginning of a word, a little before what was found. */
function startOf(text: string, hit: number): number {
  if (hit < excerptLength / 2) return 0
  const at = text.indexOf(' ', hit - excerptLength / 3)
  return at < 0 || at >= hit ? hit : at + 1
}

function endOf(text: string, most: number): number {
  if (most >= text.length) return text.length
  const at = text.lastIndexOf(' ', most)
  return at > most - 40 ? at : endOfLetter(text, most)
}

/** A letter of two units is not cut in half. */
function endOfLetter(text: string, at: number): number {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') ? at - 1 : at
}

export type ArticleHit = { articleId: string; title: Piece[]; publisher: Piece[]; published: string | null }
export type ClaimHit = {
  claimId: string
  articleId: string
  articleTitle: string
  verdict: Verdict | null
  /** The quote until there is a statement. */
  statement: Piece[]
  /** What was found in the claim besides. */
  excerpt: Piece[] | null
}
export type SourceHit = {
  sourceId: string
  claimId: string
  articleId: string
  /** What the claim says that it is a source of. */
  statement: string
  title: Piece[]
  publisher: Piece[]
  excerpt: Piece[] | null
}
export type PublishedHit = {
  number: number
  version: number
  path: string
  desk: string
  verdict: Verdict | null
  statement: Piece[]
  excerpt: Piece[] | null
  publishedAt: Date
}

/** Some hits of one kind, the best first, and how many there are; `isMore` when nobody counted to the end. */
export type Found<Hit> = { hits: Hit[]; count: number; isMore: boolean }

/** What a search found. */
export type Hits = {
  articles: Found<ArticleHit>
  claims: Found<ClaimHit>
  sources: Found<SourceHit>
  published: Found<PublishedHit>
}

/** How many hits of a kind are shown at first, and how many when all of one kind are asked for. */
export const shown = { few: 5, all: 50 }
