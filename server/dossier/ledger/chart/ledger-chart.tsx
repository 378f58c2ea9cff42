import type { ReactNode } from 'react'
import type { Figure } from '../../../claim/figure/figure'
import { statedDate } from '../../../date/stated-date'
import { directionOf } from '../../../language/language'
import type { LedgerGroup, LedgerRow } from '../ledger'
import { nameOfGroup, referenceLabel, type Voice } from '../ledger-words'
import { axisOf } from './axis'
import { Grid, numberIn } from './grid'
import { narrowSizes, placeIn, sizes } from './ledger-place'
import { NarrowRow, Row } from './ledger-rows'

type Props = {
  group: LedgerGroup
  /** Those of its rows that are drawn; the axis is that of all of them. */
  rows?: LedgerRow[]
  voice: Voice
  id: string
}

/**
 * The figures of a group on one axis, a row each, by date; every row leads to its passage. Drawn twice, for wide screens
 * and for narrow ones: the page's style sheet shows one of them and gives the colours.
 */
export function LedgerChart({ group, rows = group.rows, voice, id }: Props) {
  const drawn = { group, rows, voice }
  return (
    <>
      <Picture {...drawn} id={id} kind="wide" size={[sizes.width, heightOf(rows)]}>
        <LedgerDrawing {...drawn} origin="" />
      </Picture>
      <Picture {...drawn} id={`${id}-n`} kind="narrow" size={[narrowSizes.width, narrowHeightOf(rows)]}>
        <NarrowDrawing {...drawn} />
      </Picture>
    </>
  )
}

type PictureProps = Omit<Props, 'rows'> & {
  kind: 'wide' | 'narrow'
  size: [number, number]
  children: ReactNode
}

function Picture({ group, voice, id, kind, size: [width, height], children }: PictureProps) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className={`chart ${kind}`}
      id={id}
      viewBox={`0 14 ${width} ${height - 4}`}
      direction={directionOf(voice.language)}
      aria-labelledby={`${id}-t`}
      aria-describedby={`${id}-d`}
    >
      <title id={`${id}-t`}>{titleOf(group, voice)}</title>
      <desc id={`${id}-d`}>{descriptionOf(group, voice)}</desc>
      {children}
    </svg>
  )
}

type DrawingProps = { group: LedgerGroup; rows: LedgerRow[]; voice: Voice }

/** The lines of a chart without the picture around them; links begin with the origin. */
export function LedgerDrawing({ group, rows, voice, origin }: DrawingProps & { origin: string }) {
  const axis = axisOf(figuresIn(group))
  const place = placeIn(directionOf(voice.language))
  return (
    <>
      <Grid axis={axis} reference={group.reference} height={heightOf(rows)} place={place} voice={voice} />
      {rows.map((row, index) => (
        <Row key={row.claimId} {...{ row, index, axis, place, voice, origin }} />
      ))}
    </>
  )
}

function NarrowDrawing({ group, rows, voice }: DrawingProps) {
  const axis = axisOf(figuresIn(group))
  const place = placeIn(directionOf(voice.language), narrowSizes)
  return (
    <>
      <Grid
        axis={axis}
        reference={group.reference}
        height={narrowHeightOf(rows)}
        place={place}
        voice={voice}
      />
      {rows.map((row, index) => (
        <NarrowRow key={row.claimId} {...{ row, index, axis, place, voice }} />
      ))}
    </>
  )
}

/** How tall a chart of so many rows is, in its own units. */
export const heightOf = ({ length }: LedgerRow[]) => sizes.top + length * sizes.row

const narrowHeightOf = ({ length }: LedgerRow[]) => narrowSizes.top + length * narrowSizes.row

/** All that has a place on the axis: what was said, and what was worked out beside it. */
const figuresIn = ({ rows }: LedgerGroup): Pick<Figure, 'low' | 'high'>[] =>
  rows.flatMap(({ figure }) => {
    if (!figure) return []
    const worked = figure.workedOut?.value
    return worked === undefined ? [figure] : [figure, { low: worked, high: worked }]
  })

/** What the chart shows, in one line. */
export function titleOf(group: LedgerGroup, voice: Voice): string {
  const days = group.rows.flatMap(({ day }) => day ?? [])
  const [from, to] = [days[0], days.at(-1)]
  const shown = { name: nameOfGroup(group, voice), count: group.rows.filter(({ figure }) => figure).length }
  if (!from || !to) return voice.say('dossier.chartTitle', shown)
  const [first, last] = [statedDate(from, voice.language), statedDate(to, voice.language)]
  return voice.say('dossier.chartTitleDays', { ...shown, from: first, to: last })
}

function descriptionOf(group: LedgerGroup, voice: Voice): string {
  const { ticks, isLog } = axisOf(figuresIn(group))
  const [low, high] = [numberIn(ticks[0] ?? 0, voice), numberIn(ticks.at(-1) ?? 0, voice)]
  const how = voice.say('dossier.chartHow', { low, high })
  const [held, label] = [group.reference, referenceLabel(group)]
  return [
    how,
    isLog && voice.say('dossier.chartLog'),
    held !== null && voice.say('dossier.chartLine', { value: numberIn(held, voice), label }),
  ]
    .filter(Boolean)
    .join(' ')
}
