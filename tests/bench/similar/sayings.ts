/** A claim as it is sought, claims that say the same in other words, and claims that sound alike and say something else. */
export type Saying = { sought: string; same: string[]; apart: string[] }

/**
 * The evaluation set: our own sentences about places and people that do not exist, in several topics. What is apart has
 * another number, another place, another time, or turns it round.
 */
export const sayings: Saying[] = [
  {
    sought: 'Unemployment in Arvenholt fell to 4.1 per cent in the spring of 2025.',
    same: [
      'In spring 2025 only 4.1 per cent of people in Arvenholt were without a job, so unemployment was down.',
      'The jobless rate in Arvenholt dropped to 4.1 per cent last spring.',
      'Arvenholt’s unemployment is at 4.1 per cent, the minister boasts.',
    ],
    apart: [
      'Unemployment in Besselmark fell to 6.3 per cent in the spring of 2025.',
      'Youth unemployment in Arvenholt rose to 11 per cent.',
      'Wages in Arvenholt rose by 4.1 per cent in the spring.',
    ],
  },
  {
    sought: 'The Karsell dam had been inspected three weeks before it broke.',
    same: [
      'Inspectors visited the dam at Karsell three weeks before the breach.',
      'Just three weeks ahead of its collapse, the Karsell dam passed an inspection.',
    ],
    apart: [
      'The Karsell dam was built in 1961 and holds eight million cubic metres.',
      'The Ombry dam had not been inspected for eleven years.',
      'Three weeks after the breach, two thousand people still lived in tents.',
    ],
  },
  {
    sought: 'Eating dark chocolate every day halves the risk of a stroke.',
    same: [
      'Daily dark chocolate cuts your risk of stroke in half.',
      'Whoever eats dark chocolate each day has half the stroke risk, a study says.',
    ],
    apart: [
      'Dark chocolate has more iron than spinach.',
      'Drinking coffee every day halves the risk of diabetes.',
      'A glass of wine every day lowers the risk of a stroke.',
    ],
  },
  {
    sought: 'The city of Dunmere spent 14 million on a bicycle bridge that nobody uses.',
    same: [
      'Dunmere’s unused bicycle bridge cost the city 14 million.',
      'Nobody rides over the bridge for bicycles on which Dunmere spent 14 million.',
    ],
    apart: [
      'The city of Dunmere spent 3 million on a new library.',
      'Hallvik’s bridge for trains cost 140 million.',
      'Bicycle traffic in Dunmere doubled within a year.',
    ],
  },
  {
    sought: 'Vaccinated children get asthma twice as often as others.',
    same: [
      'Asthma is two times as frequent in vaccinated children.',
      'Children who were vaccinated are twice as likely to have asthma.',
    ],
    apart: [
      'Children who live on farms get asthma half as often.',
      'Vaccinated adults get the flu less often than others.',
      'Asthma kills twenty children a year in Cordovia.',
    ],
  },
  {
    sought: 'Half of all wind turbines in Fellsund stood still last winter.',
    same: [
      'Last winter one in two of Fellsund’s wind turbines was standing still.',
      'Of the turbines in Fellsund, half did not turn in winter.',
    ],
    apart: [
      'Wind turbines in Fellsund supply 200,000 households.',
      'Half of the coal plants in Garrowen stood still last winter.',
      'A wind turbine in Fellsund burnt down in winter.',
    ],
  },
  {
    sought: 'The new asylum law lets 90,000 migrants into Iskeld each year.',
    same: [
      'Under the new law on asylum, 90,000 migrants a year may come to Iskeld.',
      'Iskeld’s asylum law means 90,000 migrants every year.',
    ],
    apart: [
      'Iskeld deported 900 migrants last year.',
      'The new tax law brings Iskeld 90 million each year.',
      'The old asylum law of Jorund was declared void.',
    ],
  },
  {
    sought: 'Mobile phone masts in Eskerby cause headaches in one resident in five.',
    same: [
      'One in five residents of Eskerby has headaches from the phone masts.',
      'Because of mobile masts, 20 per cent in Eskerby suffer headaches, one resident in five.',
    ],
    apart: [
      'Eskerby has five mobile phone masts.',
      'One resident in five of Eskerby has no mobile phone.',
      'Noise from the airport causes headaches in Lindholm.',
    ],
  },
  {
    sought: 'The prime minister promised in 2021 never to raise the fuel tax.',
    same: [
      'In 2021 the prime minister’s promise was that the tax on fuel would never rise.',
      'Never would the fuel tax be raised, the prime minister said in 2021.',
    ],
    apart: [
      'The prime minister raised the tobacco tax in 2021.',
      'The opposition promised to abolish the fuel tax.',
      'The fuel tax brings the state nine billion a year.',
    ],
  },
  {
    sought: 'Crime in the harbour district of Tamsin has tripled since 2019.',
    same: [
      'Since 2019 there is three times as much crime in Tamsin’s harbour district; it tripled.',
      'The harbour district in Tamsin: crime tripled within six years, since 2019.',
    ],
    apart: [
      'Rents in the harbour district of Tamsin have doubled since 2019.',
      'Crime in the old town of Norrvik has halved since 2019.',
      'The police of Tamsin have 300 fewer officers than in 2019.',
    ],
  },
  {
    sought: 'The picture shows a shark swimming on a flooded motorway in Calder Bay.',
    same: [
      'A shark swims along the flooded motorway at Calder Bay, as a picture shows.',
      'Photo of a shark on a motorway in Calder Bay after the flood.',
    ],
    apart: [
      'A shark was caught off Calder Bay that weighed 800 kilos.',
      'The motorway to Calder Bay was flooded for two days.',
      'The picture shows a crocodile in a flooded cellar in Ombry.',
    ],
  },
  {
    sought: 'Teachers in Lindholm earn less than cashiers.',
    same: [
      'A cashier in Lindholm is paid more than a teacher.',
      'Lindholm pays teachers lower wages than cashiers earn.',
    ],
    apart: [
      'Teachers in Lindholm work 52 hours a week.',
      'Cashiers in Norrvik went on strike.',
      'Lindholm lacks 400 teachers.',
    ],
  },
  {
    sought: 'The glacier above Varde has grown for three years in a row.',
    same: [
      'For the third year in a row, the glacier at Varde is growing.',
      'Varde’s glacier grew three years running.',
    ],
    apart: [
      'The glacier above Varde lost 40 metres since 1990.',
      'The lake below the glacier of Tveit has grown.',
      'Three climbers died on the glacier above Varde.',
    ],
  },
  {
    sought: 'The water utility of Solberg puts fluoride into drinking water against the law.',
    same: [
      'Against the law, fluoride is added to Solberg’s drinking water by the utility.',
      'Solberg’s water utility illegally adds fluoride to the drinking water.',
    ],
    apart: [
      'The water utility of Solberg raised its price by a tenth.',
      'Drinking water in Varde contains lead.',
      'Fluoride in toothpaste protects children’s teeth.',
    ],
  },
  {
    sought: 'The hospital in Brekke closed its maternity ward because midwives left.',
    same: [
      'Brekke’s hospital shut the maternity ward after its midwives had left.',
      'Since midwives left, there is no maternity ward at the hospital of Brekke any more: it was closed.',
    ],
    apart: [
      'The hospital in Brekke treated 40,000 patients.',
      'The maternity ward in Solberg is the largest of the country.',
      'Midwives in Tveit demand higher pay.',
    ],
  },
  {
    sought: 'The mayor of Norrvik owns shares in the firm that builds the new stadium.',
    same: [
      'Norrvik’s mayor holds shares of the company building the stadium.',
      'The firm building Norrvik’s new stadium is partly owned by the mayor, who has shares.',
    ],
    apart: [
      'The new stadium of Norrvik costs 85 million.',
      'The mayor of Brekke owns three houses.',
      'The firm that builds the stadium in Tamsin went bankrupt.',
    ],
  },
  {
    sought: 'The border at Kestrel Pass was open to lorries during the whole epidemic.',
    same: [
      'All through the epidemic lorries could cross the border at Kestrel Pass.',
      'Kestrel Pass: during the epidemic the border was never closed to lorries.',
    ],
    apart: [
      'The border at Kestrel Pass is 1,900 metres high.',
      'Schools in Garrowen were open during the whole epidemic.',
      'A lorry crashed at Kestrel Pass.',
    ],
  },
  {
    sought: 'Electric cars catch fire more often than cars with petrol engines.',
    same: [
      'Fires are more frequent in electric cars than in petrol cars.',
      'Compared with petrol engines, electric cars more often burn: they catch fire.',
    ],
    apart: [
      'Electric cars cost more than cars with petrol engines.',
      'Every third new car in Hallvik is electric.',
      'Petrol engines will be forbidden from 2035.',
    ],
  },
  {
    sought: 'The national museum in Ostrava Bay sold forged paintings for 30 years.',
    same: [
      'For 30 years forged paintings were sold by the national museum at Ostrava Bay.',
      'Ostrava Bay’s national museum has been selling forgeries, forged paintings, for three decades.',
    ],
    apart: [
      'The national museum in Ostrava Bay was closed for 3 years.',
      'A painting worth nine million was stolen in Ostrava Bay.',
      'The museum of Eskerby has 30 paintings by women.',
    ],
  },
  {
    sought: 'Pensioners in Garrowen must pay tax on their pensions from January.',
    same: [
      'From January on, Garrowen’s pensioners have to pay tax on pensions.',
      'Garrowen taxes pensions of pensioners, beginning in January.',
    ],
    apart: [
      'Pensions in Garrowen rise by two per cent in January.',
      'Pensioners in Iskeld travel free of charge.',
      'From January companies in Jorund must pay a tax on plastic.',
    ],
  },
  {
    sought: 'The election in Jorund was won by 537 votes.',
    same: [
      'Only 537 votes decided the election in Jorund.',
      'Jorund’s election: won with a lead of 537 votes.',
    ],
    apart: [
      'In the election in Jorund 53 per cent voted.',
      'The election in Cordovia was won by 12,000 votes.',
      '537 people died on the roads of Jorund.',
    ],
  },
  {
    sought: 'Scientists found microplastics in every bottle of mineral water they tested.',
    same: [
      'In all bottles of mineral water that were tested, scientists found microplastics.',
      'Every tested bottle of mineral water contained microplastics, according to scientists.',
    ],
    apart: [
      'Scientists found a new species of frog in a bottle.',
      'Mineral water costs ten times as much as tap water.',
      'Microplastics were found in the snow of Tveit.',
    ],
  },
  {
    sought: 'The airline Nordvind lost 2,000 suitcases in one weekend.',
    same: [
      'In a single weekend 2,000 suitcases were lost by Nordvind.',
      'Nordvind, the airline, lost suitcases of 2,000 travellers at the weekend.',
    ],
    apart: [
      'The airline Nordvind dismissed 200 pilots.',
      'The railway of Iskeld lost 2,000 customers.',
      'Suitcases of the airline Solair may weigh 20 kilos.',
    ],
  },
  {
    sought: 'A fifth of the schools in Cordovia have no running water.',
    same: [
      'One fifth of Cordovia’s schools are without running water.',
      'In Cordovia a fifth of all schools lack running water.',
    ],
    apart: [
      'A fifth of the teachers in Cordovia are older than 60.',
      'Schools in Lindholm have no nurses.',
      'Running water costs Cordovia’s farmers a fifth of their income.',
    ],
  },
]
