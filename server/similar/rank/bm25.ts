/** A word of a claim: how often the claim has it, and in how many claims it stands. */
export type SaidWord = { lexeme: string; times: number; documents: number }

/** All claims that were counted, and how many words one has on average. */
export type Counted = { documents: number; averageLength: number }

/** Okapi BM25 (Robertson and Zaragoza 2009): how soon a word said again counts no more, and how much length does. */
export const [k1, b] = [1.2, 0.75]

/** How much it says of a claim that a word stands in it: the fewer claims have it, the more; never below zero. */
export function weightOf({ documents }: Pick<SaidWord, 'documents'>, all: Counted): number {
  const total = Math.max(all.documents, documents)
  return Math.log(1 + (total - documents + 0.5) / (documents + 0.5))
}

/** What a claim would score if it were sought by its own words: the most that another can come near to. */
export function ownScore(words: SaidWord[], all: Counted): number {
  const length = words.reduce((sum, { times }) => sum + times, 0)
  const stretch = k1 * (1 - b + (b * length) / (all.averageLength || 1))
  return words.reduce(
    (sum, word) => sum + (weightOf(word, all) * word.times * (k1 + 1)) / (word.times + stretch),
    0,
  )
}

/** The words that tell most of a claim, the rarest first: others would only cost. */
export function tellingWords(words: SaidWord[]): SaidWord[] {
  return words
    .toSorted((one, other) => one.documents - other.documents || (one.lexeme < other.lexeme ? -1 : 1))
    .slice(0, mostWords)
}

const mostWords = 24

/**
 * The words by which claims are looked for, of those in order of rarity: as many as stand in no more claims together than
 * can be compared in a moment, and at least the rarest two.
 */
export function soughtWords(telling: SaidWord[]): SaidWord[] {
  let sum = 0
  return telling.filter(({ documents }, at) => {
    sum += documents
    return at < 2 || sum <= mostCompared
  })
}

/** Claims that are compared at most. */
export const mostCompared = 2_000

/** Words as one tsquery that each of them alone fulfils. */
export function anyOf(lexemes: string[]): string {
  return lexemes.map((lexeme) => `'${lexeme.replace(/['\\]/g, (sign) => sign + sign)}'`).join(' | ')
}
