import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Placed } from '../../server/coverage/worth/features'

/** A sentence that somebody judged: whether it says something that is worth checking. */
export type Labelled = Placed & { language: string; article: string; isWorth: boolean }

const kinds = { h: 'heading', c: 'caption', t: 'table', '': 'paragraph' } as const

/**
 * The labelled sentences of both languages. Articles are divided by empty lines; a line is 1 or 0 for worth checking or
 * not, a letter for what is no paragraph (h heading, c caption, t row of a table), a space, and the sentence.
 */
export function readLabelled(folder = join('tests', 'worth')): Labelled[] {
  return ['en', 'de'].flatMap((language) => {
    const text = readFileSync(join(folder, `sentences.${language}.txt`), 'utf8')
    return text
      .trim()
      .split(/\n\n+/)
      .flatMap((article, nth) => sentencesIn(article, language, `${language} ${nth}`))
  })
}

function sentencesIn(article: string, language: string, name: string): Labelled[] {
  const lines = article.split('\n')
  return lines.map((line, at) => {
    const [, label, kind = '', text] = /^([01])([hct]?) (.+)$/.exec(line) ?? []
    if (!text) throw new Error(`cannot read “${line}”`)
    // The expression lets nothing else through.
    const kindOf = kinds[kind as keyof typeof kinds]
    return { text, kind: kindOf, place: at / lines.length, language, article: name, isWorth: label === '1' }
  })
}
