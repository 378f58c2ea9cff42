import { type Finding, plain } from '../finding'
import type { Cell, Grid, Line } from '../table/grid'
import { isSlip } from '../table/totals'
import type { Written } from '../written/interval'
import { type Masked, placeIn } from './masked'

/** What sentences say otherwise than a table of the same article, where both name the same thing. */
export function failingBesideTable(sentences: Masked[], grid: Grid, context: string): Finding[] {
  const cells = grid.columns.flatMap((column) => column.cells.filter((cell) => cell !== null))
  return sentences.flatMap((sentence) => {
    const numbers = sentence.numbers.filter(({ kind }) => kind !== 'year')
    if (numbers.length === 0) return []
    return [
      ...besideTotal(sentence, numbers, grid, cells),
      ...besideRow(sentence, numbers, { grid, cells, context }),
    ]
  })
}

/** A sentence that gives a table's total and, with it, a number that is a slip away from one of its parts. */
function besideTotal(
  sentence: Masked,
  numbers: Written[],
  { rows, columns }: Grid,
  cells: Cell[],
): Finding[] {
  const at = rows.findLastIndex(({ kind }) => kind === 'total')
  return columns.flatMap((column) => {
    const total = column.cells[at]
    if (!total || total.isDash || !numbers.some(({ value }) => value === total.written.value)) return []
    const others = numbers.filter(({ value }) => !cells.some(({ written }) => written.value === value))
    return others.flatMap((other) => {
      const parts = column.cells.filter((cell, index) => cell !== null && rows[index]?.kind === 'part')
      const part = parts.find((cell) => cell && other.value > 9 && isSlip(cell.written.value, other.value))
      if (!part) return []
      const rest = parts.flatMap((cell) => (cell && cell !== part ? [cell] : []))
      const sum = rest.reduce((all, { written }) => all + written.value, other.value)
      const said = [...rest.map(({ written }) => written.text), other.text].join(' + ')
      const place = placeIn(sentence, other)
      const values = {
        text: other.text,
        table: part.written.text,
        parts: said,
        sum: plain(sum, 4),
        stated: total.written.text,
      }
      const spans = [...rest, part, total].map(({ start, end }) => ({ start, end }))
      return [
        {
          code: 'text-part',
          values,
          quote: wordsAround(sentence, other),
          cells: [...spans, place],
        } satisfies Finding,
      ]
    })
  })
}

type Beside = { grid: Grid; cells: Cell[]; context: string }

/** A sentence with one number that names one row and one column, in which another number stands. */
function besideRow(sentence: Masked, numbers: Written[], { grid, cells, context }: Beside): Finding[] {
  const said = wordsOf(sentence.text)
  const rows = grid.rows.filter((row) => isNamed(row, sentence.text) && row.kind === 'part')
  const [row] = rows
  const [number] = numbers
  if (!row || rows.length > 1 || !number || numbers.length > 1) return []
  if (!Number.isFinite(number.low) || !Number.isFinite(number.high) || compared.test(sentence.text)) return []
  const isSaid = (column: Line) => {
    const words = wordsOf(column.label)
    return words.size > 0 && [...words].every((word) => said.has(word))
  }
  const fitting = grid.columns.filter(
    ({ isPercent, kind }) => isPercent === (number.kind === 'percent') && kind !== 'aside',
  )
  const named = fitting.filter(isSaid)
  const [column] =
    named.length === 1 ? named : fitting.length === 1 && sharesWord(said, wordsOf(context)) ? fitting : []
  const years = sentence.days.map(({ year }) => String(year))
  if (
    !column ||
    years.some((year) => year !== 'null' && !`${row.label} ${column.label} ${context}`.includes(year))
  )
    return []
  const cell = row.cells[grid.columns.indexOf(column)]
  if (!cell || cell.isDash || cells.some(({ written: { value } }) => value === number.value)) return []
  const { low, high, value, step } = cell.written
  if (
    number.high >= low - step / 2 &&
    number.low <= high + step / 2 &&
    number.value !== value &&
    isRoundedOf(number, value)
  )
    return []
  if (!isSlip(number.value, value) && Math.abs(number.value - value) > 0.15 * value) return []
  const values = {
    text: number.text,
    table: cell.written.text,
    label: [row.label, column.label].filter(Boolean).join(', '),
  }
  const place = placeIn(sentence, number)
  return [
    {
      code: 'text-table',
      values,
      quote: wordsAround(sentence, number),
      cells: [{ start: cell.start, end: cell.end }, place],
    },
  ]
}

/** Whether a number is another one, written more roundly or said to be about it. */
function isRoundedOf({ value, low, high, text }: Written, exact: number): boolean {
  if (high > low && exact >= low && exact <= high) return true
  return (
    /0{2,}$/.test(text) && Math.abs(exact - value) <= Number(`5e${(/0*$/.exec(text)?.[0].length ?? 1) - 1}`)
  )
}

const compared =
  /\b(?:more|fewer|less|higher|lower|another|further|additional|difference|than|increase|decrease|rose|fell|up|down|earlier|previous|each|per|average|first|so far|by then|at least|later|now|since|initially|originally|among|including|of the|of them|of whom|half|aged?|other|outside)\b/i

/** Whether the label of a row stands in a sentence as a name of its own. */
function isNamed({ label }: Line, text: string): boolean {
  const name = label.replace(/[*†‡]|\(.*?\)|\[.*?\]/g, '').trim()
  if (name.length < 3 || !/\p{L}{3}/u.test(name)) return false
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\d-])${escaped}(?![\\p{L}\\d-])`, 'iu').test(text)
}

/** The words of a text that say what it is about, without the ends that make more of one. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? []
  return new Set(
    words.filter((word) => !emptyWords.has(word)).map((word) => word.replace(/(?:es|s|ed|ing)$/, '')),
  )
}

const emptyWords = new Set(
  'the and for with from that this was were are has have had not but its their number numbers total table year people'.split(
    ' ',
  ),
)

const sharesWord = (one: Set<string>, other: Set<string>) => [...other].some((word) => one.has(word))

/** A number with a few words on either side, so that a claim about it quotes what it says. */
function wordsAround(sentence: Masked, number: Written) {
  const { text } = sentence
  const before = text.slice(0, number.start).search(/(?:\S+\s+){0,3}$/u)
  const behind = /^(?:\s*\S+){0,3}/u.exec(text.slice(number.end))?.[0].length ?? 0
  return placeIn(sentence, { start: Math.max(0, before), end: number.end + behind })
}
