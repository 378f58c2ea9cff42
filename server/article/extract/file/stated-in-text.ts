import { bylineIn } from '../byline'
import { type Block, type Extraction, extractionOf, type Found } from '../extraction'
import { languageOf } from '../language'
import { datesIn } from '../stated-date'

/** How many blocks at the head may say who wrote it and when, and how long such a line may be. */
const head = { blocks: 6, letters: 120 }

/** A date without a label is when it was published only where the line says little else. */
const mostBesideDate = 30

type Known = {
  title: Found<string> | null
  byline?: Found<string[]> | null
  published?: Found<string> | null
}

/**
 * An extraction of a file that has words and little else: what its own head states goes before what the file's
 * properties say, and what neither states stays null.
 */
export function statedInText(known: Known, blocks: Block[]): Extraction {
  const lines = blocks
    .slice(0, head.blocks)
    .map(({ text }) => text)
    .filter((text) => text.length <= head.letters)
  const names = lines.map(bylineIn).find((found) => found.length > 0)
  const dates = lines.map((line) => ({ ...datesIn(line), isShort: line.length <= mostBesideDate }))
  const published = dates
    .map((date) => date.published ?? (date.isShort ? date.bare : null))
    .find((date) => date !== null)
  const updated = dates.map((date) => date.updated).find((date) => date !== null)
  const language = languageOf(blocks.map(({ text }) => text).join('\n'))
  return extractionOf(
    {
      title: known.title,
      byline: names ? { value: names, from: 'page' } : (known.byline ?? null),
      published: published ? { value: published, from: 'page' } : (known.published ?? null),
      updated: updated ? { value: updated, from: 'page' } : null,
      publisher: null,
      language: language ? { value: language, from: 'page' } : null,
      standfirst: null,
    },
    blocks,
  )
}
