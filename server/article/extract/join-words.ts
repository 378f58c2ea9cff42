import { wordsOf } from './language'

/**
 * Two pieces of one sentence, put together as one line. A hyphen between them stays, unless the two halves are a word that
 * `isWord` knows from elsewhere; a soft hyphen, which is there only for the end of a line, goes.
 */
export function joinWords(before: string, after: string, isWord: (word: string) => boolean): string {
  const [start, end] = [before.trimEnd(), after.trimStart()]
  if (start.endsWith('\u00AD')) return start.slice(0, -1) + end
  const half = /[\p{L}\p{M}]+(?=[-\u2010]$)/u.exec(start)?.[0]
  const other = /^[\p{Ll}\p{Lo}][\p{L}\p{M}]*/u.exec(end)?.[0]
  if (!half || !other) return [start, end].filter((part) => part !== '').join(' ')
  return (isWord((half + other).toLowerCase()) ? start.slice(0, -1) : start) + end
}

/** Knows the words of these texts, in lower case. */
export function wordsKnownFrom(texts: string[]): (word: string) => boolean {
  const known = new Set(texts.flatMap(wordsOf))
  return (word) => known.has(word)
}
