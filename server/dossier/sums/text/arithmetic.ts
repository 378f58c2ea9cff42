import { around, type Finding, type FoundCode, plain } from '../finding'
import { isSlip } from '../table/totals'
import type { Written } from '../written/interval'
import { type Masked, placeIn } from './masked'
import { type Rule, rules } from './rules'

type Range = { low: number; high: number }
/** What a sentence computes from its own numbers and gets wrong: shares, changes, rates. */
export function failingArithmetic(sentence: Masked): Finding[] {
  const found = rules.flatMap((rule) =>
    [...sentence.masked.matchAll(rule.pattern)].flatMap((match) => {
      const caught = match.slice(1).map((at) => sentence.numbers[Number(at)])
      const numbers = rule.order.flatMap((at) => caught[at] ?? [])
      return numbers.length === rule.order.length ? check(sentence, rule, numbers) : []
    }),
  )
  return found.filter(
    (one, at) => found.findIndex(({ cells }) => cells.at(-1)?.start === one.cells.at(-1)?.start) === at,
  )
}

function check(sentence: Masked, { code, compute, names }: Rule, numbers: Written[]): Finding[] {
  const stated = numbers.at(-1)
  const operands = numbers.slice(0, -1)
  if (!stated || operands.some(({ value }) => value === 0)) return []
  const computed = compute(operands.map(({ value }) => value))
  const range = rangeOf(compute, operands)
  // "Fell by 12%" says the direction in words.
  const isSigned = code !== 'change' && code !== 'difference'
  const sides = isSigned ? [range] : [range, { low: -range.high, high: -range.low }]
  const wide = widened(stated, code)
  if (sides.some(({ low, high }) => low <= wide.high + 1e-9 && high >= wide.low - 1e-9)) return []
  // Where the outcome is far away the sentence was not understood.
  if (!isNear(Math.abs(computed), stated.value)) return []
  const values = Object.fromEntries(names.map((name, at) => [name, numbers[at]?.text ?? '']))
  const places = numbers.map((one) => placeIn(sentence, one))
  const decimals = stated.step < 1 ? 2 : 1
  return [
    {
      code,
      values: { ...values, computed: plain(isSigned ? computed : Math.abs(computed), decimals) },
      quote: around(places),
      cells: places,
    },
  ]
}

function widened({ value, low, high, step, kind }: Written, code: FoundCode): Range {
  if (kind === 'percent' || code === 'rate' || code === 'each') {
    const by = step * 0.999
    return {
      low: low === -Infinity ? low : Math.min(low, value - by),
      high: high === Infinity ? high : Math.max(high, value + by),
    }
  }
  return { low, high }
}

function rangeOf(compute: Rule['compute'], operands: Written[]): Range {
  let corners: number[][] = [[]]
  for (const { low, high, value } of operands) {
    const sides = [Math.max(low, Math.min(0, value)), Number.isFinite(high) ? high : value * 1000]
    corners = corners.flatMap((corner) => sides.map((side) => [...corner, side]))
  }
  const outcomes = corners.map(compute).filter((outcome) => !Number.isNaN(outcome))
  return { low: Math.min(...outcomes), high: Math.max(...outcomes) }
}

/** Whether two numbers are so near, or so alike, that one is meant for the other. */
export function isNear(computed: number, stated: number): boolean {
  return (
    isSlip(Math.round(computed), stated) || Math.abs(computed - stated) <= 0.6 * Math.max(computed, stated)
  )
}
