/** A run of letters on a page: its left end and its baseline, measured from the page's lower left corner. */
export type Glyphs = { text: string; x: number; y: number; width: number; size: number; isRtl: boolean }
export type Sheet = { width: number; height: number; glyphs: Glyphs[] }

/** A line of one column, with its ends, its baseline, and the column's ends. */
export type Line = {
  text: string
  page: number
  left: number
  right: number
  y: number
  size: number
  column: { left: number; right: number }
  /** How far down the page it stands, 0 at the top and 1 at the bottom. */
  depth: number
}

type Piece = Pick<Line, 'text' | 'left' | 'right' | 'y' | 'size'>

/** The lines of a page in the order in which they are read: column after column, what crosses all columns between them. */
export function linesOf(sheet: Sheet, page: number): Line[] {
  const rows = rowsOf(sheet.glyphs)
  const gutters = guttersBetween(rows.flat())
  const pieces = rows.flatMap((row) => withinColumns(row, gutters))
  const isRtl = sheet.glyphs.filter((one) => one.isRtl).length > sheet.glyphs.length / 2
  const ordered = bands(pieces, gutters).flatMap((band) => columnsOf(band, gutters, isRtl))
  return ordered.flatMap((column) => {
    const ends = {
      left: Math.min(...column.map(({ left }) => left)),
      right: Math.max(...column.map(({ right }) => right)),
    }
    return column.map((piece) => ({ ...piece, page, column: ends, depth: 1 - piece.y / sheet.height }))
  })
}

// Glyphs on one baseline, from one side to the other, cut where the space between them is wider than between words.
function rowsOf(glyphs: Glyphs[]): Piece[][] {
  const rows: Glyphs[][] = []
  const sorted = glyphs
    .filter(({ text, size }) => text.trim() !== '' && size > 0)
    .toSorted((a, b) => b.y - a.y)
  for (const one of sorted) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && Math.abs(first.y - one.y) < Math.min(first.size, one.size) * 0.4) row.push(one)
    else rows.push([one])
  }
  return rows.map((row) => piecesOf(row.toSorted((a, b) => a.x - b.x)))
}

function piecesOf(row: Glyphs[]): Piece[] {
  const groups: Glyphs[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const one of row) {
    if (groups.length === 0 || one.x - right > one.size * 1.1) groups.push([])
    groups.at(-1)?.push(one)
    right = Math.max(right, one.x + one.width)
  }
  return groups.map(pieceOf)
}

function pieceOf(glyphs: Glyphs[]): Piece {
  const isRtl = glyphs.filter((one) => one.isRtl).length > glyphs.length / 2
  let text = ''
  let last: Glyphs | null = null
  for (const one of isRtl ? glyphs.toReversed() : glyphs) {
    const gap = last ? (isRtl ? last.x - one.x - one.width : one.x - last.x - last.width) : 0
    text += (gap > one.size * 0.15 && !text.endsWith(' ') ? ' ' : '') + one.text
    last = one
  }
  const largest = glyphs.toSorted((a, b) => b.text.length - a.text.length)[0]
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left: Math.min(...glyphs.map(({ x }) => x)),
    right: Math.max(...glyphs.map(({ x, width }) => x + width)),
    y: glyphs[0]?.y ?? 0,
    size: largest?.size ?? 0,
  }
}

/** Fewest lines on either side of a gutter: two words side by side are no columns. */
const fewestBeside = 4

// A gutter is a strip that no line of text crosses but those as wide as the page (heads, feet, pictures' captions).
function guttersBetween(pieces: Piece[]): number[] {
  const left = Math.min(...pieces.map((piece) => piece.left))
  const right = Math.max(...pieces.map((piece) => piece.right))
  const narrow = pieces.filter((piece) => piece.right - piece.left < (right - left) * 0.6)
  const typical = median(narrow.map(({ size }) => size))
  const gutters: number[] = []
  let reached = Number.NEGATIVE_INFINITY
  for (const piece of narrow.toSorted((a, b) => a.left - b.left)) {
    if (reached > left && piece.left - reached > typical * 0.8) gutters.push((piece.left + reached) / 2)
    reached = Math.max(reached, piece.right)
  }
  const edges = [left, ...gutters, right]
  const count = (at: number) =>
    narrow.filter((one) => one.left >= (edges[at] ?? 0) - 1 && one.right <= (edges[at + 1] ?? 0) + 1).length
  return gutters.filter((_, at) => count(at) >= fewestBeside && count(at + 1) >= fewestBeside)
}

// Pieces of one row that stand in the same column are one line with a wide space in it.
function withinColumns(row: Piece[], gutters: number[]): Piece[] {
  const lines: Piece[] = []
  for (const piece of row) {
    const last = lines.at(-1)
    const isParted = last && gutters.some((gutter) => gutter > last.right - 1 && gutter < piece.left + 1)
    if (!last || isParted) lines.push(piece)
    else
      lines[lines.length - 1] = {
        ...last,
        text: `${last.text} ${piece.text}`,
        right: Math.max(last.right, piece.right),
        size: piece.text.length > last.text.length ? piece.size : last.size,
      }
  }
  return lines
}

const crosses = (piece: Piece, gutters: number[]) =>
  gutters.some((gutter) => piece.left < gutter && piece.right > gutter)

// What crosses a gutter parts the page in an upper and a lower piece, each with columns of its own.
function bands(pieces: Piece[], gutters: number[]): Piece[][] {
  if (gutters.length === 0) return [pieces]
  const found: Piece[][] = []
  let isWide: boolean | null = null
  for (const piece of pieces.toSorted((a, b) => b.y - a.y)) {
    const wide = crosses(piece, gutters)
    if (wide !== isWide) found.push([])
    found.at(-1)?.push(piece)
    isWide = wide
  }
  return found
}

function columnsOf(band: Piece[], gutters: number[], isRtl: boolean): Piece[][] {
  if (gutters.length === 0 || band.some((piece) => crosses(piece, gutters))) return [band]
  const columns = new Map<number, Piece[]>()
  for (const piece of band) {
    const at = gutters.filter((gutter) => gutter < piece.left).length
    columns.set(at, [...(columns.get(at) ?? []), piece])
  }
  const ordered = [...columns].toSorted(([a], [b]) => (isRtl ? b - a : a - b))
  return ordered.map(([, column]) => column)
}

/** The middle one of some numbers; 0 of none. */
export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
