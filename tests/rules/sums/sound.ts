/** An article in which everything adds up, or may be meant in a way that does. */
export type Sound = { title: string; text: string; language?: string; published?: string | null }

export const sound: Sound[] = [
  // Tables that add up in ways of their own.
  { title: 'a plain total', text: `District | Houses\nDorla | 120\nKarsell | 85\nTotal | 205` },
  {
    title: 'rounded shares that come to 101',
    text: `Answer | Share\nYes | 49%\nNo | 36%\nUndecided | 16%\nTotal | 100%`,
  },
  {
    title: 'rounded shares that come to 99',
    text: `Answer | %\nYes | 33.3\nNo | 33.3\nUndecided | 33.3\nTotal | 100`,
  },
  {
    title: 'a total with "other"',
    text: `Party | Seats\nHarbour List | 31\nMeadow Union | 24\nOther | 10\nTotal | 65`,
  },
  {
    title: 'a running balance',
    text: `Month | Paid in | Balance\nJanuary | 200 | 200\nFebruary | 150 | 350\nMarch | 50 | 400\nTotal | 400 | 400`,
  },
  {
    title: 'years in a table',
    text: `Mayor | Elected | Left\nMara Venn | 1998 | 2006\nOdd Sarre | 2006 | 2018\nTotal terms | 2 | 2`,
  },
  {
    title: 'subtotals and a total',
    text: `Region | Cases\nNorth | 12\nSouth | 15\nSubtotal | 27\nEast | 9\nWest | 11\nSubtotal | 20\nTotal | 47`,
  },
  {
    title: 'a total of which some are named',
    text: `Group | People\nAdults | 80\nof whom women | 44\nChildren | 20\nTotal | 100`,
  },
  {
    title: 'the largest of many',
    text: `# The five largest ports\n\nPort | Ships\nAsk | 410\nDorla | 380\nVenn | 250\nTotal | 1,900`,
  },
  { title: 'an average below', text: `Town | Age\nAsk | 41\nDorla | 44\nAverage | 42.5` },
  {
    title: 'rates under a total',
    text: `Ward | Voted | Turnout\nQuay | 2,200 | 55%\nMoor | 1,500 | 50%\nTotal | 3,700 | 53%`,
  },
  {
    title: 'millions that were rounded',
    text: `Spending (millions) | 2025\nRoads | 14\nSchools | 23\nParks | 6\nTotal | 44`,
  },
  {
    title: 'decimals that were rounded',
    text: `Spending | 2025\nRoads | 1.4\nSchools | 2.3\nParks | 0.6\nTotal | 4.4`,
  },
  { title: 'a figure that is not known', text: `Town | Hurt\nAsk | 12\nDorla | n/a\nVenn | 7\nTotal | 31` },
  { title: 'a dash for none', text: `Town | Hurt\nAsk | 12\nDorla | –\nVenn | 7\nTotal | 19` },
  { title: 'a total first', text: `Region | Cases\nTotal | 120\nNorth | 41\nSouth | 52\nEast | 27` },
  {
    title: 'things of several kinds',
    text: `Fact | Value\nResidents | 5,200\nHouseholds | 2,100\nTotal area | 340 km2`,
  },
  {
    title: 'totals across and down',
    text: `Village | Men | Women | Total\nDorla | 12 | 14 | 26\nVenn | 7 | 8 | 15\nTotal | 19 | 22 | 41`,
  },
  {
    title: 'a total that is at least so many',
    text: `Year | Returned\n2020–2023 | 660\n2024–2025 | 416\nTotal | 1,000+`,
  },
  { title: 'what is taken away', text: `Accounts | 2025\nIncome | 900\nLess expenses | 650\nTotal | 250` },
  {
    title: 'losses in brackets',
    text: `Quarter | Result\nFirst | 120\nSecond | (40)\nThird | 60\nTotal | 140`,
  },
  {
    title: 'shares of a total',
    text: `Cause | Fires | Share\nCooking | 50 | 25%\nHeating | 80 | 40%\nWiring | 40 | 20%\nOther | 30 | 15%\nTotal | 200 | 100%`,
  },
  {
    title: 'several answers allowed',
    text: `Why they left | Share of those asked\nWork | 61%\nFamily | 45%\nHousing | 38%`,
  },
  {
    title: 'changes with a minus',
    text: `Town | 2024 | 2025 | Change\nDorla | 200 | 250 | +25%\nKarsell | 400 | 380 | −5%\nVenn | 80 | 120 | +50%\nAsk | 150 | 180 | +20%`,
  },
  {
    title: 'a league table',
    text: `Club | Played | Won | Drawn | Lost | Points\nAsk | 10 | 7 | 2 | 1 | 23\nDorla | 10 | 5 | 3 | 2 | 18\nVenn | 10 | 2 | 1 | 7 | 7`,
  },
  {
    title: 'a table of hours',
    text: `Boat | Leaves | Arrives\nFirst | 08:10 | 09:05\nLast | 21:40 | 22:35\nTotal | 14 | 14`,
  },
  { title: 'a Korean total', text: `지역 | 이재민\n도를라 | 120\n카르셀 | 85\n합계 | 205`, language: 'ko' },
  {
    title: 'an Arabic total',
    text: `المنطقة | النازحون\nدورلا | 120\nكارسل | 85\nالمجموع | 205`,
    language: 'ar',
  },
  {
    title: 'decimal commas',
    text: `Bezirk | Anteil\nNord | 41,5\nSüd | 58,5\nGesamt | 100,0`,
    language: 'de',
  },
  {
    title: 'dots between thousands',
    text: `Bezirk | Häuser\nNord | 1.415\nSüd | 2.585\nGesamt | 4.000`,
    language: 'de',
  },

  {
    title: 'tenths among hundredths',
    text: `Rates | 2025\nSea | 4.6\nRiver | 4.77\nRoad | 4.63\nPath | 0.38\nRail | 5.23\nTotal | 19.5`,
  },
  {
    title: 'a total split in two ways',
    text: `Guests | 2025\nTotal | 100\nMen | 48\nWomen | 52\nUnder 18 | 30\nAdults | 70`,
  },
  {
    title: 'columns that split a total in two ways',
    text: `Village | Total | Men | Women | Under 18 | Adults\nDorla | 26 | 12 | 14 | 8 | 18\nVenn | 15 | 7 | 8 | 5 | 10`,
  },
  {
    title: 'parts that a note says overlap',
    text: `Complaint | 2025\nNoise | 140\nSmell | 90\nTotal | 200\n\nNote: a complaint may be of more than one kind.`,
  },
  {
    title: 'a note that numbers are rounded',
    text: `Tons | 2025\nGravel | 14\nSand | 23\nTotal | 38\n\nNotes: numbers may differ by rounding.`,
  },
  {
    title: 'rows of players under a team',
    text: `Player | Points | Fouls\nVenn | 12 | 2\nSarre | 9 | 3\nAsk | 20 | 1\nTotal | 48 | 9`,
  },
  {
    title: 'votes, shares and seats',
    text: `Party | Votes | % | Seats\nHarbour List | 4,120 | 51.5 | 13\nMeadow Union | 2,640 | 33.0 | 8\nOthers | 1,240 | 15.5 | 4\nTotal | 8,000 | 100.0 | 25`,
  },
  {
    title: 'prices and what is due',
    text: `Ticket | Price | Sold\nAdults | $12 | 140\nChildren | $6 | 80\nTotal | $2,160 | 220`,
  },
  {
    title: 'months with a year',
    text: `Rain in mm | Jan | Feb | Mar | Year\nAsk | 52 | 48 | 61 | 640\nDorla | 70 | 66 | 58 | 710`,
  },
  {
    title: 'sections with their own headings',
    text: `Fleet | 2024 | 2025\nOn the river |  | \nFerries | 6 | 7\nTugs | 4 | 4\nAt sea |  | \nTrawlers | 12 | 11\nTotal | 22 | 22`,
  },

  // Sentences.
  { title: 'two thirds, cut off', text: `Cracks were in 2 of 3 beams, or 66%.` },
  { title: 'two thirds, rounded up', text: `Cracks were in 2 of 3 beams, or 67 per cent.` },
  { title: 'about a third', text: `About 30% of the wells (27 of 88) were dry.` },
  { title: 'more than a half', text: `Of the 240 pupils, 130 came by boat (more than 50 per cent).` },
  {
    title: 'a share of something else',
    text: `The mayor visited 12 of the 40 villages, 30% more than last year.`,
  },
  { title: 'shares of two wholes', text: `In the north 52% wanted the bridge; in the south 61% did.` },
  { title: 'a rise from and to', text: `Rents went from 400 to 500 crowns, an increase of 25%.` },
  {
    title: 'points, not per cent',
    text: `Support went from 40% to 50%, an increase of 10 percentage points.`,
  },
  { title: 'a fall', text: `Thefts fell by 20%, from 250 cases to 200.` },
  { title: 'round numbers', text: `The port grew from 30,000 ships to 41,000, up 36%.` },
  {
    title: 'a total in a sentence',
    text: `The flood took 120 houses in Dorla, 85 houses in Karsell and 40 houses in Venn, a total of 245.`,
  },
  {
    title: 'people and where they were',
    text: `The clinic treated 38 people (12 in the first week and 19 in the second week).`,
  },
  {
    title: 'a recipe',
    text: `Beans and eggs [1 cup beans, 2 poached eggs, ½ cup rice (or 1 slice toast), 1 spoon of oil].`,
  },
  { title: 'a list of another total', text: `Of 8 fouls 5 were by two players (2 by Sarre, 3 by Venn).` },
  { title: 'some of them', text: `The clinic treated 38 people, including 12 children and 9 nurses.` },
  { title: 'parts that overlap', text: `Of 60 guests, 40 were women and 30 were from Ask.` },
  { title: 'a rate', text: `The county counted 12 cases among 48,000 residents, or 25 per 100,000.` },
  {
    title: 'the rest',
    text: `Some 52% wanted the bridge, 31% did not, and the remaining 17% had no opinion.`,
  },
  {
    title: 'names with numbers',
    text: `The A4 and the B52 carried 18 of 60 Covid-19 patients at 15:58, on 3rd Street.`,
  },

  // The text beside its table.
  {
    title: 'a rounded number of a table',
    text: `# Houses lost\n\nDistrict | Houses lost\nDorla | 118\nKarsell | 85\n\nIn Dorla about 120 houses were lost.`,
  },
  {
    title: 'an earlier number of a table',
    text: `# Houses lost\n\nDistrict | Houses lost\nDorla | 118\nKarsell | 85\n\nIn Dorla the first count was of 112 houses.`,
  },
  {
    title: 'another thing in the same place',
    text: `District | Houses lost\nDorla | 118\nKarsell | 85\n\nIn Dorla 120 volunteers came.`,
  },
  {
    title: 'a part of what a table counts',
    text: `# Houses lost\n\nDistrict | Houses lost\nDorla | 118\nKarsell | 85\n\nOf the houses lost in Dorla 108 were of wood.`,
  },

  // Dates and ages.
  {
    title: 'days later',
    text: `The dam broke on 3 March 2026; nine days later, on 12 March 2026, the road was open.`,
  },
  {
    title: 'two events between',
    text: `The dam broke on 3 March 2026. The mayor resigned. The road was closed. Nine days later, on 20 March 2026, she spoke.`,
  },
  { title: 'both ends counted', text: `The strike lasted from 4 June to 10 June 2025, seven days.` },
  {
    title: 'weeks, about',
    text: `The gates closed on 2 May 2025. Three weeks later, on 24 May 2025, they were opened.`,
  },
  { title: 'years, both counted', text: `She led the board between 2009 and 2016, eight years.` },
  { title: 'a day of the week', text: `The vote was on Thursday, 5 March 2026.` },
  { title: 'a day of the week without its year', text: `The vote was on Tuesday, 5 March.` },
  { title: 'before the birthday', text: `Mara Venn, born in 1984, is 41 years old.` },
  { title: 'after the birthday', text: `Mara Venn, born in 1984, is 42 years old.` },
  {
    title: 'an age without the day of the article',
    text: `Mara Venn, born in 1984, is 47 years old.`,
    published: null,
  },
  { title: 'a life', text: `Odd Sarre (1931–2004) died aged 72.` },

  // Numbers in words, in Korean signs and in money.
  {
    title: 'number words above a hundred',
    text: `Two hundred and fifty men and one hundred and forty women came, three hundred and ninety in all.`,
  },
  {
    title: 'a size that is no number',
    text: `The fire took 3 shops, dozens of homes and 5 schools, 90 in total.`,
  },
  {
    title: 'a fifth, as a word',
    text: `A fifth of them went by boat, 40% by bus and the remaining 40% on foot.`,
  },
  {
    title: 'or more, said behind',
    text: `The bank holds 300 or more boats and 20 barges, 350 in all.`,
  },
  {
    title: 'money in millions',
    text: `The fund paid $2.4 million for 600 homes, or $4,000 each.`,
  },
  {
    title: 'four digits that count',
    text: `Of 4000 residents, 2000 people left, or 50%.`,
  },
  {
    title: 'Korean signs of magnitude',
    text: `이재민은 총 3만 5천 명(남성 2만 1천 명, 여성 1만 4천 명)이다.`,
    language: 'ko',
  },
  {
    title: 'more than, in Korean',
    text: `주민 200명 이상 중 50명(20%)이 반대했다.`,
    language: 'ko',
  },
]
