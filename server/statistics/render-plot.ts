import { dot, plot, ruleX, ruleY, text } from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { words } from '../words'
import { lastedInWords, type StepTime } from './statistics'

const hour = 60 * 60 * 1000
const units = [
  { ms: 60 * 1000, upTo: 2 * hour, label: 'statistics.plotMinutes' },
  { ms: hour, upTo: 48 * hour, label: 'statistics.plotHours' },
  { ms: 24 * hour, upTo: Number.POSITIVE_INFINITY, label: 'statistics.plotDays' },
] as const
const [width, rowHeight] = [640, 44]

/**
 * The steps as a picture in SVG: a line over the middle half of the claims, a mark at the half, its time beside it. It
 * takes its colours from the text around it; the same numbers stand in the table below it.
 */
export function renderPlot(steps: StepTime[]): string | null {
  if (steps.length === 0) return null
  const t = words()
  const longest = Math.max(...steps.map(({ threeQuarters }) => threeQuarters))
  const { ms, label } = units.find(({ upTo }) => longest <= upTo) ?? units[2]
  const rows = steps.map(({ step, quarter, half, threeQuarters }) => ({
    ...{ step: t(`statistics.step.${step}`), from: quarter / ms, to: threeQuarters / ms, half: half / ms },
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
      label: t(label),
      labelAnchor: 'left',
      labelArrow: 'none',
      // Never finer than the unit: a desk of a few minutes has no scale of millionths.
      domain: [0, Math.max(1, longest / ms)],
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
