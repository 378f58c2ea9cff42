import type { Block, BlockKind } from '../../extraction'
import { type IsOneWord, joinWords, oneWordIn } from '../../join-words'
import { languageOf } from '../../language'
import { type Line, median } from './pdf-lines'

/** How much larger than the text's letters a heading's are. */
const headingSize = 1.15

type Group = { kind: BlockKind; lines: Line[] }
type Measures = { body: number; leading: number }

/**
 * Headings, paragraphs and list items out of lines in reading order, by the size of their letters and the gaps between.
 * Halves of a word are put together where the text says so or, in English, `isEnglish`.
 */
export function blocksFrom(lines: Line[], isEnglish: IsOneWord): (Block & { size: number; page: number })[] {
  const measures = measured(lines)
  const groups: Group[] = []
  for (const line of lines) {
    const kind = kindOf(line, measures)
    const last = groups.at(-1)
    if (last && goesOn(last, line, kind, measures)) last.lines.push(line)
    else groups.push({ kind, lines: [line] })
  }
  const texts = lines.map(({ text }) => text)
  const isElsewhere = oneWordIn(texts)
  const isKnown = languageOf(texts.join(' ')) === 'en' ? isEnglish : () => false
  const isOneWord: IsOneWord = (half, other) => isElsewhere(half, other) || isKnown(half, other)
  return groups.map(({ kind, lines }) => ({
    kind,
    text: lines.reduce((text, line) => joinWords(text, bare(line.text, kind), isOneWord), ''),
    size: lines[0]?.size ?? 0,
    page: lines[0]?.page ?? 0,
  }))
}

function measured(lines: Line[]): Measures {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  const body = [...letters].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 0
  const steps = lines.flatMap((line, at) => {
    const before = lines[at - 1]
    const step = before && before.page === line.page ? before.y - line.y : 0
    return step > 0 && Math.abs(line.size - body) < 1 ? [step] : []
  })
  return { body, leading: median(steps) || body * 1.2 }
}

const bullet = /^[•●▪◦‣∙·]\s*/u
const numbered = /^(?:\d{1,3}|[a-z])[.)]\s+(?=\S)/u

function kindOf({ text, size }: Line, { body }: Measures): BlockKind {
  if (size > body * headingSize && text.length < 200) return 'heading'
  return bullet.test(text) || numbered.test(text) ? 'list-item' : 'paragraph'
}

// The number of a numbered item is said in the text, so it stays; a bullet is none of its words.
const bare = (text: string, kind: BlockKind) => (kind === 'list-item' ? text.replace(bullet, '') : text)

const closes = /[.!?:;。！？؟]["'”’»)\]]*$/u
const hangs = /\p{L}[-\u2010\u00AD]$/u

function goesOn({ kind, lines }: Group, line: Line, next: BlockKind, { leading }: Measures): boolean {
  const last = lines.at(-1)
  if (!last || bullet.test(line.text)) return false
  if (kind === 'heading' || next === 'heading') {
    const isSame = kind === next && Math.abs(last.size - line.size) < 0.6
    return isSame && last.page === line.page && last.y - line.y < line.size * 1.6 && last.y > line.y
  }
  if (Math.abs(last.size - line.size) > 1.2) return false
  const step = last.y - line.y
  const isBelow = last.page === line.page && step > 0 && Math.abs(last.column.left - line.column.left) < 4
  if (!isBelow) return leadsOver(last, line) && next !== 'list-item'
  if (step > leading * 1.35) return false
  if (next === 'list-item') return hangs.test(last.text)
  if (kind === 'list-item') return line.left > (lines[0]?.left ?? 0) + 1 || !closes.test(last.text)
  return !beginsAnew(last, line)
}

/** Whether a paragraph goes on in the next column or on the next page: a sentence has begun and not ended. */
function leadsOver(last: Line, line: Line): boolean {
  if (hangs.test(last.text)) return true
  if (closes.test(last.text)) return false
  return /^[\p{Ll}\p{Lo}\d("“«]/u.test(line.text)
}

// A first line stands in, or the line before ended early with its sentence.
function beginsAnew(last: Line, line: Line): boolean {
  const { left, right } = line.column
  const isIn = line.left - left > line.size * 0.7 && line.left - left < line.size * 5
  const wasIn = last.left - left > line.size * 0.7
  const endedEarly = closes.test(last.text) && right - last.right > (right - left) * 0.2
  return (isIn && !wasIn) || endedEarly
}
