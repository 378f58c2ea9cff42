import { wordsOf } from './language'

/** Whether two halves, in lower case, are one word that the end of a line has parted. */
export type IsOneWord = (half: string, other: string) => boolean

/**
 * Two pieces of one sentence, put together as one line. A hyphen between them stays, unless the two halves are one word;
 * a soft hyphen, which is there only for the end of a line, goes.
 */
export function joinWords(before: string, after: string, isOneWord: IsOneWord): string {
  const [start, end] = [before.trimEnd(), after.trimStart()]
  if (start.endsWith('\u00AD')) return start.slice(0, -1) + end
  const half = /[\p{L}\p{M}]+(?=[-\u2010]$)/u.exec(start)?.[0]
  const other = /^[\p{Ll}\p{Lo}][\p{L}\p{M}]*/u.exec(end)?.[0]
  if (!half || !other) return [start, end].filter((part) => part !== '').join(' ')
  return (isOneWord(half.toLowerCase(), other.toLowerCase()) ? start.slice(0, -1) : start) + end
}

/** Takes halves for one word where it stands elsewhere in these texts in one piece. */
export function oneWordIn(texts: string[]): IsOneWord {
  const known = new Set(texts.flatMap(wordsOf))
  return (half, other) => known.has(half + other)
}
