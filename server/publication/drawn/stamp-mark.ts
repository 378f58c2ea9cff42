import { renderToStaticMarkup } from 'react-dom/server'
import { verdictShapes } from '../../claim/verdict-shapes'
import type { Stamp } from './card'

// A sheet that is struck out.
const withdrawn =
  '<path d="M3 1h14v18H3z" fill="none" stroke="currentColor" stroke-width="2"/><path d="M0 20 20 0" stroke="currentColor" stroke-width="2.2"/>'

/** A stamp's mark as SVG in a box of 20 by 20, without the variables of style sheets. */
export function stampMark({ mark, ground }: Pick<Stamp, 'mark' | 'ground'>): string {
  if (mark === 'withdrawn') return withdrawn
  return renderToStaticMarkup(verdictShapes[mark]).replaceAll('var(--mark-cut, var(--paper))', ground)
}
