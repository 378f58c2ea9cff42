import { bodyWindow, openingLines } from './extract/dump/body-window'
import { plausibleHeadline, repeatedHeadline } from './extract/dump/headline'
import { blocksOf } from './extract/dump/line-blocks'
import { classify } from './extract/dump/line-classes'
import { bylineOf, publisherOf, statedDates } from './extract/dump/line-metadata'
import { readLines } from './extract/dump/lines'
import { type Extraction, extractionOf } from './extract/extraction'
import { languageOf } from './extract/language'

const nothing = {
  ...{ title: null, byline: null, published: null, updated: null, publisher: null },
  ...{ language: null, standfirst: null },
}

/**
 * Reads an article out of raw text, pasted by itself or copied with a whole page's menus around it.
 * What the text does not state stays null; text with nothing to read gives no blocks.
 */
export function extractText(raw: string): Extraction {
  const rawLines = readLines(raw)
  const lines = classify(rawLines, languageOf(raw))
  const repeated = repeatedHeadline(lines)
  const window = bodyWindow(lines, repeated)
  if (!window) return extractionOf(nothing, [])
  const headline = repeated ?? plausibleHeadline(lines, window)
  const titleAt = headline?.at ?? null
  const blocks = blocksOf(lines, { window, opening: openingLines(lines, window, titleAt), titleAt })
  const language = languageOf(blocks.map((block) => block.text).join('\n'))
  return extractionOf(
    {
      title: headline ? { value: headline.text, from: 'page' } : null,
      byline: bylineOf(lines, window, headline),
      ...statedDates(lines, window, headline),
      publisher: publisherOf(lines, window, headline),
      language: language ? { value: language, from: 'page' } : null,
      // Raw text does not tell a standfirst from a first paragraph.
      standfirst: null,
    },
    blocks,
  )
}
