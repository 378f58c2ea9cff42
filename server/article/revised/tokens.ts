/** A word, a number or a mark of a text; `start` and `end` are UTF-16 offsets, `key` what it is compared by. */
export type Token = { start: number; end: number; key: string }

// Scripts without spaces are compared sign by sign. Numbers keep their joints: 2,000 and 14:02 are one thing each.
const parts =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|[\p{L}\p{M}\p{N}]+(?:[.,:'’\u2011/-][\p{L}\p{M}\p{N}]+)*|\S/gu

/** The words, numbers and marks of a text in order; what only the way of setting them tells apart has one key. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(parts)].flatMap((match) => {
    const key = keyOf(match[0])
    return key ? [{ start: match.index, end: match.index + match[0].length, key }] : []
  })
}

/** Whether this is a word or a number rather than a mark. */
export function isWord({ key }: Pick<Token, 'key'>): boolean {
  return /[\p{L}\p{N}]/u.test(key)
}

/** Marks that speech stands between; one alone may also be an apostrophe. */
export const quotationKey = '"'

// Compatibility forms are not undone as a whole: 10² must not become 102.
function keyOf(part: string): string {
  const key = part
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => ligature.normalize('NFKC'))
    .replace(/[‘’ʼ＇`´]/gu, "'")
    .replace(/[‐‑‒–—―−]/gu, '-')
  return /^['"“”„‟«»‹›「」『』‚]$/u.test(key) ? quotationKey : key
}
