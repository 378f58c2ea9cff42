import type { CardShape } from './drawings'
import type { Style } from './letters/style'

/** How large things are on a card, in pixels. `statements` are tried in their order; the last holds what is cut. */
export type Measures = {
  width: number
  height: number
  margin: number
  name: Style
  slug: Style
  small: Style
  label: Style
  mark: Style
  statements: number[]
  quote: Style
  quoteLines: number
  said: Style
}

export const measures: Record<CardShape, Measures> = {
  wide: {
    ...{ width: 1200, height: 630, margin: 56 },
    name: { face: 'serif', weight: 700, size: 34 },
    slug: { face: 'mono', weight: 400, size: 20 },
    small: { face: 'sans', weight: 400, size: 21 },
    label: { face: 'sans', weight: 650, size: 36 },
    mark: { face: 'sans', weight: 600, size: 24 },
    statements: [64, 56, 50, 44, 40, 36],
    quote: { face: 'serif', weight: 400, size: 27 },
    quoteLines: 2,
    said: { face: 'sans', weight: 500, size: 24 },
  },
  square: {
    ...{ width: 1080, height: 1080, margin: 72 },
    name: { face: 'serif', weight: 700, size: 42 },
    slug: { face: 'mono', weight: 400, size: 25 },
    small: { face: 'sans', weight: 400, size: 25 },
    label: { face: 'sans', weight: 650, size: 46 },
    mark: { face: 'sans', weight: 600, size: 30 },
    statements: [96, 84, 76, 68, 60, 52, 46],
    quote: { face: 'serif', weight: 400, size: 35 },
    quoteLines: 5,
    said: { face: 'sans', weight: 500, size: 30 },
  },
}
