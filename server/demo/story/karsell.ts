import type { Figure } from '../../claim/figure/figure'

/** What the newsroom confirmed of the numbers in its claims, by their quotes; the rest is read from the words. */
export const karsellFigures: Record<string, Partial<Figure>> = {
  'At least 2,000 people have been forced from their homes in the upper Ondre valley since the Karsell dam gave way':
    { counted: 'people displaced', place: 'upper Ondre valley', from: null, to: null, saidBy: '' },
  'put the number of displaced at between 500 and 600': {
    ...{ counted: 'people displaced', from: '2026-03-02', to: null },
    saidBy: 'Velmora Centre for Human Rights',
  },
  '571': { counted: 'people displaced', scope: 'residents of four settlements', from: '2026-03-02' },
  'Two thousand people have been rescued in the upper Ondre valley': {
    ...{ counted: 'people rescued', place: 'upper Ondre valley', saidBy: '' },
  },
  'It has sent forty counters': { counted: 'counters' },
  'The valley had 3,180 registered residents at the last count.': { counted: 'registered residents' },
  'About 900 of them live above the flood line': { counted: 'residents above the flood line' },
  'Water at the Tolm bridge stood at 4.1 metres on Friday morning': { counted: 'water level', unit: 'm' },
  'a 41-metre earthfill structure completed in 1974': { counted: 'height of the dam', unit: 'm' },
}

/** The dossier of the breach: its articles by publisher, what was noted, and why two figures differ. */
export const karsellDossier = {
  name: 'Karsell dam breach',
  publishers: ['Meridian Wire', 'Velmora Today', 'Radio Ondre', 'The Anselm Gazette', 'The Northern Ledger'],
  note: 'The district said it would print its whole register on Monday. Until then 517 is the only count with names.',
  explained: {
    between: [500, 2000],
    reason: 'other-date',
    text: 'The rapporteur’s office counts everyone who left the valley since the first evacuation order of 16 February. The other counts begin with the breach on 2 March.',
  },
} as const
