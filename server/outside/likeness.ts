import { fold } from '../search/search'

/** Words that say nothing of what a claim is about, though they are long. */
const common = new Set(
  `about after again also always been before being could does during ever every from have having here into just more most much
  never only other over said same says should since some such than that their them then there these they this those through
  under until very were what when where which while will with would your`.split(/\s+/),
)

/** As many letters of a word have to be the same: endings differ. */
const stemLength = 6

/** What a sentence is about: its longer words and its numbers, each cut to its beginning. */
export function stemsOf(sentence: string): Set<string> {
  const words = sentence.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const telling = words
    .map(fold)
    .filter((word) => /\d|\p{Lo}/u.test(word) || (word.length > 3 && !common.has(word)))
  return new Set(telling.map((word) => Array.from(word).slice(0, stemLength).join('')))
}

/** How far two sentences are about the same, from 0 to 1 (Dice), by what each is about. */
export function likeness(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((stem) => other.has(stem)).length
  return shared === 0 ? 0 : (2 * shared) / (one.size + other.size)
}

/** Whether sentences are alike enough to be shown beside each other: two things in common, and not much else. */
export function isLike(one: Set<string>, other: Set<string>): boolean {
  const shared = [...one].filter((stem) => other.has(stem)).length
  return shared >= 2 && likeness(one, other) >= leastLikeness
}

const leastLikeness = 0.4
