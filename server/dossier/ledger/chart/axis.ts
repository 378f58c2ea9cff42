import type { Figure } from '../../../claim/figure/figure'

/** Where values stand on one line: `at` gives 0 to 1. */
export type Axis = { isLog: boolean; ticks: number[]; at: (value: number) => number }

/** How far values may be apart, the largest by the smallest, before a plain line would hide the small ones. */
const widest = 1_000

/** A line on which all figures of a group stand; by powers of ten where they span more than a thousandfold. */
export function axisOf(figures: Pick<Figure, 'low' | 'high'>[]): Axis {
  const values = figures.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (values.length && least > 0 && most / least > widest) return logAxis(least, most)
  const isOpen = figures.some(({ low, high }) => high === null && low === most)
  return linearAxis(Math.min(0, ...values), Math.max(0, ...values), isOpen)
}

/** Behind the largest figure there is a step more where that is open: its arrow needs room. */
function linearAxis(least: number, most: number, isOpen: boolean): Axis {
  const step = niceStep((most - least || 1) / 5)
  const from = Math.floor(least / step)
  const to = Math.max(isOpen ? Math.floor(most / step) + 1 : Math.ceil(most / step), from + 1)
  const ticks = Array.from({ length: to - from + 1 }, (_, place) => rounded((from + place) * step))
  const [first, last] = [from * step, to * step]
  return { isLog: false, ticks, at: (value) => (value - first) / (last - first) }
}

function logAxis(least: number, most: number): Axis {
  const [from, to] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))]
  const every = Math.ceil((to - from) / 6)
  const ticks = Array.from(
    { length: Math.floor((to - from) / every) + 1 },
    (_, place) => 10 ** (from + place * every),
  )
  return { isLog: true, ticks, at: (value) => (Math.log10(value) - from) / (to - from) }
}

/** The next of 1, 2, 5, 10 that is as large. */
function niceStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  return ([1, 2, 5, 10].find((factor) => factor * power >= size * 0.999) ?? 10) * power
}

// Steps of a tenth add up to 0.30000000000000004.
const rounded = (value: number) => Number(value.toPrecision(12))
