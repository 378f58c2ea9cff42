import type { Figure } from '../../claim/figure/figure'

/** The values for which a figure holds; an end that is open is not among them, and infinite where nothing bounds it. */
export type Interval = { low: number; high: number; lowIsOpen: boolean; highIsOpen: boolean }

/** What a figure leaves possible: its value or range, widened by what "about" or its writing rounds away, without end where it has none. */
export function intervalOf(figure: Figure): Interval {
  const { exactness } = figure
  const [low, high] = [figure.low ?? figure.high ?? 0, figure.high ?? figure.low ?? 0]
  const [down, up] = [low - slack(figure, low), high + slack(figure, high)]
  if (exactness === 'at-least' || exactness === 'more-than')
    return { low, high: Infinity, lowIsOpen: exactness === 'more-than', highIsOpen: true }
  if (exactness === 'at-most' || exactness === 'up-to' || exactness === 'fewer-than')
    return { low: -Infinity, high, lowIsOpen: true, highIsOpen: exactness === 'fewer-than' }
  return { low: down, high: up, lowIsOpen: false, highIsOpen: false }
}

/** Whether no number lies in both. */
export function areApart(one: Interval, other: Interval): boolean {
  return isBelow(one, other) || isBelow(other, one)
}

const isBelow = ({ high, highIsOpen }: Interval, { low, lowIsOpen }: Interval) =>
  high < low || (high === low && (highIsOpen || lowIsOpen))

/**
 * How far from its number a figure may be and still hold. A number written in full is meant as written. "About" is a
 * rounding to the last digit that is no nought, as people round; since they round more loosely in talk, at least a
 * fortieth, and since "about 10,000" is no rounding to ten thousands, at most a tenth.
 */
function slack(figure: Figure, value: number): number {
  const written = roundedAway(figure, value)
  if (figure.exactness !== 'about') return written
  const size = Math.abs(value)
  return Math.max(written, Math.min(size / 10, Math.max(size / 40, lastStep(size) / 2)))
}

/** One of the last digit that is no nought: 1,000 for 34,000. */
function lastStep(size: number): number {
  const noughts = /0*$/.exec(String(Math.trunc(size)))?.[0].length ?? 0
  return size === 0 ? 0 : 10 ** noughts
}

/** Half of the last written place of "98%" and "1.2 million", which are rounded by being written so; at most a tenth of the latter. */
function roundedAway({ reported, unit }: Figure, value: number): number {
  const [, fraction = '', word] = writtenNumber.exec(reported) ?? []
  const half = 0.5 * 10 ** -fraction.length
  const magnitude = word && magnitudes[word.toLowerCase()]
  if (magnitude) return Math.min(half * magnitude, Math.abs(value) / 10)
  return fraction || unit === '%' || unit === 'percentage points' ? half : 0
}

const magnitudes: Record<string, number> = {
  ...{
    thousand: 1e3,
    k: 1e3,
    million: 1e6,
    mn: 1e6,
    m: 1e6,
    billion: 1e9,
    bn: 1e9,
    trillion: 1e12,
    tn: 1e12,
  },
  ...{
    천: 1e3,
    만: 1e4,
    백만: 1e6,
    천만: 1e7,
    억: 1e8,
    조: 1e12,
    ألف: 1e3,
    آلاف: 1e3,
    مليون: 1e6,
    مليار: 1e9,
  },
}

const writtenNumber = new RegExp(
  `\\d(?:[\\d,]*\\d)?(?:\\.(\\d+))?(?:\\s*(${Object.keys(magnitudes).sort(longerFirst).join('|')})(?!\\p{Script=Latin}))?`,
  'iu',
)

function longerFirst(one: string, other: string): number {
  return other.length - one.length
}
