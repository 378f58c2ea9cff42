import type { Voice } from '../ledger-words'
import type { Axis } from './axis'
import { type Place, widthOf } from './ledger-place'

type Props = { axis: Axis; reference: number | null; height: number; place: Place; voice: Voice }

/**
 * The lines of the scale with their numbers, and the dotted one; where the numbers would run into each other, every second
 * or third has one.
 */
export function Grid({ axis, reference, height, place, voice }: Props) {
  const ticks = axis.ticks.map((tick) => ({ x: place.onAxis(axis.at(tick)), label: numberIn(tick, voice) }))
  const widest = Math.max(...ticks.map(({ label }) => widthOf(label, 7)))
  const every = Math.ceil((widest + 8) / Math.abs((ticks[1]?.x ?? 0) - (ticks[0]?.x ?? 1)))
  const held = reference === null ? null : place.onAxis(axis.at(reference))
  return (
    <g className="grid">
      {ticks.map(({ x, label }, index) => (
        <g key={x}>
          <line x1={x} x2={x} y1="40" y2={height} />
          {index % every === 0 && (
            <text className="ax" x={x} y="30" textAnchor="middle">
              {label}
            </text>
          )}
        </g>
      ))}
      {held !== null && <line className="ref" x1={held} x2={held} y1="40" y2={height} />}
    </g>
  )
}

/** A number on the scale, in the reader's digits. */
export const numberIn = (value: number, { language }: Voice) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value)
