import { type Token, tokensOf } from '../../article/revised/tokens'

/** What was found of the words that a source is quoted with: they stand there, others like them do, or none. */
export type QuoteFound = { is: 'found' } | { is: 'differs'; passage: string } | { is: 'not-found' }

/** How much of a quote must stand together for it to be called the same with differences, and in how many words at least. */
const [alike, fewestWords] = [0.75, 4]

/**
 * Looks for a quote in texts of its source, the first that has it first. Space, the way of setting marks and letters' size
 * make no difference, and "…" or "[…]" leaves out whatever it likes; any other word does make one, and is told.
 */
export function findQuote(quote: string, texts: readonly string[]): QuoteFound {
  const pieces = piecesOf(quote)
  if (pieces.length === 0) return { is: 'not-found' }
  const read = texts.filter(Boolean).map((text) => ({ text, tokens: wordsIn(text) }))
  if (read.some(({ tokens }) => standInOrder(tokens, pieces))) return { is: 'found' }
  for (const { text, tokens } of read) {
    const passage = passageLike(text, tokens, pieces.flat())
    if (passage) return { is: 'differs', passage }
  }
  return { is: 'not-found' }
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

function standInOrder(tokens: Token[], pieces: string[][]): boolean {
  let from = 0
  for (const piece of pieces) {
    const at = placeOf(tokens, piece, from)
    if (at < 0) return false
    from = at + piece.length
  }
  return true
}

function placeOf(tokens: Token[], piece: string[], from: number): number {
  for (let at = from; at <= tokens.length - piece.length; at++)
    if (piece.every((key, nth) => tokens[at + nth]?.key === key)) return at
  return -1
}

/** The run of words most like the quote, as it stands in the text; null where none is alike enough. */
function passageLike(text: string, tokens: Token[], wanted: string[]): string | null {
  const length = Math.min(wanted.length, tokens.length)
  if (length < fewestWords) return null
  const missing = new Map<string, number>()
  for (const key of wanted) missing.set(key, (missing.get(key) ?? 0) + 1)
  // `missing` counts down as words enter the window and up as they leave: a word is shared while it was still missing.
  let shared = 0
  let best = { shared: 0, at: -1 }
  for (let end = 0; end < tokens.length; end++) {
    shared += step(missing, tokens[end]?.key, -1)
    if (end >= length) shared -= step(missing, tokens[end - length]?.key, 1)
    if (end >= length - 1 && shared > best.shared) best = { shared, at: end - length + 1 }
  }
  if (best.at < 0 || best.shared / wanted.length < alike) return null
  const [first, last] = [tokens[best.at], tokens[best.at + length - 1]]
  return first && last ? text.slice(first.start, last.end) : null
}

/** Takes a word from what is missing or gives it back; 1 where the quote has it at that count. */
function step(missing: Map<string, number>, key: string | undefined, by: 1 | -1): number {
  const left = key === undefined ? undefined : missing.get(key)
  if (key === undefined || left === undefined) return 0
  missing.set(key, left + by)
  return by < 0 ? Number(left > 0) : Number(left >= 0)
}
