import { directionOf } from '../../../language/language'
import type { LedgerGroup } from '../ledger'
import { nameOfGroup, type Voice } from '../ledger-words'
import { heightOf, LedgerDrawing } from './ledger-chart'
import { sizes } from './ledger-place'

type Props = { groups: LedgerGroup[]; title: string; voice: Voice; origin: string }

const head = 40

/** All figures of groups, one chart below the other, as a picture that needs no page around it; links begin with the origin. */
export function WholeLedger({ groups, title, voice, origin }: Props) {
  const drawn = groups.filter(({ rows }) => rows.some(({ figure }) => figure))
  const tops = drawn.map((_, index) => drawn.slice(0, index).reduce((sum, group) => sum + tall(group), 20))
  const height = drawn.reduce((sum, group) => sum + tall(group), 40)
  const width = sizes.width + 40
  const direction = directionOf(voice.language)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="chart"
      viewBox={`-20 0 ${width} ${height}`}
      width={width}
      height={height}
      direction={direction}
      role="img"
      aria-labelledby="name"
    >
      <title id="name">{title}</title>
      <style>{colours}</style>
      <rect x="-20" width={width} height={height} fill="#fff" />
      {drawn.map((group, index) => (
        <g key={group.id} transform={`translate(0 ${tops[index]})`}>
          <text className="h" x={direction === 'rtl' ? sizes.width : 0} y="20">
            {nameOfGroup(group, voice)}
          </text>
          <g transform={`translate(0 ${head - 10})`}>
            <LedgerDrawing group={group} rows={group.rows} voice={voice} origin={origin} />
          </g>
        </g>
      ))}
    </svg>
  )
}

const tall = (group: LedgerGroup) => heightOf(group.rows) + head

// The light colours of the design: a picture outside of a page has no theme.
const colours = `.chart{font-family:system-ui,sans-serif;--paper:#fff}.h{font:600 16px Georgia,serif;fill:#16181b}
.grid line,.sep{stroke:#dcddd7}.ax,.d,.o{font-size:12px;fill:#62666b}.w{font-size:13.5px;font-weight:600;fill:#16181b}
.lab{font-size:13px;fill:#16181b;paint-order:stroke;stroke:#fff;stroke-width:4px}.vl{font-size:13px;font-weight:600;fill:currentColor}
.grid .ref{stroke:#1f4fa3;stroke-width:1.5;stroke-dasharray:1.5 3}.gap{stroke:currentColor;stroke-width:1.5;fill:none}.hollow{fill:#fff;stroke:currentColor;stroke-width:1.8}
.hit{fill:none}.pt{fill:currentColor}.rg{stroke:currentColor;stroke-width:2;fill:none}.nofig{stroke:#62666b;stroke-width:2;stroke-dasharray:3 4}
.fl{font:italic 600 14px Georgia,serif;fill:#b3261e}.crow{color:#62666b}.v-true{color:#1b6b3c}.v-mostly{color:#0b6872}.v-half{color:#5c6413}
.v-mostly-false{color:#a03e10}.v-misleading{color:#8a5300}.v-false{color:#b3261e}.v-unproven{color:#4b5568}.retracted .lab,.retracted .w{text-decoration:line-through}`
