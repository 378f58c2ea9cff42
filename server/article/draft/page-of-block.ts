import type { Block } from '../extract/extraction'

/** How many letters of a block's beginning tell where it stands; a short heading has fewer. */
const telling = 40

/**
 * On which page of a PDF each block begins, counted from 0, found by the letters of its beginning in the pages' own words;
 * one that is not found is on the page of the one before it.
 */
export function pagesOfBlocks(blocks: readonly Pick<Block, 'text'>[], pages: readonly string[]): number[] {
  const letters = pages.map(lettersOf)
  const all = letters.join('')
  const starts: number[] = []
  for (const [at] of letters.entries()) starts.push((starts.at(-1) ?? 0) + (letters[at - 1]?.length ?? 0))
  let from = 0
  return blocks.map(({ text }) => {
    const start = lettersOf(text.slice(0, 4 * telling)).slice(0, telling)
    // Blocks stand in the order of the file, but for a title that was read from further below.
    const found = all.indexOf(start, from)
    const place = found === -1 ? all.indexOf(start) : found
    if (start !== '' && place !== -1) from = place
    return Math.max(
      starts.findLastIndex((begins) => begins <= from),
      0,
    )
  })
}

// Hyphens, spaces and lines' ends are what joining changes.
const lettersOf = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '')
