import { readFileSync } from 'node:fs'
import wordList from 'word-list'

let words: ReadonlySet<string> | null = null

/** Ends of words that the list has as words of their own, though nobody writes them behind a hyphen. */
const suffix =
  /^(?:ments?|tions?|sions?|ings?|ness|ity|ities|ances?|ences?|abl[ey]|ibl[ey]|ous|ously|ally|ly|ers?|ed)$/

/**
 * Whether a list of English words has two halves together and not each for itself: "engin-eers" was parted by the end of a
 * line, "post-war" may have been written so.
 */
export function isParted(half: string, other: string): boolean {
  words ??= new Set(readFileSync(wordList, 'utf8').split('\n'))
  const mayStandAlone = words.has(half) && words.has(other) && !suffix.test(other)
  return words.has(half + other) && !mayStandAlone
}
