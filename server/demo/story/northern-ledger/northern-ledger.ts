import type { DemoArticle } from '../../demo-story'
import { largestRelief, noDeaths, roadReopened, sirensSince2019, sirensTested } from './aftermath-claims'
import { completedIn1974, gaveWayOnMonday, oldDams, worstFailure } from './dam-claims'
import { atLeastTwoThousand, centreCounted, tableTotal } from './displaced-claims'

export const northernLedger: DemoArticle = {
  address: 'https://northern-ledger.example/world/karsell-two-thousand',
  title: 'Two thousand driven from homes after Karsell dam breach, UN expert says',
  publisher: 'The Northern Ledger',
  byline: 'Calla Brandt and Joss Imrie',
  published: '2026-03-05T14:10:00+01:00',
  importedBy: 'maren',
  body: [
    'At least 2,000 people have been forced from their homes in the upper Ondre valley since the Karsell dam gave way before dawn on Monday, the United Nations special rapporteur on internal displacement said on Thursday, calling it “the worst dam failure in the country’s history”.',
    'The figure is roughly four times the count published on Tuesday by the Velmora Centre for Human Rights, which put the number of displaced at between 500 and 600. The Interior Ministry said it “could not confirm any figure” until a house-to-house census was complete.',
    'Mirela Osei, the rapporteur, told reporters in the capital that her total includes families who left in the two weeks before the breach, when seepage was first reported. That distinction did not appear in the written statement issued by her office.',
    'The dam, a 41-metre earthfill structure completed in 1974, held back about 38 million cubic metres of water when its eastern abutment failed. The flood reached Tolm, 11 kilometres downstream, in less than forty minutes.',
    '“Nobody warned us,” said Pell Harrane, a schoolteacher in Tolm. “The sirens had not worked since the flood of 2019.” Ondre Hydro, which operates the dam, said all six sirens were tested in January.',
    [
      ['Settlement', 'People', 'Houses lost'],
      ['Upper Karsell', '212', '49'],
      ['Tolm', '148', '31'],
      ['Brennach', '96', '22'],
      ['Sedge Ford', '61', '14'],
      ['Total', '571', '116'],
    ],
    'The government has set aside 14 million marks for emergency housing, which the prime minister called the largest relief package since independence.',
    'By Thursday the road to Sedge Ford had reopened to heavy vehicles and no deaths had been confirmed, the district relief committee said. Three people are still missing.',
    'Ondre Hydro said the dam had been inspected twice in the past year. An engineers’ association said in January that a third of the country’s dams are more than fifty years old.',
  ],
  claims: [
    atLeastTwoThousand,
    gaveWayOnMonday,
    worstFailure,
    centreCounted,
    completedIn1974,
    sirensSince2019,
    tableTotal,
    largestRelief,
    roadReopened,
    sirensTested,
    noDeaths,
    oldDams,
  ],
}
