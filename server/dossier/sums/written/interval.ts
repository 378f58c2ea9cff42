/** A number as it is written, with all it may stand for after rounding and hedging; places are UTF-16 units of the text it was read from. */
export type Written = {
  value: number
  low: number
  high: number
  /** One of its last written place. */
  step: number
  kind: 'count' | 'percent' | 'points' | 'year'
  text: string
  start: number
  end: number
}

/** What a number's words leave open: more, less, or some on either side. */
export type Hedge = 'more' | 'less' | 'about'

type Reading = Pick<Written, 'kind' | 'step' | 'text' | 'start'> & {
  isRounded: boolean
  hedge: Hedge | null
}

/** A number with the interval that its last place, its noughts and its hedge leave open. */
export function written(value: number, { kind, step, isRounded, hedge, text, start }: Reading): Written {
  const round = kind === 'percent' || kind === 'points' ? step * 0.999 : roundness(value, step, isRounded)
  const loose = hedge === 'about' ? Math.max(round, Math.abs(value) / 10) : round
  return {
    ...{ value, step, kind, text, start, end: start + text.length },
    low: hedge === 'less' ? -Infinity : value - loose,
    high: hedge === 'more' ? Infinity : value + loose,
  }
}

/** How far a number may be from what was counted: half its last place where it is rounded, as 34,000 seems to be. */
function roundness(value: number, step: number, isRounded: boolean): number {
  if (isRounded) return step / 2
  const noughts = /0{3,}$/.exec(String(Math.abs(value)))?.[0].length ?? 0
  return noughts ? Math.min(10 ** noughts / 2, Math.abs(value) / 20) : 0
}
