/** Sizes in the drawing's own units, about pixels. */
export const sizes = { width: 1040, top: 60, row: 43, names: 58, start: 312, end: 892, verdict: 926 }

/** The same where a drawing has no room beside its axis: the words of a row stand above its mark. */
export const narrowSizes = { width: 340, top: 56, row: 78, start: 16, end: 316 }

type Across = { width: number; start: number; end: number }

/** Where things stand in a drawing that is read from the left, or mirrored for one that is read from the right. */
export type Place = {
  /** +1 where values grow towards the right. */
  forth: 1 | -1
  /** A place counted from where reading begins; `width` is of what has its origin at its left edge. */
  at: (x: number, width?: number) => number
  /** A place on the axis, from 0 to 1. */
  onAxis: (share: number) => number
}

/** The places of a drawing in a direction. */
export function placeIn(direction: 'ltr' | 'rtl', across: Across = sizes): Place {
  const at = (x: number, width = 0) => (direction === 'rtl' ? across.width - x - width : x)
  const onAxis = (share: number) => round(at(across.start + share * (across.end - across.start)))
  return { forth: direction === 'rtl' ? -1 : 1, at, onAxis }
}

const round = (value: number) => Math.round(value * 10) / 10

/** Roughly how wide a text is, when a letter is so wide on average; letters of East Asia are twice as wide. */
export function widthOf(text: string, letter: number): number {
  let width = 0
  for (const one of text) width += isWide.test(one) ? 1.9 * letter : letter
  return width
}

/** A text cut to a width, with a mark where it was. */
export function fitted(text: string, width: number, letter: number): string {
  if (widthOf(text, letter) <= width) return text
  const points = Array.from(text)
  while (points.length && widthOf(`${points.join('')}…`, letter) > width) points.pop()
  return `${points.join('').trimEnd()}…`
}

const isWide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u
