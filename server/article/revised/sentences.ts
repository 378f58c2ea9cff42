import { cutSentences } from '../cut-sentences'
import { isWord, type Token, tokensOf } from './tokens'

/** A sentence of a frozen text, or a row of a table: its place (UTF-16 offsets), its tokens, and what it is compared by. */
export type Sentence = { start: number; end: number; tokens: Token[]; key: string }

/** The sentences of a text in order; a line break ends one. A number that only counts a list item goes with its item. */
export function sentencesOf(text: string): Sentence[] {
  const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' })
  const sentences: Sentence[] = []
  for (const line of text.matchAll(/[^\n]+/g)) {
    let start = line.index
    for (const { segment, index } of cutSentences(line[0], segmenter)) {
      const end = line.index + index + segment.length
      const isLast = end === line.index + line[0].length
      // A marker, an initial or an abbreviation is no sentence: what follows it belongs to it.
      if (!isLast && wordsIn(text.slice(start, end)) < 2) continue
      const sentence = sentenceAt(text, start, end)
      if (sentence.tokens.length > 0) sentences.push(sentence)
      start = end
    }
  }
  return sentences
}

function sentenceAt(text: string, start: number, end: number): Sentence {
  const tokens = tokensOf(text.slice(start, end)).map((token) => ({
    ...token,
    start: token.start + start,
    end: token.end + start,
  }))
  return {
    start: tokens[0]?.start ?? start,
    end: tokens.at(-1)?.end ?? end,
    tokens,
    key: tokens.map(({ key }) => key).join(' '),
  }
}

const wordsIn = (text: string) => tokensOf(text).filter(isWord).length
