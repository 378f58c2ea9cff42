import { styleOf } from '../../../claim/verdict'
import { verdictShapes } from '../../../claim/verdict-shapes'
import { statedDate } from '../../../date/stated-date'
import { directionOf } from '../../../language/language'
import type { LedgerGroup, LedgerRow } from '../ledger'
import { amountOf, nameOfGroup, shortDay, type Voice } from '../ledger-words'
import { type Axis, axisOf } from './axis'
import { Figure } from './ledger-marks'
import { fitted, type Place, placeIn, sizes } from './ledger-place'

type Props = { group: LedgerGroup; voice: Voice; id: string }

/** The figures of a group on one axis, a row each, by date; every row leads to its passage. Colours come from the page. */
export function LedgerChart({ group, voice, id }: Props) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="chart"
      id={id}
      viewBox={`0 14 ${sizes.width} ${heightOf(group) - 4}`}
      direction={directionOf(voice.language)}
      aria-labelledby={`${id}-t`}
      aria-describedby={`${id}-d`}
    >
      <title id={`${id}-t`}>{titleOf(group, voice)}</title>
      <desc id={`${id}-d`}>{descriptionOf(axisOf(figuresIn(group)), voice)}</desc>
      <LedgerDrawing group={group} voice={voice} origin="" />
    </svg>
  )
}

/** The lines of a chart without the picture around them; links begin with the origin. */
export function LedgerDrawing({ group, voice, origin }: Omit<Props, 'id'> & { origin: string }) {
  const axis = axisOf(figuresIn(group))
  const place = placeIn(directionOf(voice.language))
  return (
    <>
      <Grid axis={axis} height={heightOf(group)} place={place} voice={voice} />
      {group.rows.map((row, index) => (
        <Row key={row.claimId} {...{ row, index, axis, place, voice, origin }} />
      ))}
    </>
  )
}

/** How tall a group's chart is, in its own units. */
export const heightOf = ({ rows }: Pick<LedgerGroup, 'rows'>) => sizes.top + rows.length * sizes.row

const figuresIn = ({ rows }: LedgerGroup) => rows.flatMap(({ figure }) => figure ?? [])

/** What the chart shows, in one line. */
export function titleOf(group: LedgerGroup, voice: Voice): string {
  const days = group.rows.flatMap(({ day }) => day ?? [])
  const [from, to] = [days[0], days.at(-1)]
  const shown = { name: nameOfGroup(group, voice), count: group.rows.filter(({ figure }) => figure).length }
  if (!from || !to) return voice.say('dossier.chartTitle', shown)
  const [first, last] = [statedDate(from, voice.language), statedDate(to, voice.language)]
  return voice.say('dossier.chartTitleDays', { ...shown, from: first, to: last })
}

function descriptionOf({ ticks, isLog }: Axis, voice: Voice): string {
  const [low, high] = [numberIn(ticks[0] ?? 0, voice), numberIn(ticks.at(-1) ?? 0, voice)]
  const how = voice.say('dossier.chartHow', { low, high })
  return isLog ? `${how} ${voice.say('dossier.chartLog')}` : how
}

type GridProps = { axis: Axis; height: number; place: Place; voice: Voice }

function Grid({ axis, height, place, voice }: GridProps) {
  return (
    <g className="grid">
      {axis.ticks.map((tick) => {
        const x = place.onAxis(axis.at(tick))
        return (
          <g key={tick}>
            <line x1={x} x2={x} y1="40" y2={height} />
            <text className="ax" x={x} y="30" textAnchor="middle">
              {numberIn(tick, voice)}
            </text>
          </g>
        )
      })}
    </g>
  )
}

type RowProps = { row: LedgerRow; index: number; axis: Axis; place: Place; voice: Voice; origin: string }

function Row({ row, index, axis, place, voice, origin }: RowProps) {
  const day = row.day ? statedDate(row.day, voice.language) : voice.say('dossier.notGiven')
  const verdict = verdictOf(row, voice)
  const said = { day, said: row.said || row.where, where: row.where, amount: amountOf(row, voice), verdict }
  const style = row.standing === 'retracted' ? 'retracted' : styleOf(row.verdict)
  const [lines, y] = [sizes.top - 2 + index * sizes.row, 12]
  return (
    <a href={origin + row.href} aria-label={voice.say('dossier.row', said)}>
      <g className={`crow ${style}`} transform={`translate(0 ${lines})`}>
        <rect className="hit" x="0" y="-8" width={sizes.width} height={sizes.row - 1} />
        <line className="sep" x1="0" x2={sizes.width} y1="34" y2="34" />
        <text className="d" x={place.at(0)} y="10">
          {shortDay(row.day, voice.language)}
        </text>
        <text className="w" x={place.at(sizes.names)} y="10">
          {fitted(row.said || row.where, sizes.start - sizes.names - 16, 7.3)}
        </text>
        <text className="o" x={place.at(sizes.names)} y="26">
          {fitted(row.said ? row.where : '', sizes.start - sizes.names - 16, 6.3)}
        </text>
        <Figure row={row} axis={axis} place={place} y={y} voice={voice} />
        {row.standing !== 'retracted' && (
          <g transform={`translate(${place.at(sizes.verdict, 15)} 4.5) scale(.75)`}>
            {verdictShapes[row.verdict ?? 'unrated']}
          </g>
        )}
        <text className="vl" x={place.at(sizes.verdict + 22)} y="16.5">
          {fitted(verdict, sizes.width - sizes.verdict - 22, 7.2)}
        </text>
      </g>
    </a>
  )
}

/** What became of the claim: its verdict, unless readers are told that the desk no longer stands by it. */
export function verdictOf(
  { standing, label }: Pick<LedgerRow, 'standing' | 'label'>,
  { say }: Voice,
): string {
  if (standing === 'retracted') return say('publicDossier.retracted')
  return standing === 'under-review' ? say('publicDossier.underReview') : label
}

const numberIn = (value: number, { language }: Voice) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value)
