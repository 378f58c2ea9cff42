import { type DemoClaim, published } from '../../demo-story'
import { committeeSheet, evacuationOrder, fieldCount, statement } from './sources'

export const atLeastTwoThousand: DemoClaim = {
  quote:
    'At least 2,000 people have been forced from their homes in the upper Ondre valley since the Karsell dam gave way',
  statement: 'At least 2,000 people were displaced by the failure of the Karsell dam',
  speaker: 'Mirela Osei, UN special rapporteur on internal displacement',
  saidAt: '2026-03-05',
  kind: 'number',
  topics: ['Karsell dam', 'displacement'],
  by: 'tomas',
  alsoBy: 'idris',
  verdict: 'unproven',
  shortAnswer:
    'The rapporteur’s office gives a figure of 2,000 but not the day from which it counts. Counts that begin with the breach are much lower.',
  notKnown: 'From which day the rapporteur’s office counts.',
  rationale: [
    'The figure of 2,000 comes from the rapporteur’s office [1]. It does not say from which day it counts.',
    'The only count that begins with the breach puts the number at 500 to 600 [2].',
  ],
  sources: [statement, fieldCount],
  thread: [
    { by: 'idris', text: 'Her spokesperson told me by phone: the count starts on 16 February.' },
    { by: 'lena', text: '@Maren Holt is “misleading” right if the statement leaves the dates out?' },
    { by: 'maren', text: 'Yes: the number exists, the period is missing.' },
  ],
  steps: [
    ...published('tomas', 'ruth'),
    {
      act: 'edit',
      by: 'idris',
      verdict: 'misleading',
      source: evacuationOrder,
      shortAnswer:
        'The rapporteur’s office gives a figure of 2,000. It counts people who left on official advice from 16 February, two weeks before the breach.',
      rationale: [
        'The figure of 2,000 comes from the rapporteur’s office [1]. Her spokesperson told us that it counts everyone who has left the upper Ondre valley since 16 February, the day of the first evacuation order.',
        'That order advised 1,450 people to leave because of seepage at the dam, two weeks before it failed [3]. They were displaced by the risk of a failure, not by the failure.',
        'Counts that start on 2 March are lower: the Velmora Centre for Human Rights puts the number at 500 to 600 [2].',
      ],
    },
    {
      act: 'submit',
      by: 'idris',
      kind: 'verdict-change',
      publicNote:
        'We first rated this claim Unproven. We changed it to Misleading when the rapporteur’s office confirmed the date from which it counts.',
    },
    { act: 'approve', by: 'jonas' },
  ],
}

export const centreCounted: DemoClaim = {
  quote: 'put the number of displaced at between 500 and 600',
  statement: 'The Velmora Centre for Human Rights counted 500 to 600 displaced',
  speaker: 'The Northern Ledger',
  saidAt: '2026-03-05',
  kind: 'number',
  topics: ['displacement'],
  by: 'tomas',
  verdict: 'true',
  shortAnswer: 'The range is in the centre’s second field count, published on 3 March.',
  rationale: [
    'The range is printed in the summary of the count [1]. The committee’s own register has 517 names [2].',
  ],
  sources: [
    { ...fieldCount, stance: 'supports' },
    { ...committeeSheet, stance: 'context' },
  ],
  steps: [{ act: 'submit', by: 'tomas' }],
}

export const tableTotal: DemoClaim = {
  quote: '571',
  statement: '571 residents of four settlements were displaced',
  speaker: 'Table in The Northern Ledger, credited to the district relief committee',
  saidAt: '2026-03-05',
  kind: 'number',
  topics: ['displacement'],
  by: 'maren',
  verdict: 'false',
  shortAnswer:
    'The four rows above add up to 517. The committee’s own sheet says 517; two digits were swapped.',
  rationale: [
    '212, 148, 96 and 61 are 517, as the committee’s sheet says [1]. The field count of the same week lies in that range [2].',
  ],
  sources: [committeeSheet, { ...fieldCount, stance: 'context' }],
}
