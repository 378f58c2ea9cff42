import type { Line } from './lines'

/** A line as SVG paths; `x` is its left, `y` its base line. Letters become shapes, so no text can be read as markup. */
export function shapesOf(line: Line, { x, y, colour }: { x: number; y: number; colour: string }): string {
  return `<g fill="${colour}">${line.runs.map((run) => runShapes(run, x + run.x, y)).join('')}</g>`
}

function runShapes({ span, font, glyphs, positions }: Line['runs'][number], left: number, y: number): string {
  const scale = span.style.size / font.font.unitsPerEm
  let x = left
  return glyphs
    .map((glyph, index) => {
      const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[index] ?? {}
      const at = [x + xOffset * scale, y - yOffset * scale].map(short).join(' ')
      x += xAdvance * scale
      const shape = glyph.path.toSVG()
      return shape && `<path transform="translate(${at}) scale(${scale} ${-scale})" d="${shape}"/>`
    })
    .join('')
}

const short = (value: number) => Math.round(value * 100) / 100
