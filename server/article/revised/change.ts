import { diffArrays } from 'diff'
import { hasOtherSense } from './telling/other-senses'
import { howMuchIn, whenWords } from './telling/telling-words'
import { bareOf, formsOf } from './telling/word-forms'
import { isWord, quotationKey, type Token, tokensOf } from './tokens'

/** What became of words, from nothing to most. `substantive`: what they say may be something else now. */
export type Change = 'same' | 'cosmetic' | 'edited' | 'substantive'

/** What is known of the texts that words stand in: the names in them, bare (`namesIn`), and the language, as BCP 47. */
export type Surroundings = { names: ReadonlySet<string>; language: string | null }

/**
 * How words differ from what they were. A number, unit, date, name, negation, qualifier or quotation mark that came,
 * went or changed is substantive, however alike the rest is; other words are edited; another setting is cosmetic.
 */
export function changeOf(before: string, after: string, surroundings: Surroundings): Change {
  if (before.normalize('NFC') === after.normalize('NFC')) return 'same'
  // Where only a whole page is known to hold the words, nobody can say what they say now.
  if (after.length > before.length * 20 + mostAround) return 'substantive'
  const [was, is] = [tokensOf(before), tokensOf(after)]
  if (tellingOf(was, surroundings) !== tellingOf(is, surroundings)) return 'substantive'
  return changedTokens(was, is).some(isWord) ? 'edited' : 'cosmetic'
}

/**
 * What words tell, to be compared: their figures in order and their names in order, as two that changed places say
 * something else; the rest in any, as a day that was put first says what it said.
 */
function tellingOf(tokens: readonly Token[], { names, language }: Surroundings): string {
  const words = tokens.map(({ key }) => key.toLowerCase())
  const when = whenWords(language)
  const figures = words.filter((word) => /[\p{N}\p{Sc}%‰°]/u.test(word)).map(bareOf)
  const others: string[] = []
  const named: string[] = []
  for (const [at, word] of words.entries()) {
    const day = formsOf(word).find((form) => when.has(form))
    const said = hasOtherSense(words, at, language) ? null : howMuchIn(word, language)
    const other = word === quotationKey ? word : (day ?? said)
    if (other !== null) others.push(other)
    else if (names.has(bareOf(word))) named.push(bareOf(word))
  }
  return JSON.stringify([figures, named, others.sort()])
}

/** Tokens that may differ; beyond, all count as changed. */
const mostDifferent = 500
/** UTF-16 units that may have come in around words before they count as others. */
const mostAround = 5_000

/** What one has and the other lacks, in order. A word that only begins with another letter size is the same. */
function changedTokens(before: Token[], after: Token[]): Token[] {
  const runs = diffArrays(before, after, { comparator: isSameWord, maxEditLength: mostDifferent })
  return (
    runs?.flatMap(({ added, removed, value }) => (added || removed ? value : [])) ?? [...before, ...after]
  )
}

function isSameWord({ key: one }: Token, { key: other }: Token): boolean {
  if (one === other) return true
  const rest = one.slice(1)
  const isWritten = rest !== '' && rest === rest.toLowerCase() && rest === other.slice(1)
  return isWritten && one.toLowerCase() === other.toLowerCase()
}
