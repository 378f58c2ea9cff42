/** How letters look: the design's three faces, weight and size in the units of the sheet they stand on. */
export type Style = { face: Face; weight: number; size: number; isItalic?: boolean }
export type Face = 'serif' | 'sans' | 'mono'

/** Words in one style; `link` is where they lead. */
export type Span = { text: string; style: Style; link?: string }

/** Where the letters of one subset of a font are: a range of code points, both ends in it. */
export type Range = [from: number, to: number]

/** Ranges as font packages and style sheets write them: "U+0000-00FF,U+0131". */
export function readRanges(written: string): Range[] {
  return written.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
  })
}

export const isIn = (ranges: Range[], code: number) => ranges.some(([from, to]) => from <= code && code <= to)

/** Words of somebody else's on their way into a sheet: one line, composed, without what would turn other words around. */
export function drawable(text: string): string {
  return flat(text).replace(/[\u2066-\u2069]/gu, '')
}

/** Words that are kept apart from those around them, whichever way either is written (UAX #9, isolates). */
export const isolated = (text: string) => `\u2068${drawable(text)}\u2069`

/**
 * Text as it is laid out: on one line, composed, without controls that have no shape and do harm, and with no more
 * marks on a letter than a language writes (pointed and chanted Hebrew has four), which would pile up over other lines.
 */
export function flat(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u202a-\u202e\ufff9-\ufffb\ufeff\u{e0000}-\u{e0fff}]/gu, '')
    .replace(/(\p{Mn}{4})\p{Mn}+/gu, '$1')
    .replace(/\p{Cs}/gu, '\ufffd')
}
