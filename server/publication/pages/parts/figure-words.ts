import type { Figure } from '../../../claim/figure/figure'
import { figureLine } from '../../../claim/figure/figure-line'
import type { Edition } from '../edition'

/** The typed number of a claim as readers are told it: "Figure: 500 to 600 people, as of 5 March 2026". Empty where it has none. */
export function figureWords(figure: Figure | null, { say, desk }: Edition): string {
  return figure ? say('public.figure', { figure: figureLine(figure, { say, language: desk.language }) }) : ''
}
