import { around, type Finding, plain } from '../finding'
import type { Cell, Line } from './grid'
import { saysOpen, saysSelected } from './labels'

type Entry = { line: Line; cell: Cell }
type Sum = { parts: Entry[]; low: number; high: number; value: number }
type Failure = { total: Entry; sum: Sum; line: Line }

/**
 * The sums in lines of one direction that are not those of their parts, where `across` says of each cell whether it is a
 * part or a total. Of the ways in which a table may be meant the one that adds up is believed; where most lines of a
 * table do not add up, it is not understood, and nothing is said.
 */
export function failingTotals(lines: Line[], across: Line[], context: string): Finding[] {
  if (saysOpen(context)) return []
  const judged = lines.flatMap((line) => judge(line, across))
  const failed = judged.flatMap((one) => (one === 'holds' ? [] : [one]))
  const holding = judged.length - failed.length
  if (failed.length > 1 && failed.length > holding) return []
  return failed.filter((failure) => isPlausible(failure, holding, context)).map(said)
}

function judge(line: Line, across: Line[]): ('holds' | Failure)[] {
  const isSummed =
    line.kind === 'part' || line.kind === 'of-which' || line.kind === 'total' || line.kind === 'subtotal'
  if ((!isSummed && !line.isPercent) || line.isBroken || isOfYears(line)) return []
  const entries = across.map((other, index) => ({ line: other, cell: line.cells[index] ?? null }))
  return entries.flatMap((entry, index): ('holds' | Failure)[] => {
    const { cell } = entry
    if (!cell || cell.isDash || (entry.line.kind !== 'total' && entry.line.kind !== 'subtotal')) return []
    if (line.isPercent && Math.abs(cell.written.value - 100) > 0.5) return []
    const sums = waysToSum(entries, index, line).filter(({ parts }) => parts.length > 1)
    if (sums.length === 0) return []
    const range = rangeOf(cell, stepOf(line), line)
    if (sums.some((sum) => sum.low <= range.high + 1e-9 && sum.high >= range.low - 1e-9)) return ['holds']
    const [closest] = sums.sort((one, other) => farFrom(cell, one) - farFrom(cell, other))
    return closest ? [{ total: { ...entry, cell }, sum: closest, line }] : []
  })
}

const farFrom = ({ written }: Cell, { value }: Sum) => Math.abs(written.value - value)

const isOfYears = ({ cells }: Line) =>
  cells.every((cell) => !cell || cell.isDash || cell.written.kind === 'year')

/** All parts, those since the last sum, the sums before it, or both; behind the total where it stands first. */
function waysToSum(entries: { line: Line; cell: Cell | null }[], at: number, line: Line): Sum[] {
  const kindAt = (index: number) => entries[index]?.line.kind
  const before = entries.slice(0, at)
  const isFirst = !before.some(({ line: { kind }, cell }) => cell && (kind === 'part' || kind === 'subtotal'))
  if (isFirst) {
    const behind = entries.slice(at + 1)
    const until = behind.findIndex(({ line: { kind } }) => kind === 'total')
    const those = until < 0 ? behind : behind.slice(0, until)
    return sumsOf([those.filter(isPart), those.filter(isPartOrSome), those.filter(isSubtotal)], line)
  }
  const lastTotal = before.findLastIndex(({ line: { kind } }) => kind === 'total')
  const lastSum = before.findLastIndex(
    (_, index) => kindAt(index) === 'total' || kindAt(index) === 'subtotal',
  )
  const own = before.slice(lastTotal + 1)
  const ways = [before.slice(lastSum + 1).filter(isPart), before.slice(lastSum + 1).filter(isPartOrSome)]
  if (kindAt(at) === 'subtotal') return sumsOf(ways, line)
  const sinceSubtotal = own.slice(own.findLastIndex(isSubtotal) + 1).filter(isPart)
  return sumsOf(
    [
      ...ways,
      ...[own.filter(isPart), own.filter(isPartOrSome), own.filter(isSubtotal), before.filter(isPart)],
      ...[
        [...own.filter(isSubtotal), ...sinceSubtotal],
        before.filter(({ line: { kind } }) => kind === 'total'),
      ],
    ],
    line,
  )
}

type Maybe = { line: Line; cell: Cell | null }
const isPart = ({ line: { kind } }: Maybe) => kind === 'part'
const isPartOrSome = (entry: Maybe) => isPart(entry) || entry.line.kind === 'of-which'
const isSubtotal = ({ line: { kind } }: Maybe) => kind === 'subtotal'

