import type { FoundCode } from '../../../server/dossier/sums/finding'

/** An article with one thing that does not add up: what it is, the number that is wrong as it stands, and what comes out. */
export type Planted = { text: string; code: FoundCode; stated: string; computed: string; language?: string }

/** Mistakes as they are made: a digit swapped, a row changed and the total not, a share of the wrong whole. */
export const planted: Planted[] = [
  // Totals of columns.
  {
    text: `District | Houses lost\nDorla | 120\nKarsell | 85\nUpper Venn | 40\nTotal | 254`,
    code: 'total',
    stated: '254',
    computed: '245',
  },
  {
    text: `Year | Returned\n2020–2023 | 660\n2024–2025 | 406\nTotal | 1,076`,
    code: 'total',
    stated: '1,076',
    computed: '1,066',
  },
  {
    text: `Year | Returned\n2020–2023 | 660\n2024–2025 (to date) | 406\nTotal (2020–2025) | 1,076+`,
    code: 'total',
    stated: '1,076+',
    computed: '1,066',
  },
  {
    text: `Party | Seats\nHarbour List | 31\nMeadow Union | 24\nIndependents | 9\nAll | 65`,
    code: 'total',
    stated: '65',
    computed: '64',
  },
  {
    text: `Item | Cost\nPumps | $12,400\nSandbags | $3,150\nLabour | $8,900\nTotal | $24,540`,
    code: 'total',
    stated: '$24,540',
    computed: '24,450',
  },
  {
    text: `Village | Men | Women | Children\nDorla | 12 | 14 | 9\nVenn | 7 | 8 | 3\nAsk | 5 | 6 | 4\nTotal | 24 | 27 | 16`,
    code: 'total',
    stated: '27',
    computed: '28',
  },
  {
    text: `Village | Men | Women | All\nDorla | 12 | 14 | 26\nVenn | 7 | 8 | 16\nAsk | 5 | 6 | 11`,
    code: 'total',
    stated: '16',
    computed: '15',
  },
  {
    text: `Medal table | Gold | Silver | Bronze | Total\nAsk | 3 | 2 | 4 | 9\nDorla | 1 | 5 | 2 | 8\nVenn | 0 | 2 | 1 | 4`,
    code: 'total',
    stated: '4',
    computed: '3',
  },
  {
    text: `Spending | m\nRoads | 1.4\nSchools | 2.3\nParks | 0.6\nTotal | 4.8`,
    code: 'total',
    stated: '4.8',
    computed: '4.3',
  },
  {
    text: `Region | Cases\nNorth | 12\nSouth | 15\nSubtotal | 27\nEast | 9\nWest | 11\nSubtotal | 21\nTotal | 48`,
    code: 'total',
    stated: '21',
    computed: '20',
  },
  {
    text: `Region | Cases\nNorth | 12\nSouth | 15\nSubtotal | 27\nEast | 9\nWest | 11\nSubtotal | 20\nTotal | 57`,
    code: 'total',
    stated: '57',
    computed: '47',
  },
  {
    text: `Region | Cases\nTotal | 130\nNorth | 41\nSouth | 52\nEast | 27`,
    code: 'total',
    stated: '130',
    computed: '120',
  },
  {
    text: `지역 | 이재민\n도를라 | 120\n카르셀 | 85\n합계 | 215`,
    code: 'total',
    stated: '215',
    computed: '205',
    language: 'ko',
  },
  {
    text: `المنطقة | النازحون\nدورلا | 120\nكارسل | 85\nالمجموع | 250`,
    code: 'total',
    stated: '250',
    computed: '205',
    language: 'ar',
  },
  {
    text: `Gauge | Readings | Alarms\nBridge | 410 | 12\nLock | 388 | 9\nMill | 402 | 14\nTotal | 1,200 | 53`,
    code: 'total',
    stated: '53',
    computed: '35',
  },
  { text: `Crew | Patients\nA | 18\nB | 22\nC | –\nTotal | 41`, code: 'total', stated: '41', computed: '40' },
  {
    text: `Branch | 2023 | 2024 | 2025\nHarbour | 210 | 240 | 260\nMarket | 180 | 175 | 190\nHill | 95 | 90 | 110\nTotal | 485 | 505 | 506`,
    code: 'total',
    stated: '506',
    computed: '560',
  },

  // A hundred per cent.
  {
    text: `Answer | Share\nYes | 48%\nNo | 39%\nUndecided | 18%\nTotal | 100%`,
    code: 'hundred',
    stated: '100%',
    computed: '105',
  },
  {
    text: `Source of power | %\nWater | 41.2\nWind | 33.5\nGas | 19.8\nOther | 8.5\nTotal | 100.0`,
    code: 'hundred',
    stated: '100.0',
    computed: '103',
  },
  {
    text: `Of those asked, 52% wanted the bridge, 31% did not, and the remaining 27% had no opinion.`,
    code: 'hundred',
    stated: '100%',
    computed: '110',
  },

  // Shares in tables.
  {
    text: `Cause | Fires | Share\nCooking | 50 | 25%\nHeating | 80 | 40%\nWiring | 40 | 20%\nOther | 30 | 18%\nTotal | 200 |`,
    code: 'share',
    stated: '18%',
    computed: '15',
  },
  {
    text: `Ward | Registered | Voted | Turnout (%)\nQuay | 4,000 | 2,200 | 55.0\nMoor | 3,000 | 1,500 | 50.0\nMill | 2,500 | 1,600 | 46.0\nHill | 3,200 | 1,856 | 58.0`,
    code: 'share',
    stated: '46.0',
    computed: '64',
  },
  {
    text: `Town | 2024 | 2025 | Change\nDorla | 200 | 250 | 25%\nKarsell | 400 | 380 | -5%\nVenn | 80 | 120 | 50%\nAsk | 150 | 180 | 30%`,
    code: 'change',
    stated: '30%',
    computed: '20',
  },
  {
    text: `Town | 2024 | 2025 | Change\nDorla | 200 | 250 | 50\nKarsell | 400 | 380 | -20\nVenn | 80 | 120 | 40\nAsk | 150 | 180 | 35`,
    code: 'difference',
    stated: '35',
    computed: '30',
  },
  {
    text: `County | Residents | Cases | Cases per 100,000\nAsk | 50,210 | 25 | 49.8\nDorla | 80,400 | 60 | 74.6\nVenn | 20,150 | 30 | 148.9\nMoor | 64,300 | 45 | 96.7`,
    code: 'rate',
    stated: '96.7',
    computed: '69.98',
  },

  // Sums in sentences.
  {
    text: `The flood took 120 houses in Dorla, 85 houses in Karsell and 40 houses in Venn, a total of 254.`,
    code: 'total',
    stated: '254',
    computed: '245',
  },
  {
    text: `The clinic treated 38 people (21 women and 19 men).`,
    code: 'total',
    stated: '38',
    computed: '40',
  },
  {
    text: `Crews freed 14 drivers and 9 passengers, 25 people in all.`,
    code: 'total',
    stated: '25',
    computed: '23',
  },
  {
    text: `이재민은 총 210명(남성 120명, 여성 80명)이다.`,
    code: 'total',
    stated: '210',
    computed: '200',
    language: 'ko',
  },

  // Shares, changes and rates in sentences.
  {
    text: `Inspectors found cracks in 18 of 60 beams, or 40%.`,
    code: 'share',
    stated: '40%',
    computed: '30',
  },
  { text: `Some 45% of the wells (27 of 90) were dry.`, code: 'share', stated: '45%', computed: '30' },
  {
    text: `Of the 240 pupils, 60 came by boat (20 per cent).`,
    code: 'share',
    stated: '20 per cent',
    computed: '25',
  },
  {
    text: `주민 200명 중 50명(35%)이 반대했다.`,
    code: 'share',
    stated: '35%',
    computed: '25',
    language: 'ko',
  },
  {
    text: `Rents went from 400 to 500 crowns, an increase of 20%.`,
    code: 'change',
    stated: '20%',
    computed: '25',
  },
  {
    text: `Thefts fell by 40%, from 250 cases to 200 last year.`,
    code: 'change',
    stated: '40%',
    computed: '20',
  },
  {
    text: `The fleet grew from 36 boats to 48, an increase of 14.`,
    code: 'difference',
    stated: '14',
    computed: '12',
  },
  {
    text: `The county counted 12 cases among 48,000 residents, or 52 per 100,000.`,
    code: 'rate',
    stated: '52',
    computed: '25',
  },
  {
    text: `The fund paid $90,000 to be shared among 60 families, or $1,200 each.`,
    code: 'each',
    stated: '1,200',
    computed: '1,500',
  },

  // The text against its table.
  {
    text: `# Houses lost in the flood\n\nDistrict | Houses lost\nDorla | 120\nKarsell | 85\nTotal | 205\n\nIn Karsell the water took 58 houses.`,
    code: 'text-table',
    stated: '58',
    computed: '85',
  },
  {
    text: `District | Houses lost | Bridges lost\nDorla | 120 | 3\nKarsell | 85 | 2\n\nThe council of Dorla counts 112 houses lost.`,
    code: 'text-table',
    stated: '112',
    computed: '120',
  },
  {
    text: `Year | Returned\n2020–2023 | 660\n2024–2025 | 416\nTotal | 1,076\n\nThe 406 of the last two years bring the total to 1,076.`,
    code: 'text-part',
    stated: '406',
    computed: '1,066',
  },

  // Dates and ages.
  {
    text: `The dam broke on 3 March 2026; nine days later, on 14 March 2026, the road was open.`,
    code: 'duration',
    stated: 'nine',
    computed: '11',
  },
  {
    text: `The gates closed on 2 May 2025. Three weeks later, on 13 June 2025, they were opened.`,
    code: 'duration',
    stated: 'Three',
    computed: '6',
  },
  {
    text: `The strike lasted from 4 June to 10 June 2025, ten days.`,
    code: 'duration',
    stated: 'ten',
    computed: '6',
  },
  {
    text: `She led the board between 2009 and 2016, twelve years.`,
    code: 'duration',
    stated: 'twelve',
    computed: '7',
  },
  {
    text: `The vote was on Tuesday, 5 March 2026.`,
    code: 'weekday',
    stated: 'Tuesday, 5 March 2026',
    computed: '4',
  },
  { text: `Mara Venn, born in 1984, is 47 years old.`, code: 'age', stated: '47', computed: '41–42' },
  { text: `Odd Sarre (1931–2004) died aged 78.`, code: 'age', stated: '78', computed: '72–73' },
  {
    text: `He was born on 12 May 1950 and died on 3 January 2020, aged 71.`,
    code: 'age',
    stated: '71',
    computed: '69',
  },

  // Numbers in words, in Korean signs and in money.
  {
    text: `Of the two hundred and forty beams, one hundred and twenty were cracked, or 40%.`,
    code: 'share',
    stated: '40%',
    computed: '50',
  },
  {
    text: `The flood took two thousand four hundred homes and six hundred barns, three thousand four hundred in all.`,
    code: 'total',
    stated: 'three thousand four hundred',
    computed: '3,000',
  },
  {
    text: `The fund paid $2.4 million for 600 homes, or $3,000 each.`,
    code: 'each',
    stated: '3,000',
    computed: '4,000',
  },
  {
    text: `이재민은 총 3만 5천 명(남성 2만 1천 명, 여성 1만 2천 명)이다.`,
    code: 'total',
    stated: '3만 5천',
    computed: '33,000',
    language: 'ko',
  },
  {
    text: `위원 스물네 명 가운데 열두 명(40%)이 반대했다.`,
    code: 'share',
    stated: '40%',
    computed: '50',
    language: 'ko',
  },
]
