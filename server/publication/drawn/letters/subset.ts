import type { Font, Glyph } from 'fontkit'

type Point = { x: number; y: number; isOn: boolean }
type Outline = { bytes: Uint8Array; xMin: number; points: number; contours: number }

/** An outline and how far the next one stands from it, in the font's units. */
export type Shape = { commands: Glyph['path']['commands']; advance: number }

/**
 * A TrueType font with these shapes alone, in this order, as a PDF embeds one (OpenType 1.9: glyf, loca and what they
 * need). Every outline is written as it stands at the font's weight and size, so a variable font becomes a plain one.
 */
export function subsetOf(font: Font, shapes: Shape[]): Uint8Array {
  const outlines = shapes.map(outlineOf)
  const places = [0, ...ends(outlines.map(({ bytes }) => bytes.length))]
  const { bbox, unitsPerEm, ascent, descent } = font
  const box = [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map(Math.round)
  const widest = Math.max(...shapes.map(({ advance }) => Math.round(advance)))
  const most = (of: 'points' | 'contours') => Math.max(...outlines.map((outline) => outline[of]))
  return fileOf({
    glyf: joined(outlines.map(({ bytes }) => bytes)),
    // Version, revision, sum, magic, flags, units, two times of eight bytes, box, style, least size, direction, long places, format.
    head: words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 3, unitsPerEm, ...zeros(8), ...box, 0, 6, 2, 1, 0),
    hhea: words(1, 0, ascent, descent, 0, widest, 0, 0, widest, 1, ...zeros(7), shapes.length),
    hmtx: words(...shapes.flatMap(({ advance }, index) => [Math.round(advance), outlines[index]?.xMin ?? 0])),
    loca: words(...places.flatMap((place) => [place >>> 16, place & 0xffff])),
    maxp: words(1, 0, shapes.length, most('points'), most('contours'), 0, 0, 2, ...zeros(8)),
  })
}

const zeros = (count: number) => Array<number>(count).fill(0)

function outlineOf({ commands }: Shape): Outline {
  const contours = contoursOf(commands)
  const points = contours.flat()
  if (!points.length) return { bytes: new Uint8Array(), xMin: 0, points: 0, contours: 0 }
  const across = points.map(({ x }) => x)
  const up = points.map(({ y }) => y)
  const last = ends(contours.map(({ length }) => length)).map((end) => end - 1)
  const box = [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)]
  const head = words(contours.length, ...box, ...last, 0)
  const flags = Uint8Array.from(points, ({ isOn }) => (isOn ? 1 : 0))
  const bytes = joined([head, flags, words(...steps(across), ...steps(up))])
  return { bytes: padded(bytes), xMin: box[0] ?? 0, points: points.length, contours: contours.length }
}

/** Where each of some lengths ends when they follow each other. */
function ends(lengths: number[]): number[] {
  let end = 0
  return lengths.map((length) => {
    end += length
    return end
  })
}

const steps = (values: number[]) => values.map((value, index) => value - (values[index - 1] ?? 0))

function contoursOf(commands: Glyph['path']['commands']): Point[][] {
  const contours: Point[][] = []
  for (const { command, args } of commands) {
    const at = (index: number, isOn: boolean): Point => {
      const [x = 0, y = 0] = args.slice(index).map(Math.round)
      return { x, y, isOn }
    }
    if (command === 'moveTo') contours.push([at(0, true)])
    else if (command === 'lineTo') contours.at(-1)?.push(at(0, true))
    else if (command === 'quadraticCurveTo') contours.at(-1)?.push(at(0, false), at(2, true))
    else if (command === 'bezierCurveTo') throw new Error('only TrueType outlines can be embedded')
  }
  return contours.map(closed).filter((contour) => contour.length > 1)
}

/** A contour is closed by itself: its beginning is not said again at its end. */
function closed(contour: Point[]): Point[] {
  const [first, last] = [contour[0], contour.at(-1)]
  const isSame = contour.length > 1 && first?.x === last?.x && first?.y === last?.y && last?.isOn
  return isSame ? contour.slice(0, -1) : contour
}

function fileOf(tables: Record<string, Uint8Array>): Uint8Array {
  const all = Object.entries(tables).toSorted(([one], [other]) => (one < other ? -1 : 1))
  let place = 12 + 16 * all.length
  const heads = all.map(([name, bytes]) => {
    const sum = sumOf(padded(bytes))
    const head = words(
      sum >>> 16,
      sum & 0xffff,
      place >>> 16,
      place & 0xffff,
      bytes.length >>> 16,
      bytes.length & 0xffff,
    )
    place += padded(bytes).length
    return joined([new TextEncoder().encode(name), head])
  })
  const power = 2 ** Math.floor(Math.log2(all.length))
  const search = [all.length, power * 16, Math.log2(power), (all.length - power) * 16]
  return joined([words(1, 0, ...search), ...heads, ...all.map(([, bytes]) => padded(bytes))])
}

function sumOf(bytes: Uint8Array): number {
  let sum = 0
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

/** Numbers of 16 bits, signed or not, the greater half first. */
function words(...values: number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 2))
  values.forEach((value, index) => {
    view.setInt16(index * 2, Math.round(value))
  })
  return new Uint8Array(view.buffer)
}

function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / 4) * 4)
  whole.set(bytes)
  return whole
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
