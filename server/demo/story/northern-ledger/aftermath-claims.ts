import type { DemoClaim } from '../../demo-story'

export const sirensSince2019: DemoClaim = {
  quote: 'The sirens had not worked since the flood of 2019',
  statement: 'Warning sirens in Tolm have not worked since 2019',
  speaker: 'Pell Harrane, schoolteacher in Tolm',
  saidAt: '2026-03-04',
  kind: 'quote',
  topics: ['warning'],
  by: 'tomas',
  verdict: 'unproven',
  shortAnswer:
    'Two other residents say the same. The operator says all sirens passed a test in January but has not released the log.',
  notKnown: 'What the test log of January says about the two sirens in Tolm.',
  rationale: [
    'Two residents told us the same [1]. The operator says all six sirens were tested in January, and declined to show the log [2].',
  ],
  sources: [
    {
      kind: 'witness',
      stance: 'supports',
      title: 'Calls with two residents of Tolm',
      publisher: 'Meridian Fact Desk',
      date: '2026-03-06',
      quote: 'We have not heard them since the flood.',
    },
    {
      kind: 'other',
      stance: 'refutes',
      title: 'Email from the press office of Ondre Hydro',
      publisher: 'Ondre Hydro',
      date: '2026-03-06',
      quote: 'All six sirens passed their test on 14 January.',
    },
  ],
  steps: [{ act: 'submit', by: 'tomas' }],
}

export const sirensTested: DemoClaim = {
  quote: 'all six sirens were tested in January',
  statement: 'All six sirens were tested in January',
  speaker: 'Ondre Hydro',
  saidAt: '2026-03-05',
  kind: 'date',
  by: 'tomas',
}

export const largestRelief: DemoClaim = {
  quote: 'the largest relief package since independence',
  statement: 'The Karsell package is the largest relief package since independence',
  speaker: 'Prime minister, speech in parliament',
  saidAt: '2026-03-04',
  kind: 'comparison',
  topics: ['relief'],
  by: 'idris',
  alsoBy: 'tomas',
  verdict: 'misleading',
  shortAnswer:
    'In cash terms this is right. Adjusted for prices, the drought package of 1987 was worth 22 million marks in today’s money.',
  rationale: [
    'No earlier package reached 14 million marks in cash [1]. Adjusted for prices, the package of 1987 was larger [2].',
  ],
  sources: [
    {
      kind: 'data',
      stance: 'supports',
      title: 'Treasury register of relief payments',
      publisher: 'Treasury',
      date: '2026-03-01',
      quote: '1987: 9.1 million. 2004: 3.4 million.',
      address: 'https://treasury.velmora.example/relief',
    },
    {
      kind: 'data',
      stance: 'refutes',
      title: 'Consumer price index 1985–2025',
      publisher: 'Statistics Velmora',
      date: '2026-01',
      quote: '1987: 41.3. 2025: 100.',
      address: 'https://statistics.velmora.example/cpi',
    },
  ],
  steps: [{ act: 'submit', by: 'idris' }],
}

export const roadReopened: DemoClaim = {
  quote: 'the road to Sedge Ford had reopened to heavy vehicles',
  statement: 'The road to Sedge Ford has reopened to heavy vehicles',
  speaker: 'District relief committee',
  saidAt: '2026-03-05',
  kind: 'date',
  by: 'maren',
  verdict: 'true',
  shortAnswer: 'Two haulage firms sent lorries of more than 20 tonnes over it that afternoon.',
  rationale: [
    'One firm’s delivery note shows a lorry of 24 tonnes at 13:20 [1]; another firm told the committee the same [2].',
  ],
  sources: [
    {
      kind: 'primary-document',
      stance: 'supports',
      title: 'Delivery note 4471',
      publisher: 'Harl Haulage',
      date: '2026-03-05',
      quote: 'Sedge Ford depot, 13:20, 24 t.',
    },
    {
      kind: 'news',
      stance: 'supports',
      title: 'Road notes of 5 March',
      publisher: 'Radio Ondre',
      date: '2026-03-05',
      quote: 'Lorries are through to Sedge Ford again.',
      address: 'https://radio-ondre.example/road-notes/0305',
    },
  ],
  steps: [
    { act: 'submit', by: 'maren' },
    {
      act: 'return',
      by: 'jonas',
      note: 'Source 2 repeats the committee’s own notice. Find one that saw it.',
    },
  ],
}

export const noDeaths: DemoClaim = {
  quote: 'no deaths had been confirmed',
  statement: 'No deaths had been confirmed by Thursday',
  speaker: 'District relief committee',
  saidAt: '2026-03-05',
  kind: 'number',
  by: 'lena',
}
