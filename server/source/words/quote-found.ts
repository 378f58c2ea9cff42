import { placementsOf } from '../../article/revised/placement'
import { mostAlikeRun, placeOfRun } from '../../article/revised/run-of-words'
import { type Token, tokensOf } from '../../article/revised/tokens'
import { codePointsBefore, wordsAt } from '../../claim/quote'

/** What was found of the words that a source is quoted with: they stand there, others like them do, or none. */
export type QuoteFound = { is: 'found' } | { is: 'differs'; passage: string } | { is: 'not-found' }

/** How much of a quote must stand together for it to be called the same with differences, and in how many words at least. */
const [alike, fewestWords] = [0.75, 4]

/** UTF-16 units of a text that a passage is carried to or from; in longer ones it is only looked for. */
const mostCarried = 1_000_000

/**
 * Looks for a quote in texts of its source, the first that has it first. Space, the way of setting marks and letters' size
 * make no difference, and "…" or "[…]" leaves out whatever it likes; any other word does make one, and is told. `earlier`
 * are the same texts of a copy in which it stood: what became of it since is found as it is for claims, by its sentence and
 * not by its words.
 */
export function findQuote(
  quote: string,
  texts: readonly string[],
  earlier: readonly string[] = [],
): QuoteFound {
  const pieces = piecesOf(quote)
  if (pieces.length === 0) return { is: 'not-found' }
  const read = texts.filter(Boolean).map((text) => ({ text, tokens: wordsIn(text) }))
  if (read.some(({ tokens }) => placeInOrder(tokens, pieces))) return { is: 'found' }
  for (const [at, before] of earlier.entries()) {
    const carried = carriedTo(texts[at] ?? '', before, pieces)
    if (carried) return carried
  }
  for (const { text, tokens } of read) {
    const passage = passageLike(text, tokens, pieces.flat())
    if (passage) return { is: 'differs', passage }
  }
  return { is: 'not-found' }
}

/** What became of a quote in the next text of its source; null where it did not stand in the earlier one. */
function carriedTo(after: string, before: string, pieces: string[][]): QuoteFound | null {
  if (!before || !after || before.length > mostCarried || after.length > mostCarried) return null
  const stood = placeInOrder(wordsIn(before), pieces)
  if (!stood) return null
  const span = { start: codePointsBefore(before, stood.start), end: codePointsBefore(before, stood.end) }
  const language = null
  const [placement] = placementsOf({ text: before, language }, { text: after, language }, [span])
  if (!placement?.span) return { is: 'not-found' }
  return { is: 'differs', passage: wordsAt(after, placement.span) }
}

/** The words of a quote between what it leaves out; marks around it are the quoting one's own. */
function piecesOf(quote: string): string[][] {
  return quote
    .split(/\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.{3,})\s*/u)
    .map((piece) => wordsIn(piece).map(({ key }) => key))
    .filter((piece) => piece.length > 0)
}

/** Words and numbers alone: which marks stand between them is a matter of setting. */
const wordsIn = (text: string): Token[] =>
  tokensOf(text).flatMap((token) =>
    /[\p{L}\p{N}%‰\p{Sc}]/u.test(token.key) ? [{ ...token, key: token.key.toLowerCase() }] : [],
  )

/** From where to where the pieces stand one after the other, in UTF-16 units. */
function placeInOrder(tokens: Token[], pieces: string[][]): { start: number; end: number } | null {
  const keys = tokens.map(({ key }) => key)
  let [first, next] = [-1, 0]
  for (const piece of pieces) {
    const at = placeOfRun(keys, piece, next)
    if (at < 0) return null
    if (first < 0) first = at
    next = at + piece.length
  }
  return { start: tokens[first]?.start ?? 0, end: tokens[next - 1]?.end ?? 0 }
}

/** The run of words most like the quote, as it stands in the text; null where none is alike enough. */
function passageLike(text: string, tokens: Token[], wanted: string[]): string | null {
  if (Math.min(wanted.length, tokens.length) < fewestWords) return null
  const best = mostAlikeRun(
    tokens.map(({ key }) => key),
    wanted,
  )
  if (!best || best.score < alike) return null
  const [first, last] = [tokens[best.at], tokens[best.at + best.length - 1]]
  return first && last ? text.slice(first.start, last.end) : null
}
