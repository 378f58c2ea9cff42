import type { LedgerRow } from '../ledger'
import { amountOf, type Voice } from '../ledger-words'
import type { Axis } from './axis'
import { type Place, sizes, widthOf } from './ledger-place'

type Props = { row: LedgerRow; axis: Axis; place: Place; y: number; voice: Voice }

/** A figure on the axis with its words: a dot, a range or an arrow; a dashed line where there is none. */
export function Figure({ row, axis, place, y, voice }: Props) {
  const { figure } = row
  const { forth } = place
  if (!figure) {
    const x = place.at(sizes.start + 6)
    return (
      <>
        <path className="nofig" d={`M${x} ${y}h${26 * forth}`} />
        <Label row={row} voice={voice} x={x + 36 * forth} />
      </>
    )
  }
  const [low, high] = [figure.low ?? figure.high ?? 0, figure.high ?? figure.low ?? 0]
  const [from, to] = [place.onAxis(axis.at(low)), place.onAxis(axis.at(high))]
  const open = figure.high === null ? forth : figure.low === null ? -forth : 0
  const ends = open === forth ? to + 34 * forth : to
  const begins = open === -forth ? from - 34 * forth : from
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

function Label({
  row,
  voice,
  x,
  isBefore = false,
}: {
  row: LedgerRow
  voice: Voice
  x: number
  isBefore?: boolean
}) {
  return (
    <text className="lab" x={x} y="16.5" textAnchor={isBefore ? 'end' : 'start'}>
      {amountOf(row, voice)}
      {row.letters.map((letter) => (
        <tspan key={letter} className="fl" dy="-3">
          {`\u00a0${letter}`}
        </tspan>
      ))}
    </text>
  )
}
