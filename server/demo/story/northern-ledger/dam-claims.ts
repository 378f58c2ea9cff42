import { type DemoClaim, published } from '../../demo-story'
import { levelGauge, orrin, reservoirs, sunTable, works } from './sources'

export const gaveWayOnMonday: DemoClaim = {
  quote: 'the Karsell dam gave way before dawn on Monday',
  statement: 'The Karsell dam failed before dawn on Monday 2 March',
  speaker: 'The Northern Ledger',
  saidAt: '2026-03-05',
  kind: 'date',
  topics: ['Karsell dam'],
  by: 'lena',
  verdict: 'true',
  shortAnswer: 'The operator’s gauge drops from 04:50 on 2 March. Sunrise in Tolm that day was at 06:41.',
  rationale: [
    'The level gauge falls by thirty metres between 04:50 and 05:30 [1]. The sun rose at 06:41 [2].',
  ],
  sources: [levelGauge, sunTable],
  steps: published('lena', 'jonas'),
}

export const worstFailure: DemoClaim = {
  quote: 'the worst dam failure in the country’s history',
  statement: 'It is the worst dam failure in Velmora’s history',
  speaker: 'Mirela Osei, UN special rapporteur on internal displacement',
  saidAt: '2026-03-05',
  kind: 'comparison',
  topics: ['Karsell dam'],
  by: 'lena',
  verdict: 'false',
  shortAnswer:
    'The Orrin dam failure of 1961 killed 84 people and held three times as much water. No deaths had been confirmed at Karsell when this was said.',
  rationale: [
    'The inquiry into the Orrin dam counted 84 deaths [1]; its reservoir held 122 million cubic metres, Karsell’s 38 million [2].',
  ],
  sources: [orrin, reservoirs],
  steps: [{ act: 'submit', by: 'lena' }],
}

export const completedIn1974: DemoClaim = {
  quote: 'a 41-metre earthfill structure completed in 1974',
  statement: 'The Karsell dam is 41 metres high and was completed in 1974',
  speaker: 'The Northern Ledger',
  saidAt: '2026-03-05',
  kind: 'number',
  topics: ['Karsell dam'],
  by: 'idris',
  verdict: 'mostly-true',
  shortAnswer:
    'Height and type are right. The dam was filled in 1974, but the register gives its completion as May 1975.',
  rationale: [
    'The register of works confirms 41 metres and 1974 as the year of filling, but May 1975 as completion [1]. The volume table agrees on the reservoir [2].',
  ],
  sources: [works, { ...reservoirs, stance: 'context' }],
  steps: [
    ...published('idris', 'ruth'),
    {
      act: 'edit',
      by: 'idris',
      shortAnswer:
        'Height and type are right. The dam was filled in 1974; the register of works gives 12 May 1975 as the day it was taken over.',
    },
  ],
}

export const oldDams: DemoClaim = {
  quote: 'a third of the country’s dams are more than fifty years old',
  statement: '',
  speaker: 'Engineers’ association',
  saidAt: '2026-01',
  kind: 'comparison',
  by: 'maren',
}
