import type { ReactNode } from 'react'
import { styleOf } from '../../../claim/verdict'
import { verdictShapes } from '../../../claim/verdict-shapes'
import { statedDate } from '../../../date/stated-date'
import type { LedgerRow } from '../ledger'
import { labelOf, shortDay, type Voice, verdictOf } from '../ledger-words'
import type { Axis } from './axis'
import { Label, LabelledMark, Mark } from './ledger-marks'
import { fitted, narrowSizes, type Place, sizes, widthOf } from './ledger-place'

type Props = { row: LedgerRow; index: number; axis: Axis; place: Place; voice: Voice }

/** A row of a wide chart: day and names, the mark with its words, and the verdict, in one line. */
export function Row({ origin, ...props }: Props & { origin: string }) {
  const { row, index, axis, place, voice } = props
  const room = sizes.start - sizes.names - 16
  return (
    <Lane {...props} origin={origin} y={sizes.top - 2 + index * sizes.row} size={sizes}>
      <text className="d" x={place.at(0)} y="10">
        {shortDay(row.day, voice.language)}
      </text>
      <text className="w" x={place.at(sizes.names)} y="10">
        {fitted(row.said || row.where, room, 7.3)}
      </text>
      <text className="o" x={place.at(sizes.names)} y="26">
        {fitted(row.said ? row.where : '', room, 6.3)}
      </text>
      <LabelledMark {...{ row, axis, place, voice }} y={12} />
      <Verdict row={row} voice={voice} place={place} x={sizes.verdict} room={sizes.width - sizes.verdict} />
    </Lane>
  )
}

// Readers may have any font: what is cut off at the edge of a phone is worse than what is shortened.
const bold = 8.4

/** A row of a narrow chart: who and when, then what they say and the verdict, and the mark below across the whole width. */
export function NarrowRow(props: Props) {
  const { row, axis, place, voice } = props
  const { width, row: height, top } = narrowSizes
  const verdict = Math.min(24 + widthOf(verdictOf(row, voice), bold), 150)
  const day = shortDay(row.day, voice.language)
  const begins = day ? widthOf(day, 7.2) + 8 : 0
  return (
    <Lane {...props} origin="" y={top - 2 + props.index * height} size={narrowSizes}>
      <text className="d" x={place.at(0)} y="8">
        {day}
      </text>
      <text className="w" x={place.at(begins)} y="8">
        {fitted([row.said, row.where].filter(Boolean).join(', '), width - begins, bold)}
      </text>
      <Label row={row} voice={voice} x={place.at(0)} y={28} room={width - verdict - 8} />
      <Verdict {...{ row, voice, place }} x={width - verdict} room={verdict} y={16} letter={bold} />
      <Mark {...{ row, axis, place }} y={48} />
    </Lane>
  )
}

type LaneProps = Props & {
  origin: string
  y: number
  size: { width: number; row: number }
  children: ReactNode
}

function Lane({ row, voice, origin, y, size: { width, row: height }, children }: LaneProps) {
  const day = row.day ? statedDate(row.day, voice.language) : voice.say('dossier.notGiven')
  const verdict = verdictOf(row, voice)
  const said = { day, said: row.said || row.where, where: row.where, amount: labelOf(row, voice), verdict }
  const style = row.standing === 'retracted' ? 'retracted' : styleOf(row.verdict)
  return (
    <a href={origin + row.href} aria-label={voice.say('dossier.row', said)}>
      <g className={`crow ${style}`} transform={`translate(0 ${y})`}>
        <rect className="hit" x="0" y="-8" width={width} height={height - 1} />
        <line className="sep" x1="0" x2={width} y1={height - 9} y2={height - 9} />
        {children}
      </g>
    </a>
  )
}

type VerdictProps = {
  row: LedgerRow
  voice: Voice
  place: Place
  x: number
  room: number
  y?: number
  letter?: number
}

function Verdict({ row, voice, place, x, room, y = 4.5, letter = 7.2 }: VerdictProps) {
  return (
    <>
      {row.standing !== 'retracted' && (
        <g transform={`translate(${place.at(x, 15)} ${y}) scale(.75)`}>
          {verdictShapes[row.verdict ?? 'unrated']}
        </g>
      )}
      <text className="vl" x={place.at(x + 22)} y={y + 12}>
        {fitted(verdictOf(row, voice), room - 22, letter)}
      </text>
    </>
  )
}
