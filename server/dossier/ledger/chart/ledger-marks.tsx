import type { Figure } from '../../../claim/figure/figure'
import type { LedgerRow } from '../ledger'
import { labelOf, type Voice } from '../ledger-words'
import type { Axis } from './axis'
import { fitted, type Place, sizes, widthOf } from './ledger-place'

type Props = { row: LedgerRow; axis: Axis; place: Place; y: number }

/** A figure on the axis: a dot, a range or an arrow, with a hollow dot for what the desk worked out; nothing where there is none. */
export function Mark({ row: { figure }, axis, place, y }: Props) {
  if (!figure) return null
  const { from, to, open } = spanOf(figure, axis, place)
  const worked = figure.workedOut && place.onAxis(axis.at(figure.workedOut.value))
  return (
    <>
      {worked !== undefined && (
        <>
          <path className="gap" d={`M${worked} ${y}H${from}`} />
          <circle className="hollow" cx={worked} cy={y} r="4.5" />
        </>
      )}
      {open !== 0 && (
        <path className="rg" d={`M${from} ${y}h${34 * open}m${-6 * open}-5 ${6 * open} 5 ${-6 * open} 5`} />
      )}
      {open === 0 && from !== to && (
        <>
          <path className="rg" d={`M${from} ${y - 7}v14M${from} ${y}H${to}M${to} ${y - 7}v14`} />
          <circle className="pt" cx={from} cy={y} r="4" />
          <circle className="pt" cx={to} cy={y} r="4" />
        </>
      )}
      {(open !== 0 || from === to) && <circle className="pt" cx={from} cy={y} r="5.5" />}
    </>
  )
}

/** Where a figure begins and ends on the axis, and which way it is open; 0 where it is not. */
function spanOf(figure: Pick<Figure, 'low' | 'high'>, axis: Axis, { onAxis, forth }: Place) {
  const [low, high] = [figure.low ?? figure.high ?? 0, figure.high ?? figure.low ?? 0]
  const open = figure.high === null ? forth : figure.low === null ? -forth : 0
  return { from: onAxis(axis.at(low)), to: onAxis(axis.at(high)), open }
}

type LabelledProps = Props & { voice: Voice }

/** A figure on the axis with its words beside it; a dashed line where there is none. */
export function LabelledMark({ row, axis, place, y, voice }: LabelledProps) {
  const { forth } = place
  if (!row.figure) {
    const x = place.at(sizes.start + 6)
    return (
      <>
        <path className="nofig" d={`M${x} ${y}h${26 * forth}`} />
        <Label row={row} voice={voice} x={x + 36 * forth} />
      </>
    )
  }
  const { from, to, open } = spanOf(row.figure, axis, place)
  const worked = row.figure.workedOut && place.onAxis(axis.at(row.figure.workedOut.value))
  const [first, last] = [furthest(-forth, from, worked), furthest(forth, to, worked)]
  const ends = open === forth ? furthest(forth, to + 34 * forth, last) : last
  const begins = open === -forth ? furthest(-forth, from - 34 * forth, first) : first
  return (
    <>
      <Mark {...{ row, axis, place, y }} />
      <Label row={row} voice={voice} {...labelPlace({ row, voice, place, begins, ends })} />
    </>
  )
}

const furthest = (forth: number, one: number, other = one) =>
  forth > 0 ? Math.max(one, other) : Math.min(one, other)

type Sides = { row: LedgerRow; voice: Voice; place: Place; begins: number; ends: number }

/** After the mark, or before it where it would run into the verdicts. */
function labelPlace({ row, voice, place, begins, ends }: Sides): { x: number; isBefore: boolean } {
  const width = widthOf(labelOf(row, voice), 7.2) + flagsOf(row).length * 14
  const room = Math.abs(place.at(sizes.verdict - 12) - ends)
  const isBefore = width + 12 > room
  return { isBefore, x: isBefore ? begins - 12 * place.forth : ends + 12 * place.forth }
}

type LabelProps = { row: LedgerRow; voice: Voice; x: number; y?: number; isBefore?: boolean; room?: number }

const flagsOf = ({ letters, remarked }: LedgerRow) => [...letters, ...remarked]

/** What a figure says, with the letters of its disagreements and of remarks; cut off where it has no more room. */
export function Label({ row, voice, x, y = 16.5, isBefore = false, room }: LabelProps) {
  const label = labelOf(row, voice)
  return (
    <text className="lab" x={x} y={y} textAnchor={isBefore ? 'end' : 'start'}>
      {room === undefined ? label : fitted(label, room - flagsOf(row).length * 14, 7.2)}
      {flagsOf(row).map((letter) => (
        <tspan key={letter} className="fl" dy="-3">
          {`\u00a0${letter}`}
        </tspan>
      ))}
    </text>
  )
}
