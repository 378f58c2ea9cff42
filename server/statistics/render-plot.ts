import { dot, plot, ruleX, ruleY, text } from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { words } from '../words'
import { lastedInWords, type StepTime } from './statistics'

const day = 24 * 60 * 60 * 1000
const [width, rowHeight] = [640, 44]

/**
 * The steps as a picture in SVG: a line over the middle half of the claims, a mark at the half, its time beside it. It
 * takes its colours from the text around it; the same numbers stand in the table below it.
 */
export function renderPlot(steps: StepTime[]): string | null {
  if (steps.length === 0) return null
  const t = words()
  const rows = steps.map(({ step, quarter, half, threeQuarters }) => ({
    ...{ step: t(`statistics.step.${step}`), from: quarter / day, to: threeQuarters / day, half: half / day },
    said: lastedInWords(half),
  }))
  const { document } = parseHTML('<html></html>')
  const svg = plot({
    ...{
      document,
      width,
      height: 56 + rowHeight * rows.length,
      marginLeft: 168,
      marginRight: 72,
      marginBottom: 40,
    },
    ...{ ariaLabel: t('statistics.plotTitle'), ariaDescription: t('statistics.plotDescription') },
    style: { fontSize: '12px' },
    x: {
      label: t('statistics.plotDays'),
      labelAnchor: 'left',
      labelArrow: 'none',
      zero: true,
      nice: true,
      ticks: 6,
    },
    y: { domain: rows.map(({ step }) => step), label: null, tickSize: 0 },
    marks: [
      ruleX([0], { strokeOpacity: 0.4 }),
      ruleY(rows, { y: 'step', x1: 'from', x2: 'to', strokeWidth: 3, strokeLinecap: 'round' }),
      dot(rows, { x: 'half', y: 'step', r: 5, symbol: 'diamond', fill: 'currentColor' }),
      text(rows, { x: 'half', y: 'step', text: 'said', dy: -14, fill: 'currentColor' }),
    ],
  })
  // Its own style sheet names colours that know no dark theme; ours says the rest.
  svg.querySelector('style')?.remove()
  svg.removeAttribute('style')
  svg.setAttribute('role', 'img')
  // The picture has one name; names of groups without a role are none.
  for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label')
  return svg.outerHTML
}
