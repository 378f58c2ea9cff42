import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Block } from './extract/extraction'

// Soft hyphens, zero-width spaces and marks, byte order marks and control characters carry no words.
// The joiners U+200C and U+200D stay: Persian, Hindi and emoji are spelled with them.
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\uFEFF\p{Cc}]/gu

/** One line of text as it is kept: NFC, one space between words, nothing invisible. */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').replace(invisible, '').replace(/ {2,}/g, ' ').trim()
}

/** A table's text: normalised cells joined by tab, rows by newline. */
export function tableText(rows: string[][]): string {
  return rows.map((row) => row.map(normaliseText).join('\t')).join('\n')
}

/**
 * The text a revision is frozen as: every block in NFC, joined by an empty line.
 * A picture without alternative text takes part with its empty text, so that block n always starts after n joints.
 */
export function frozenText(blocks: readonly Pick<Block, 'text'>[]): string {
  return blocks.map((block) => block.text.normalize('NFC')).join('\n\n')
}

/** Where each block stands in the frozen text, in Unicode code points; the end is exclusive. */
export function blockPositions(blocks: readonly Pick<Block, 'text'>[]): { start: number; end: number }[] {
  let start = 0
  return blocks.map((block) => {
    const end = start + [...block.text.normalize('NFC')].length
    const position = { start, end }
    start = end + 2
    return position
  })
}

/** SHA-256 of the frozen text's UTF-8 bytes, as 64 hex digits. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** The paragraphs that a span stands in, split at it, and the number of the first; null where it stands in none. */
export function paragraphsAround(
  blocks: Block[],
  text: string,
  { start, end }: { start: number; end: number },
) {
  const positions = blockPositions(blocks)
  const touched = positions.filter((block) => block.start < end && block.end > start)
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) return null
  const points = Array.from(text)
  const between = (from: number, to: number) => points.slice(from, to).join('')
  return {
    before: between(first.start, start),
    quote: between(start, end),
    after: between(end, last.end),
    paragraph: positions.indexOf(first) + 1,
  }
}
