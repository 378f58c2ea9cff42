import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import wawoff2 from 'wawoff2'
import { z } from 'zod'
import { type Face, isIn, type Range, readRanges, type Span, type Style } from './style'

/** A font in one weight and size; `key` names it. */
export type SetFont = { key: string; font: Font }
/** Says in which font a letter is drawn; one that no font has gets a font whose box stands for it. */
export type Fonts = (letter: string, style: Style) => SetFont

/** One file of a font, what it covers, and its face; null is for letters that the design's faces lack. */
type FontFile = {
  file: string
  face: Face | null
  isItalic: boolean
  axes: readonly ('wght' | 'opsz')[]
  covers: Range[]
}

const { resolve } = createRequire(import.meta.url)
const rangesShape = z.record(z.string(), z.string())
const all = /^/

// A further script is a line here, and its package.
const fontFiles: FontFile[] = [
  ...filesOf('-variable/source-serif-4', all, { face: 'serif', kind: 'opsz-normal', axes: ['wght', 'opsz'] }),
  ...filesOf('-variable/source-serif-4', all, { face: 'serif', kind: 'opsz-italic', axes: ['wght', 'opsz'] }),
  ...filesOf('-variable/ibm-plex-sans', all, { face: 'sans', kind: 'wght-normal', axes: ['wght'] }),
  ...filesOf('/ibm-plex-mono', all, { face: 'mono', kind: '400-normal', axes: [] }),
  ...filesOf('-variable/noto-sans-arabic', /^arabic$/, { face: null, kind: 'wght-normal', axes: ['wght'] }),
  ...filesOf('-variable/noto-sans-hebrew', /^hebrew$/, { face: null, kind: 'wght-normal', axes: ['wght'] }),
  ...filesOf('-variable/noto-sans-devanagari', /^dev/, { face: null, kind: 'wght-normal', axes: ['wght'] }),
  // Korean comes in a hundred small files, of which a text needs a few.
  ...filesOf('-variable/noto-sans-kr', /^\[/, { face: null, kind: 'wght-normal', axes: ['wght'] }),
]

type Kind = Pick<FontFile, 'face' | 'axes'> & { kind: string }

function filesOf(name: string, subsets: RegExp, { face, kind, axes }: Kind): FontFile[] {
  const folder = `@fontsource${name}`
  const ranges = rangesShape.parse(JSON.parse(readFileSync(resolve(`${folder}/unicode.json`), 'utf8')))
  return Object.entries(ranges)
    .filter(([subset]) => subsets.test(subset))
    .map(([subset, written]) => ({
      file: `${folder}/files/${name.split('/')[1]}-${subset.replace(/[[\]]/g, '')}-${kind}.woff2`,
      ...{ face, isItalic: kind.endsWith('italic'), axes, covers: readRanges(written) },
    }))
}

const opened = new Map<string, Font>()
const set = new Map<string, SetFont>()

/** Reads the fonts that some words need and were not read before. */
export async function readFonts(spans: Span[]): Promise<Fonts> {
  const letters = new Set(
    spans.flatMap(({ text }) => Array.from(text, (letter) => letter.codePointAt(0) ?? 0)),
  )
  // What stands for missing letters, and ends words that were cut.
  for (const letter of '\u2026 ') letters.add(letter.codePointAt(0) ?? 0)
  const isWanted = ({ face, isItalic, covers }: FontFile) =>
    (face === null || face === 'sans' || spans.some(({ style }) => style.face === face)) &&
    (!isItalic || spans.some(({ style }) => style.isItalic)) &&
    [...letters].some((letter) => isIn(covers, letter))
  for (const { file } of fontFiles.filter(isWanted)) {
    if (opened.has(file)) continue
    const unpacked = await wawoff2.decompress(readFileSync(resolve(file)))
    const font = create(Buffer.from(unpacked))
    if (!('layout' in font)) throw new Error(`${file} holds several fonts`)
    opened.set(file, font)
  }
  return fontFor
}

const chosen = new Map<string, SetFont>()

function fontFor(letter: string, style: Style): SetFont {
  const { face, weight, size, isItalic = false } = style
  const name = `${letter} ${face} ${weight} ${size} ${isItalic}`
  const found = chosen.get(name) ?? chooseFont(letter, style)
  // Long lives must not gather every letter there is.
  if (chosen.size > 20_000) chosen.clear()
  chosen.set(name, found)
  return found
}

function chooseFont(letter: string, style: Style): SetFont {
  const code = letter.codePointAt(0) ?? 0
  const worth = ({ face, isItalic }: FontFile) =>
    (face === style.face ? 0 : face === null ? 2 : 4) + (isItalic === (style.isItalic ?? false) ? 0 : 1)
  const open = fontFiles.filter(({ file }) => opened.has(file)).toSorted((a, b) => worth(a) - worth(b))
  const best = open.find(
    (file) => isIn(file.covers, code) && opened.get(file.file)?.hasGlyphForCodePoint(code),
  )
  const one = best ?? open[0]
  if (!one) throw new Error('no font was read')
  return setFont(one, style)
}

function setFont({ file, axes }: FontFile, { weight, size }: Style): SetFont {
  const values = { wght: weight, opsz: Math.min(60, Math.max(8, Math.round(size))) }
  const wanted = Object.fromEntries(axes.map((axis) => [axis, values[axis]]))
  const key = `${file} ${JSON.stringify(wanted)}`
  const base = opened.get(file)
  if (!base) throw new Error(`${file} was not read`)
  const found = set.get(key) ?? { key, font: axes.length ? base.getVariation(wanted) : base }
  set.set(key, found)
  return found
}
