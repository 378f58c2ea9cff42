import { type Figure, longestFigureText } from './figure'
import { readQuantities } from './quantity/quantities'
import type { Quantity } from './quantity/quantity'
import { dateIn, placeIn, saidByIn } from './stated'

/**
 * Every figure that a passage says, in order, filled in as far as its own words state it, for a person to confirm: a
 * date, a place or who gave it only where the sentence names one of them plainly.
 */
export function readFigures(passage: string): Figure[] {
  const points = Array.from(passage)
  const quantities = readQuantities(passage)
  return quantities.filter(isFigure).map((quantity) => {
    const sentence = sentenceAround(points, quantity.at)
    // A size or an age is none of a period: "41 metres, completed in 1974".
    const isOfTime = quantity.kind !== 'measure' && quantity.kind !== 'age' && quantity.kind !== 'duration'
    const dates = quantities.filter(
      ({ kind, at }) => isOfTime && kind === 'date' && at.start >= sentence.start && at.end <= sentence.end,
    )
    const before = points.slice(sentence.start, quantity.at.start).join('')
    const after = points.slice(quantity.at.end, sentence.end).join('')
    const { reported, at, low, high, exactness, unit, counted, per } = quantity
    return {
      ...{ reported: cut(reported), at, low, high, exactness },
      ...{ unit, counted: cut(counted), scope: '', per: cut(per), place: cut(placeIn(after, counted)) },
      ...dateIn(points, dates),
      saidBy: cut(saidByIn(before, after)),
    }
  })
}

const isFigure = ({ kind, isDenominator, low, high }: Quantity) =>
  kind !== 'date' && !isDenominator && (low !== null || high !== null)

const cut = (text: string) => Array.from(text).slice(0, longestFigureText).join('')

/** The sentence around a place, between full stops that end one; no abbreviation's and none within a number. */
function sentenceAround(points: string[], { start, end }: Quantity['at']) {
  let [from, to] = [start, end]
  while (from > 0 && !isEnd(points, from - 1)) from--
  while (to < points.length && !isEnd(points, to)) to++
  return { start: from, end: to }
}

function isEnd(points: string[], at: number): boolean {
  const point = points[at] ?? ''
  if (/[\n!?。]/.test(point)) return true
  if (point !== '.') return false
  const isAbbreviated =
    /[A-Z.]/.test(points[at - 1] ?? '') || /^(?:Mr|Dr|St|vs)$/.test(points.slice(at - 2, at).join(''))
  return !isAbbreviated && !/[\d]/.test(points[at + 1] ?? '') && /[\s”"’]|^$/.test(points[at + 1] ?? '')
}
