import type { Run } from '../letters/lines'
import type { PdfFonts, Said } from './pdf-fonts'

/** Where a run begins, from the sheet's left and bottom, and whether a space parts it from the next line. */
type Place = { x: number; y: number; ends: boolean }
/** A shape and the space to take away behind it, in thousandths of the size. */
type Piece = { shape: Said; kern: number }

/** A run as it is shown on a page; what is written from right to left is marked so (ISO 32000-2, 14.8.2.5). */
export function runOf(fonts: PdfFonts, run: Run, { x, y, ends }: Place): string {
  const { font, span } = run
  const codes = piecesOf(run).map(({ shape, kern }) => {
    const gap = Math.abs(kern) > 0.5 ? short(kern) : ''
    return `<${fonts.codeOf(font, shape)}>${gap}`
  })
  const space = ends && font.font.hasGlyphForCodePoint(32) ? font.font.glyphForCodePoint(32) : null
  if (space)
    codes.push(
      `<${fonts.codeOf(font, { key: 'space', text: ' ', commands: [], advance: space.advanceWidth })}>`,
    )
  const at = `1 0 0 1 ${short(x)} ${short(y)} Tm`
  const shown = `BT /${fonts.nameOf(font)} ${span.style.size} Tf ${at} [${codes.join('')}] TJ ET`
  return run.isRtl ? `/ReversedChars BMC ${shown} EMC` : shown
}

const short = (value: number) => Math.round(value * 100) / 100

function piecesOf(run: Run): Piece[] {
  const pieces = run.isRtl ? letterGroups(run) : letterByLetter(run)
  return pieces ?? [{ shape: asOne(run, run.text), kern: 0 }]
}

/** Glyphs with what each says; null where they do not follow the letters or were moved. */
function letterByLetter(run: Run): Piece[] | null {
  const { font, glyphs, positions } = run
  const texts = textsOf(run)
  if (!texts || positions.some(({ xOffset, yOffset }) => xOffset || yOffset)) return null
  return glyphs.map(({ id, advanceWidth: advance, path }, index) => {
    const kern = ((advance - (positions[index]?.xAdvance ?? 0)) * 1000) / font.font.unitsPerEm
    return { shape: { key: String(id), text: texts[index] ?? '', commands: path.commands, advance }, kern }
  })
}

function textsOf({ font: { font }, text, glyphs }: Run): string[] | null {
  const texts: string[] = []
  let rest = text
  for (const { id, codePoints } of glyphs) {
    const [letter = ''] = rest
    // A glyph that was met as a part of another one does not say what it stands for: its letter does.
    const isItsOwn = letter !== '' && font.glyphForCodePoint(letter.codePointAt(0) ?? 0).id === id
    const said = isItsOwn ? letter : String.fromCodePoint(...codePoints)
    if (!said || !rest.startsWith(said)) return null
    texts.push(said)
    rest = rest.slice(said.length)
  }
  return rest ? null : texts
}

/**
 * Letters of Arabic or Hebrew from left to right, each with its dots and marks as one shape: fonts draw those apart, so
 * that a glyph does not say which letter it stands for. Null where shapes and letters cannot be told to belong together.
 */
function letterGroups(run: Run): Piece[] | null {
  const letters = lettersOf(run.text)
  const groups = groupsOf(run)
  if (groups.length !== letters.length) return null
  return groups.map((group, index) => ({
    shape: asOne(group, letters[letters.length - 1 - index] ?? ''),
    kern: 0,
  }))
}

/** Letters with their marks; lam and alef are drawn as one. */
const lettersOf = (text: string) =>
  text.match(/(?:\u0644\p{M}*[\u0622\u0623\u0625\u0627]|\P{M})[\p{M}\p{Cf}]*/gu) ?? []

type Glyphs = Pick<Run, 'glyphs' | 'positions'>

/** Glyphs that take room, each with those before it that take none and stand on it. */
function groupsOf({ glyphs, positions }: Run): Glyphs[] {
  const groups: Glyphs[] = []
  let open: Glyphs = { glyphs: [], positions: [] }
  glyphs.forEach((glyph, index) => {
    const position = positions[index]
    if (!position) return
    open.glyphs.push(glyph)
    open.positions.push(position)
    if (position.xAdvance === 0) return
    groups.push(open)
    open = { glyphs: [], positions: [] }
  })
  const last = groups.at(-1)
  last?.glyphs.push(...open.glyphs)
  last?.positions.push(...open.positions)
  return groups
}

/** Several glyphs as one shape that says some words. */
function asOne({ glyphs, positions }: Glyphs, text: string): Said {
  let x = 0
  const commands: Said['commands'] = []
  glyphs.forEach(({ path }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    for (const { command, args } of path.commands)
      commands.push({ command, args: args.map((value, at) => value + (at % 2 ? yOffset : x + xOffset)) })
    x += xAdvance
  })
  const places = positions.map(({ xOffset, yOffset }) => `${Math.round(xOffset)} ${Math.round(yOffset)}`)
  return { key: [...glyphs.map(({ id }) => id), ...places].join(), text, commands, advance: x }
}
