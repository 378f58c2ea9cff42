import { type DemoArticle, published } from '../demo-story'
import { committeeSheet, fieldCount } from './northern-ledger/sources'

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
    'The Treasury worked from a table of the district relief committee, by which 571 people were displaced in four settlements.',
    'On Saturday the committee hung its register of 5 March in the town hall of Tolm: 517 people were displaced, each with a name and a street.',
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
      quote: '571 people were displaced in four settlements',
      statement: 'By the committee’s table, 571 people were displaced in four settlements',
      speaker: 'The Anselm Gazette, citing a table of the district relief committee',
      saidAt: '2026-03-07',
      kind: 'number',
      topics: ['displacement'],
      by: 'maren',
      verdict: 'false',
      shortAnswer:
        'The table’s rows add up to 517, as the committee’s own sheet says. Two digits of the total were swapped.',
      rationale: [
        'The rows 212, 148, 96 and 61 are 517, which is the total on the committee’s sheet [1]. The field count of that week has 500 to 600 [2].',
      ],
      sources: [
        { ...committeeSheet, stance: 'refutes' },
        { ...fieldCount, stance: 'context' },
      ],
      steps: published('maren', 'jonas'),
    },
    {
      quote: '517 people were displaced, each with a name and a street',
      statement: 'The district’s register of 5 March names 517 people who were displaced',
      speaker: 'District register',
      saidAt: '2026-03-07',
      kind: 'number',
      topics: ['displacement'],
      by: 'maren',
      verdict: 'true',
      shortAnswer:
        'We counted the names in the town hall: 517, none of them twice. The field count lies around that number.',
      rationale: [
        'The sheets in the town hall have 517 names, as the committee’s own total says [1]. An independent count found 500 to 600 [2].',
      ],
      sources: [
        { ...committeeSheet, stance: 'supports' },
        { ...fieldCount, stance: 'supports' },
      ],
      steps: published('maren', 'ruth'),
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
