import type { DemoArticle } from '../demo-story'

export const anselmGazette: DemoArticle = {
  address: 'https://anselm-gazette.example/politics/relief-fourteen-million',
  title: 'Fourteen million for Karsell: where the money goes',
  publisher: 'The Anselm Gazette',
  byline: 'Mira Delacourt',
  published: '2026-03-07',
  importedBy: 'maren',
  body: [
    'Of the 14 million marks that the government has promised for Karsell, nine million will go to temporary housing and three million to the road, according to a note that the Treasury sent to parliament.',
    'The rest is for seed and cattle. The note says that each household will receive 4,200 marks at once, and more after the census.',
    'The last such package, after the drought of 1987, took eleven months to arrive.',
  ],
  claims: [
    {
      quote: 'each household will receive 4,200 marks at once',
      statement: 'Each displaced household will receive 4,200 marks at once',
      speaker: 'Treasury, note to parliament',
      saidAt: '2026-03-06',
      kind: 'number',
      topics: ['relief'],
      by: 'maren',
      verdict: 'true',
      shortAnswer: 'The note says so, and the payment order of 7 March names the same sum.',
      rationale: [
        'The note promises 4,200 marks for each household [1]; the payment order carries it out [2].',
      ],
      sources: [
        {
          kind: 'primary-document',
          stance: 'supports',
          title: 'Note 88 to parliament',
          publisher: 'Treasury',
          date: '2026-03-06',
          quote: '4,200 marks to each household without delay.',
          place: 'Item 4',
        },
        {
          kind: 'primary-document',
          stance: 'supports',
          title: 'Payment order Karsell 1',
          publisher: 'Treasury',
          date: '2026-03-07',
          quote: '4,200 marks to each household listed in annex A.',
        },
      ],
    },
    {
      quote: 'took eleven months to arrive',
      statement: 'The relief package of 1987 took eleven months to arrive',
      speaker: 'The Anselm Gazette',
      saidAt: '2026-03-07',
      kind: 'date',
      by: 'idris',
    },
  ],
}
