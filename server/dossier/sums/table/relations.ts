import { around, type Finding, type FoundCode, plain } from '../finding'
import type { Cell, Line } from './grid'

type Range = { low: number; high: number }
type Operands = { one: Cell; other: Cell }
/** A way in which one line may follow from two others, or from one and its total. */
type Relation = {
  code: FoundCode
  /** Whether the label and the kind of the third line let one think of it. */
  fits: (line: Line) => boolean
  of: (one: number, other: number) => number
  values: (operands: Operands, computed: string, stated: string) => Finding['values']
}

const hasWord = (words: RegExp) => (line: Line) => words.test(line.label)
const isShare = (line: Line) => line.isPercent
const isRate = hasWord(/\bper\b|\brate\b|1 ?,?000|당|لكل/iu)

const relations: Relation[] = [
  {
    code: 'share',
    fits: isShare,
    of: (one, other) => (100 * one) / other,
    values: ({ one, other }, computed, stated) => ({
      part: textOf(one),
      whole: textOf(other),
      computed,
      stated,
    }),
  },
  {
    code: 'change',
    fits: isShare,
    of: (one, other) => (100 * (other - one)) / one,
    values: ({ one, other }, computed, stated) => ({
      from: textOf(one),
      to: textOf(other),
      computed,
      stated,
    }),
  },
  {
    code: 'difference',
    fits: hasWord(
      /change|differen|increase|decrease|\bnet\b|growth|margin|gap|surplus|deficit|balance|remain|left|profit|증감|차이|الفرق|التغير/iu,
    ),
    of: (one, other) => other - one,
    values: ({ one, other }, computed, stated) => ({
      from: textOf(one),
      to: textOf(other),
      computed,
      stated,
    }),
  },
  ...[100, 1000, 10_000, 100_000, 1_000_000].map(
    (base): Relation => ({
      code: 'rate',
      fits: isRate,
      of: (one, other) => (base * one) / other,
      values: ({ one, other }, computed, stated) => ({
        ...{ part: textOf(one), whole: textOf(other), computed, stated },
        base: plain(base),
      }),
    }),
  ),
  {
    code: 'each',
    fits: hasWord(/\bper\b|\beach\b|average|\bmean\b|\bratio\b|당|평균|المتوسط/iu),
    of: (one, other) => one / other,
    values: ({ one, other }, computed, stated) => ({
      part: textOf(one),
      whole: textOf(other),
      computed,
      stated,
    }),
  },
]

const textOf = ({ written }: Cell) => written.text

/**
 * Cells that do not follow from two others as their neighbours do: shares, changes, differences and rates. That a line is
 * computed from others is believed only where it is so for three of its cells, and for three of each one that fails.
 */
export function failingRelations(lines: Line[], across: Line[]): Finding[] {
  if (lines.length > 14) return []
  const found: Finding[] = []
  for (const third of lines) {
    const ways = relations
      .filter(({ fits }) => fits(third))
      .flatMap((relation) => waysOf(relation, third, lines, across))
    const believed = ways.filter(({ holds, fails }) => holds.size >= 3 && fails.length * 3 <= holds.size)
    for (const { fails } of believed)
      for (const finding of fails)
        if (
          !believed.some(({ holds }) => holds.has(finding.at)) &&
          !found.some(({ cells }) => isIn(cells, finding.cell))
        )
          found.push(finding.said)
  }
  return found
}

const isIn = (cells: Finding['cells'], { start }: Cell) => cells.at(-1)?.start === start

type Way = { holds: Set<number>; fails: { at: number; cell: Cell; said: Finding }[] }

function waysOf(relation: Relation, third: Line, lines: Line[], across: Line[]): Way[] {
  const counts = lines.filter((line) => line !== third && !line.isPercent)
  const pairs = counts.flatMap((one) =>
    counts.filter((other) => other !== one).map((other) => [one, other] as const),
  )
  const byLines = pairs.map(([one, other]) =>
    wayOf(relation, third, (at) => both(one.cells[at], other.cells[at])),
  )
  if (relation.code !== 'share') return byLines
  const total = across.findLastIndex(({ kind }) => kind === 'total')
  const byTotal = counts.map((one) => wayOf(relation, third, (at) => both(one.cells[at], one.cells[total])))
  return [...byTotal, ...byLines]
}

function both(one: Cell | null | undefined, other: Cell | null | undefined): Operands | null {
  return one && other && !one.isDash && !other.isDash && other.written.value !== 0 && one.written.value !== 0
    ? { one, other }
    : null
}

function wayOf(relation: Relation, third: Line, operandsAt: (at: number) => Operands | null): Way {
  const way: Way = { holds: new Set(), fails: [] }
  const seen = new Set<string>()
  third.cells.forEach((cell, at) => {
    const operands = cell && !cell.isDash ? operandsAt(at) : null
    if (!cell || !operands) return
    const { one, other } = operands
    const range = rangeOf(relation, operands)
    const { value, step } = cell.written
    // Whoever writes that 9 are fewer by 2 may leave the minus to the heading.
    const isSo = [
      value,
      ...(relation.code === 'change' || relation.code === 'difference' ? [-value] : []),
    ].some((stated) => stated + step > range.low && stated - step < range.high)
    const exact = relation.code === 'difference' && step === 1 && Number.isInteger(range.low)
    if (isSo && !(exact && Math.abs(value) !== Math.abs(range.low))) {
      // The total's share of itself, and the same numbers again, prove nothing.
      const key = `${one.written.value}/${other.written.value}`
      if (one.start !== other.start && !seen.has(key)) way.holds.add(at)
      seen.add(key)
      return
    }
    way.fails.push({ at, cell, said: said(relation, cell, operands) })
  })
  return way
}

function rangeOf({ of }: Relation, { one, other }: Operands): Range {
  const ends = [one.written.low, one.written.high].flatMap((a) =>
    [other.written.low, other.written.high].map((b) => of(a, b)),
  )
  return { low: Math.min(...ends), high: Math.max(...ends) }
}

function said(relation: Relation, cell: Cell, operands: Operands): Finding {
  const { one, other } = operands
  const computed = plain(relation.of(one.written.value, other.written.value), cell.written.step < 0.1 ? 3 : 2)
  const spans = [one, other, cell].map(({ start, end }) => ({ start, end }))
  const ofRow = one.row === cell.row && other.row === cell.row
  return {
    code: relation.code,
    values: relation.values(operands, computed, cell.written.text),
    quote: ofRow ? around(spans) : { start: cell.start, end: cell.end },
    cells: spans,
  }
}