/** A sum of which a part is not stated is none. */
function sumsOf(ways: Maybe[][], line: Line): Sum[] {
  const step = stepOf(line)
  return ways.flatMap((way) => {
    const parts = way.flatMap(({ line: label, cell }) => (cell ? [{ line: label, cell }] : []))
    if (parts.length !== way.length) return []
    return [false, true].flatMap((areTaken) => {
      const isTaken = ({ line: { label } }: Entry) =>
        areTaken && /^(?:less|minus|deduct|expenses?|outflow)/i.test(label)
      if (areTaken && !parts.some(isTaken)) return []
      const ranges = parts.map((part) => {
        const { low, high } = rangeOf(part.cell, step, line)
        const { value } = part.cell.written
        return isTaken(part) ? { low: -high, high: -low, value: -value } : { low, high, value }
      })
      const total = (of: 'low' | 'high' | 'value') => ranges.reduce((sum, range) => sum + range[of], 0)
      return [{ parts, low: total('low'), high: total('high'), value: total('value') }]
    })
  })
}

/** What a cell may stand for: whole numbers are exact unless the line says otherwise, decimals and shares are rounded. */
function rangeOf({ written, isDash }: Cell, step: number, { isPercent, isRounded }: Line) {
  const { value, low, high } = written
  // In a line of hundredths, 19.5 may be rounded to tenths, but 5 hardly to whole ones.
  const own = written.step < 1 ? Math.max(step, written.step) : step
  const half = isDash ? 0 : isPercent || isRounded || step !== 1 ? own / 2 : 0
  return {
    low: low === -Infinity ? low : value - half,
    high: high === Infinity ? high : value + half,
  }
}

/** The last place that the numbers of a line share: a tenth for 1.5, a hundred where all end in two noughts. */
function stepOf({ cells }: Line): number {
  const written = cells.flatMap((cell) =>
    cell && !cell.isDash && cell.written.value !== 0 ? [cell.written] : [],
  )
  const finest = Math.min(...written.map(({ step }) => step))
  if (finest !== 1) return finest
  const noughts = written.map(({ value }) => /0*$/.exec(String(Math.abs(value)))?.[0].length ?? 0)
  const shared = Math.min(...noughts)
  return shared >= 2 ? 10 ** shared : 1
}

function isPlausible({ total, sum, line }: Failure, holding: number, context: string): boolean {
  const stated = total.cell.written.value
  const values = sum.parts.map(({ cell }) => cell.written.value)
  // A running balance ends with its total, and an average lies among its parts.
  if (values.at(-1) === stated && values.every((value, at) => at === 0 || value >= (values[at - 1] ?? 0)))
    return false
  const isAmong = stated < Math.max(...values) && values.every((value) => value >= 0)
  if (isAmong && (!line.label || holding === 0) && !isSlip(stated, sum.value)) return false
  if (stated > sum.value && saysSelected(context)) return false
  // The same people by sex and by age come to twice their number.
  if (stated !== 0 && sum.value / stated >= 2 && Number.isInteger(sum.value / stated)) return false
  if (line.isPercent) return sum.value > 50 && sum.value < 200
  return (
    isSlip(stated, sum.value) ||
    Math.abs(stated - sum.value) <= 0.3 * Math.max(Math.abs(stated), Math.abs(sum.value))
  )
}

/** Whether two numbers differ by one digit, by two that changed places, or by one too many. */
export function isSlip(one: number, other: number): boolean {
  const [a, b] = [one, other].map((value) => String(Math.abs(Number(value.toFixed(4)))))
  if (a === undefined || b === undefined || a === b) return false
  if (a.length === b.length) {
    const places = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]))
    const [first = 0, second = 0] = places
    return (
      places.length === 1 ||
      (places.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
    )
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.length - short.length !== 1 || short.length < 2) return false
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
}

function said({ total, sum, line }: Failure): Finding {
  const { cell } = total
  const parts = sum.parts.map((part) => part.cell.written.text.replace('%', '')).join(' + ')
  const cells = [...sum.parts.map((part) => part.cell), cell].map(({ start, end }) => ({ start, end }))
  const quote = around([...(total.line.at && total.line.at.end <= cell.start ? [total.line.at] : []), cell])
  const values = {
    parts,
    sum: plain(sum.value, 4),
    stated: cell.written.text,
    label: line.label || total.line.label,
  }
  return { code: line.isPercent ? 'hundred' : 'total', values, quote, cells }
}
