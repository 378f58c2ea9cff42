import { type DemoArticle, published } from '../demo-story'
import { committeeSheet, fieldCount } from './northern-ledger/sources'

export const meridianWire: DemoArticle = {
  address: 'https://meridian-wire.example/karsell/rights-group-counts-600',
  title: 'Rights group counts up to 600 homeless after Karsell',
  publisher: 'Meridian Wire',
  byline: 'Sanna Quill',
  published: '2026-03-03T20:05:00+01:00',
  importedBy: 'lena',
  body: [
    'Between 500 and 600 people have left their homes in the upper Ondre valley, a rights group said on Tuesday after two days of counting at the shelters.',
    'The Velmora Centre for Human Rights said its volunteers spoke to every family in four shelters and left out anybody who had gone to relatives. “It is a floor, not a ceiling,” its director, Bram Oduya, said.',
    'The centre has counted displaced people after floods since 2011 and publishes its forms with each count.',
    'Between 500 and 600 people were displaced in the upper Ondre valley, the summary of this one says.',
  ],
  claims: [
    {
      quote: 'its volunteers spoke to every family in four shelters',
      statement: 'Volunteers of the Velmora Centre spoke to every family in four shelters',
      speaker: 'Bram Oduya, Velmora Centre for Human Rights',
      saidAt: '2026-03-03',
      kind: 'quote',
      topics: ['displacement'],
      by: 'maren',
      verdict: 'mostly-true',
      shortAnswer:
        'Forms from all four shelters exist. In one of them 6 of 41 families were not met and are noted as such.',
      rationale: [
        'The forms of all four shelters are public [1]. The shelter at Brennach notes six families as not met [2].',
      ],
      sources: [
        {
          kind: 'data',
          stance: 'supports',
          title: 'Count forms, shelters 1 to 4',
          publisher: 'Velmora Centre for Human Rights',
          date: '2026-03-03',
          quote: 'Shelters visited: 4 of 4.',
          address: 'https://velmora-centre.example/counts/karsell-2/forms',
        },
        {
          kind: 'primary-document',
          stance: 'refutes',
          title: 'Form of the Brennach shelter',
          publisher: 'Velmora Centre for Human Rights',
          date: '2026-03-03',
          quote: 'Families not met: 6.',
          place: 'Bottom line',
        },
      ],
      steps: [
        ...published('maren', 'jonas'),
        {
          act: 'doubt',
          by: 'ruth',
          line: 'The centre says that the six families were met later. We are looking at the forms again.',
        },
      ],
    },
    {
      quote: 'The centre has counted displaced people after floods since 2011',
      statement: 'The Velmora Centre has counted displaced people after floods since 2011',
      speaker: 'Meridian Wire',
      saidAt: '2026-03-03',
      kind: 'date',
      by: 'lena',
      verdict: 'true',
      shortAnswer: 'Its first published count is that of the Harl flood in May 2011.',
      rationale: [
        'The list of counts begins with the Harl flood of 2011 [1], which the newspapers of the time reported [2].',
      ],
      sources: [
        {
          kind: 'primary-document',
          stance: 'supports',
          title: 'List of counts',
          publisher: 'Velmora Centre for Human Rights',
          date: '2025-12',
          quote: 'No. 1: Harl, May 2011.',
          address: 'https://velmora-centre.example/counts',
        },
        {
          kind: 'news',
          stance: 'supports',
          title: 'Centre counts 212 in Harl shelters',
          publisher: 'The Anselm Gazette',
          date: '2011-05-19',
          quote: 'The centre’s first count found 212 people.',
        },
      ],
      steps: published('lena', 'ruth'),
    },
    {
      quote: 'Between 500 and 600 people were displaced in the upper Ondre valley',
      statement: 'Between 500 and 600 people were displaced in the upper Ondre valley by the breach',
      speaker: 'Velmora Centre for Human Rights',
      saidAt: '2026-03-03',
      kind: 'number',
      topics: ['Karsell dam', 'displacement'],
      by: 'lena',
      verdict: 'true',
      shortAnswer:
        'Two lists kept apart from each other agree: the forms of four shelters have 548 people, the district’s register 517.',
      rationale: [
        'The count’s summary gives the range and says how it was made [1].',
        'The register of the district committee has 517 names, which lies in that range [2].',
      ],
      sources: [
        { ...fieldCount, stance: 'supports' },
        { ...committeeSheet, stance: 'supports' },
      ],
      steps: published('lena', 'jonas'),
    },
  ],
}
