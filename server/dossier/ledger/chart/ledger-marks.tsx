import type { Figure } from '../../../claim/figure/figure'
import type { LedgerRow } from '../ledger'
import { amountOf, type Voice } from '../ledger-words'
import type { Axis } from './axis'
import { type Place, sizes, widthOf } from './ledger-place'

type Props = { row: LedgerRow; axis: Axis; place: Place; y: number }

/** A figure on the axis: a dot, a range or an arrow; nothing where there is none. */
export function Mark({ row: { figure }, axis, place, y }: Props) {
  if (!figure) return null
  const { from, to, open } = spanOf(figure, axis, place)
  return (
    <>
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
  const ends = open === forth ? to + 34 * forth : to
  const begins = open === -forth ? from - 34 * forth : from
  return (
    <>
      <Mark {...{ row, axis, place, y }} />
      <Label row={row} voice={voice} {...labelPlace({ row, voice, place, begins, ends })} />
    </>
  )
}

type Sides = { row: LedgerRow; voice: Voice; place: Place; begins: number; ends: number }

/** After the mark, or before it where it would run into the verdicts. */
function labelPlace({ row, voice, place, begins, ends }: Sides): { x: number; isBefore: boolean } {
  const width = widthOf(amountOf(row, voice), 7.2) + row.letters.length * 14
  const room = Math.abs(place.at(sizes.verdict - 12) - ends)
  const isBefore = width + 12 > room
  return { isBefore, x: isBefore ? begins - 12 * place.forth : ends + 12 * place.forth }
}

type LabelProps = { row: LedgerRow; voice: Voice; x: number; y?: number; isBefore?: boolean }

/** What a figure says, with the letters of its disagreements. */
export function Label({ row, voice, x, y = 16.5, isBefore = false }: LabelProps) {
  return (
    <text className="lab" x={x} y={y} textAnchor={isBefore ? 'end' : 'start'}>
      {amountOf(row, voice)}
      {row.letters.map((letter) => (
        <tspan key={letter} className="fl" dy="-3">
          {`\u00a0${letter}`}
        </tspan>
      ))}
    </text>
  )
}
