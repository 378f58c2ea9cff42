import type { Block } from '../../../article/extract/extraction'
import type { Span } from '../../../claim/quote'
import { cellRuns } from '../../../claim/segments'
import type { Written } from '../written/interval'
import { numbersIn } from '../written/number'
import { kindOfLabel, type LineKind, saysPercent, saysRounded } from './labels'

/** A cell that holds one number; its place is in code points of the frozen text. */
export type Cell = Span & { row: number; column: number; written: Written; isDash: boolean }

/** A row or a column: what its label says, and its cells in order; null where there is no number. */
export type Line = {
  label: string
  kind: LineKind
  /** Where its label stands; null for a column without one. */
  at: Span | null
  cells: (Cell | null)[]
  isPercent: boolean
  isRounded: boolean
  /** Whether a cell in it holds words or several numbers where a number is missed. */
  isBroken: boolean
}

/** A larger table is a list of data, and nobody else may be kept waiting for it. */
const mostCells = 5_000

export type Grid = { rows: Line[]; columns: Line[]; hasHeader: boolean }

/** Where a table begins in the frozen text, in code points, and what stands around it. */
export type Placed = { start: number; language: string | null; context: string }

/** A table as rows and columns of numbers with their labels; null where there are too few to compute with. */
export function readGrid(block: Block, { start, language, context }: Placed): Grid | null {
  const runs = cellRuns(block.text.normalize('NFC'), start)
  const width = mostCommon(runs.filter((row) => row.length > 1).map((row) => row.length))
  if (width < 2 || width * runs.length > mostCells) return null
  const isHead = (row: number) => isHeading(runs[row]?.map(({ text }) => text) ?? [], language)
  let heads = 0
  while (heads < runs.length && isHead(heads)) heads++
  const header = headerOf(runs.slice(0, heads), width)
  const body = runs.slice(heads).map((cells, index) => ({ cells, row: heads + index }))
  // A row that is cut otherwise than most says nothing of columns; a heading between rows has one cell.
  const isStrange = body.some(({ cells }) => cells.length !== width && cells.length > 1)
  const lines = body.filter(({ cells }) => cells.length === width)
  if (lines.length < 2) return null
  const values = lines.map(({ cells, row }) =>
    cells.slice(1).map((cell, at) => cellOf(cell, { row, column: at + 1, language })),
  )
  const rows = lines.map(({ cells }, at): Line => {
    const [label] = cells
    const found = values[at] ?? []
    return lineOf(label?.text ?? '', {
      context,
      at: label ?? null,
      cells: found,
      texts: cells.slice(1).map(({ text }) => text),
    })
  })
  const columns = Array.from({ length: width - 1 }, (_, at): Line => {
    const column = at + 1
    const head = header[column]
    const texts = lines.map(({ cells }) => cells[column]?.text ?? '')
    const line = lineOf(head?.text ?? '', {
      context,
      at: head ?? null,
      cells: values.map((row) => row[at] ?? null),
      texts,
    })
    return isStrange ? { ...line, isBroken: true } : line
  })
  return { rows, columns, hasHeader: heads > 0 && header.length === width }
}

type Run = Span & { text: string }

/** The rows above the first numbers; years do not count as numbers there. */
function isHeading(texts: string[], language: string | null): boolean {
  const cells = texts.length > 1 ? texts.slice(1) : texts
  const isNumber = (text: string) =>
    plainCell(text).length < 24 && numbersIn(text, language).some(({ kind }) => kind !== 'year')
  if (
    texts.length > 1 &&
    /\d/.test(texts[0] ?? '') &&
    cells.every((text) => /^\D*(?:1[89]|20)\d\d\D*$/.test(text))
  )
    return false
  return !cells.some((text) => isNumber(text) && !/\p{L}{3}/u.test(text))
}

function headerOf(rows: Run[][], width: number): Run[] {
  const whole = rows.filter((row) => row.length === width)
  const last = whole.at(-1)
  if (!last) return []
  return last.map((cell, column) => ({
    ...cell,
    text: whole
      .map((row) => row[column]?.text ?? '')
      .join(' ')
      .trim(),
  }))
}

/** A number's cell without its unit, its marks of footnotes and its brackets. */
function plainCell(text: string): string {
  return text.replace(/\[[^\]]{1,3}\]|[*†‡]/g, '').trim()
}

function cellOf(
  run: Run,
  { row, column, language }: { row: number; column: number; language: string | null },
): Cell | null {
  const text = plainCell(run.text)
  const base = { start: run.start, end: run.end, row, column }
  if (/^[-–—]+$/.test(text)) return { ...base, written: zero(text), isDash: true }
  const isNegative = /^(?:[-−–]|[$€£]-)\s*[$€£]?\d|^\([$€£]?\d[\d.,]*%?\)$/.test(text)
  const bare = text.replace(/^[(\s]*[-−–+]?/, '').replace(/\)$/, '')
  const [found, ...others] = numbersIn(bare, language)
  if (!found || others.length > 0) return null
  const rest = bare.replace(found.text, '').replace(/[$€£₩¥%\s+]/g, '')
  if (/\d/.test(rest) || rest.length > 12) return null
  const { value, low, high } = found
  const written = isNegative ? { ...found, value: -value, low: -high, high: -low, text } : { ...found, text }
  return { ...base, written, isDash: false }
}

const zero = (text: string): Written => ({
  value: 0,
  low: 0,
  high: 0,
  step: 1,
  kind: 'count',
  text,
  start: 0,
  end: text.length,
})

type Parts = { context: string; at: Run | null; cells: (Cell | null)[]; texts: string[] }

function lineOf(label: string, { context, at, cells, texts }: Parts): Line {
  const numbers = cells.filter((cell) => cell !== null && !cell.isDash)
  const percents = numbers.filter((cell) => cell?.written.kind === 'percent').length
  return {
    label,
    kind: kindOfLabel(label),
    at: at && { start: at.start, end: at.end },
    cells,
    isPercent: numbers.length > 0 && (percents === numbers.length || (percents === 0 && saysPercent(label))),
    isRounded: saysRounded(`${label}\n${context}`),
    isBroken:
      numbers.length > 0 &&
      texts.some((text, index) => cells[index] === null && text.trim() !== '' && /\d/.test(text)),
  }
}

function mostCommon(lengths: number[]): number {
  const counts = new Map<number, number>()
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0
}
