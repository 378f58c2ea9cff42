import { type DemoArticle, published } from '../demo-story'

export const radioOndre: DemoArticle = {
  address: 'https://radio-ondre.example/news/two-thousand-rescued',
  title: '“Two thousand rescued” in Ondre valley, says UN envoy',
  publisher: 'Radio Ondre',
  byline: 'Ketil Arn',
  published: '2026-03-06T07:00:00+01:00',
  importedBy: 'tomas',
  body: [
    'Two thousand people have been rescued in the upper Ondre valley, a United Nations envoy said, as boats reached the last houses at Sedge Ford.',
    'The envoy thanked the fire brigades of three districts, which she said had worked for seventy hours without a break.',
    'Water at the Tolm bridge stood at 4.1 metres on Friday morning, two metres below the mark of Monday.',
  ],
  claims: [
    {
      quote: 'Two thousand people have been rescued in the upper Ondre valley',
      statement: 'Two thousand people were rescued in the upper Ondre valley',
      speaker: 'Radio Ondre, citing a UN envoy',
      saidAt: '2026-03-06',
      kind: 'number',
      topics: ['displacement', 'rescue'],
      by: 'tomas',
      verdict: 'false',
      shortAnswer:
        'The rapporteur spoke of 2,000 displaced, not rescued. The fire brigades’ log counts 143 people taken to safety.',
      rationale: [
        'The statement says displaced [1]. The log of the three brigades counts 143 rescues by Friday [2].',
      ],
      sources: [
        {
          kind: 'primary-document',
          stance: 'refutes',
          title: 'Statement on Karsell: preliminary figures',
          publisher: 'Office of the UN rapporteur',
          date: '2026-03-05',
          quote: 'An estimated 2,000 persons have been displaced.',
          address: 'https://rapporteur.example/karsell/statement-1',
        },
        {
          kind: 'data',
          stance: 'refutes',
          title: 'Joint rescue log, 2 to 6 March',
          publisher: 'Fire brigades of Ondre district',
          date: '2026-03-06',
          quote: 'Persons taken to safety: 143.',
        },
      ],
      steps: [
        ...published('tomas', 'jonas'),
        {
          act: 'submit',
          by: 'tomas',
          kind: 'retraction',
          publicNote:
            'The broadcast was a rebroadcast of another station’s bulletin, so the words were not its own. We no longer stand by this check.',
          reason: 'The station sent us the recording. We would have to check the other bulletin instead.',
        },
        { act: 'approve', by: 'jonas' },
      ],
    },
    {
      quote: 'Water at the Tolm bridge stood at 4.1 metres on Friday morning',
      statement: 'Water at the Tolm bridge stood at 4.1 metres on Friday morning',
      speaker: 'Radio Ondre',
      saidAt: '2026-03-06',
      kind: 'number',
      by: 'maren',
    },
  ],
}
