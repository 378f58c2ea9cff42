import type { Block } from '../../article/extract/extraction'
import { frozenText } from '../../article/frozen-text'
import { type Span, utf16Before } from '../../claim/quote'
import { sentencesOf } from '../../coverage/sentences/sentences'

/** An article as it is compared with others; `published` is ISO 8601, as precise as known. */
export type Told = {
  id: string
  blocks: readonly Block[]
  language: string | null
  published: string | null
  publisher: string | null
}

/** A sentence of an article with what can be compared: its words, and those of them that say something, as numbers. */
export type Sentence = Span & {
  article: string
  text: string
  words: string[]
  content: ReadonlySet<number>
  /** Whether most of it is somebody's words, which several may quote without having copied. */
  isQuoted: boolean
}

/** Sentences with fewer words that say something are alike by chance. */
const fewestWords = 5

/** The sentences of an article that are long enough to be compared; places are code points of its frozen text. */
export function sentencesToCompare({ id, blocks, language }: Told): Sentence[] {
  const text = frozenText(blocks)
  return sentencesOf(blocks, language).flatMap(({ start, end }) => {
    const said = text.slice(utf16Before(text, start), utf16Before(text, end))
    const words = wordsOf(said)
    const content = new Set(words.filter(saysSomething).map(hashOf))
    if (content.size < fewestWords) return []
    const quoted = (said.match(/[“"«][^”"»]*[”"»]?/gu) ?? []).join(' ')
    return [
      { start, end, article: id, text: said, words, content, isQuoted: quoted.length > said.length / 2 },
    ]
  })
}

/** The words of a text in small letters; grouped digits are one word. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\d+(?:[.,]\d+)*(?!\p{L})|[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}]+)?/gu) ?? []
  )
}

const saysSomething = (word: string) =>
  /^\d/.test(word) || (word.length > (/^[a-z]/.test(word) ? 3 : 1) && !empty.has(word))

const empty = new Set(
  'that this with from have been were they their there which would could will into than then when what about after before over under more most some such also only because while where these those said says'.split(
    ' ',
  ),
)

/** FNV-1a: a word as a number. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
