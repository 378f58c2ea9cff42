import type { Figure } from '../../claim/figure/figure'

/** What the demo's people add to the figures read in their quotes, by the quote. */
export const confirmedFigures: Record<string, Partial<Figure>> = {
  'At least 2,000 people have been forced from their homes in the upper Ondre valley since the Karsell dam gave way':
    { counted: 'people displaced', place: 'upper Ondre valley', to: '2026-03-05' },
  'put the number of displaced at between 500 and 600': {
    ...{ counted: 'people displaced', scope: 'people whose names were taken', place: 'upper Ondre valley' },
    ...{ from: '2026-03-02', saidBy: 'Velmora Centre for Human Rights' },
  },
  'Between 500 and 600 people were displaced in the upper Ondre valley': {
    ...{ counted: 'people displaced', scope: 'people met in four shelters', place: 'upper Ondre valley' },
    ...{ from: '2026-03-02', saidBy: 'Velmora Centre for Human Rights' },
  },
  '571': {
    ...{ counted: 'people displaced', scope: 'residents of four settlements', place: 'upper Ondre valley' },
    ...{ to: '2026-03-05', saidBy: 'District relief committee' },
    workedOut: { value: 517, how: '212 + 148 + 96 + 61' },
  },
  '571 people were displaced in four settlements': {
    ...{ counted: 'people displaced', scope: 'residents of four settlements', place: 'upper Ondre valley' },
    ...{ to: '2026-03-05', saidBy: 'District relief committee' },
    workedOut: { value: 517, how: '212 + 148 + 96 + 61' },
  },
  '517 people were displaced, each with a name and a street': {
    ...{ counted: 'people displaced', scope: 'residents of four settlements', place: 'upper Ondre valley' },
    ...{ from: '2026-03-02', to: '2026-03-05', saidBy: 'District register' },
  },
  'Two thousand people have been rescued in the upper Ondre valley': {
    ...{ counted: 'people rescued', place: 'upper Ondre valley', to: '2026-03-05' },
  },
  'each household will receive 4,200 marks at once': { counted: 'marks', per: 'household' },
  'It has sent forty counters': { place: 'upper Ondre valley' },
  'The valley had 3,180 registered residents at the last count.': {
    ...{ counted: 'residents', scope: 'registered residents', place: 'upper Ondre valley' },
  },
  'About 900 of them live above the flood line': {
    ...{ counted: 'residents', scope: 'above the flood line', place: 'upper Ondre valley' },
  },
  'Water at the Tolm bridge stood at 4.1 metres on Friday morning': {
    place: 'Tolm bridge',
    to: '2026-03-06',
  },
}
