import bidiFactory, { type EmbeddingLevels } from 'bidi-js'
import LineBreaker from 'linebreak'
import type { Fonts, SetFont } from './read-fonts'
import { flat, type Span } from './style'

export const bidi = bidiFactory()

/** A paragraph before it is broken into lines: each letter with its font, and where lines may end. */
export type Letters = {
  text: string
  letters: { font: SetFont; span: Span }[]
  levels: EmbeddingLevels
  /** UTF-16 positions at which a line may begin; the last is the end. */
  breaks: number[]
  fonts: Fonts
}

/** Some words letter by letter, composed and without what does harm. */
export function lettersOf(spans: Span[], fonts: Fonts): Letters {
  const parts = spans.map((span) => ({ span, text: flat(span.text) }))
  const letters: Letters['letters'] = []
  for (const { span, text } of parts) {
    let last = ''
    for (const letter of text) {
      const before = letters.at(-1)
      const isHeld = before?.span === span && isHeldBy(before.font, letter, last)
      const font = isHeld ? before.font : fonts(letter, span.style)
      last = letter
      for (let unit = 0; unit < letter.length; unit++) letters.push({ font, span })
    }
  }
  const text = parts.map((part) => part.text).join('')
  const breaker = new LineBreaker(text)
  const breaks: number[] = []
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) breaks.push(found.position)
  return { text, letters, levels: bidi.getEmbeddingLevels(text), breaks, fonts }
}

// Marks and joiners stay with the letter before them: apart they would take another shape. So do spaces in Arabic and
// Hebrew, whose lines are then of one piece; in other scripts each word is.
const isHeldBy = ({ font }: SetFont, letter: string, before: string) =>
  /\p{Cf}/u.test(letter) ||
  ((/\p{M}/u.test(letter) || (letter === ' ' && isArabicOrHebrew.test(before))) &&
    font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))

const isArabicOrHebrew = /\p{scx=Arabic}|\p{Script=Hebrew}/u
