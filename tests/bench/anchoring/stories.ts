/**
 * A sentence of a story and what an editor might make of it: other words, other words throughout, and another fact.
 * Written for this benchmark; the places and people are invented.
 */
export type Written = {
  is: string
  reworded: string
  rewritten: string
  corrected: string
  altering: Altering[]
}
/** In which of its other words it says something else after all. */
type Altering = 'reworded' | 'rewritten'
export type Story = { language: string; paragraphs: Written[][] }

const written = (
  is: string,
  reworded: string,
  rewritten: string,
  corrected: string,
  altering: Altering[] = [],
): Written => ({ is, reworded, rewritten, corrected, altering })

export const stories: Story[] = [
  {
    language: 'en',
    paragraphs: [
      [
        written(
          'The Harrow dam failed shortly before dawn on Monday, sending a wall of water through the lower valley.',
          'The Harrow dam gave way shortly before dawn on Monday, sending a torrent of water through the lower valley.',
          'Shortly before dawn on Monday a torrent swept the lower valley when the Harrow dam gave way.',
          'The Harrow dam failed shortly before dawn on Sunday, sending a wall of water through the lower valley.',
        ),
        written(
          'Two thousand people were driven from their homes, according to the county council.',
          'Two thousand people were forced from their homes, according to the county council.',
          'The county council says it was forced to move two thousand people out of their homes.',
          'Three thousand people were driven from their homes, according to the county council.',
        ),
        written(
          'About 500 of them spent the night on camp beds in the sports hall of Wexley School.',
          'About 500 of them passed the night on camp beds in the gymnasium of Wexley School.',
          'The gymnasium of Wexley School had camp beds for about 500 of them during the night.',
          'About 700 of them spent the night on camp beds in the sports hall of Wexley School.',
        ),
      ],
      [
        written(
          'Northgate reported 14 flooded houses.',
          'Northgate counted 14 flooded houses.',
          'In Northgate there were 14 flooded houses.',
          'Northgate reported 19 flooded houses.',
        ),
        written(
          'Southgate reported 41 flooded houses.',
          'Southgate counted 41 flooded houses.',
          'In Southgate there were 41 flooded houses.',
          'Southgate reported 46 flooded houses.',
        ),
        written(
          'The mayor, Ines Calder, said the six warning sirens had been tested in March.',
          'The mayor, Ines Calder, insisted the six warning sirens had been checked in March.',
          'All six warning sirens were checked in March, the mayor, Ines Calder, insisted.',
          'The mayor, Ines Calder, said the six warning sirens had not been tested in March.',
        ),
      ],
      [
        written(
          '“Nobody on our street heard a siren, and we were awake,” said Petra Molnar, who lives beside the weir.',
          '“Nobody on our street heard a siren, and we were up,” said Petra Molnar, who lives next to the weir.',
          'Petra Molnar, who lives next to the weir, was up and said nobody on her street heard a siren.',
          '“Nobody on our street heard a siren, and we were awake,” said Petra Moran, who lives beside the weir.',
          // Rewritten, what stood in quotation marks is no longer quoted.
          ['rewritten'],
        ),
        written(
          'An inspection in 2019 had described the spillway as “in need of urgent repair”.',
          'A survey in 2019 had described the spillway as “in need of urgent repair”.',
          'The spillway was “in need of urgent repair”, a survey found in 2019.',
          'An inspection in 2021 had described the spillway as “in need of urgent repair”.',
        ),
        written(
          'The operator spent €3.2 million on the repairs and declared them complete last autumn.',
          'The operator put €3.2 million into the repairs and called them complete last autumn.',
          'Last autumn the operator, having put €3.2 million into the repairs, called them complete.',
          'The operator spent €2.3 million on the repairs and declared them complete last autumn.',
        ),
        written(
          'Engineers expect the search for the cause to take several weeks 🔍.',
          'Engineers expect the hunt for the cause to last several weeks 🔍.',
          'The hunt for the cause may last several weeks, engineers expect 🔍.',
          'Engineers expect the search for the cause to take several months 🔍.',
        ),
      ],
    ],
  },
  {
    language: 'en',
    paragraphs: [
      [
        written(
          'Rents in the port city have risen faster than wages in each of the past five years, a new report claims.',
          'Rents in the port city have climbed faster than pay in each of the past five years, a new study claims.',
          'A new study claims that pay has lagged behind rents in the port city in each of the past five years.',
          'Rents in the port city have risen faster than wages in each of the past seven years, a new report claims.',
        ),
        written(
          'The average flat now costs 1,140 crowns a month, up from 870 in 2020.',
          'The typical flat now costs 1,140 crowns a month, up from 870 in 2020.',
          'Tenants of a typical flat pay 1,140 crowns a month now, against 870 in 2020.',
          'The average flat now costs 1,410 crowns a month, up from 870 in 2020.',
        ),
        written(
          'Tenants’ groups called the figures a disgrace and asked for a freeze until the next election.',
          'Tenants’ groups called the numbers a scandal and demanded a freeze until the next election.',
          'A freeze until the next election is what tenants’ groups demanded, calling the numbers a scandal.',
          'Landlords’ groups called the figures a disgrace and asked for a freeze until the next election.',
        ),
      ],
      [
        written(
          'In the Old Harbour district, 38 per cent of households spend more than half of their income on rent.',
          'In the Old Harbour district, 38 per cent of households put more than half of their earnings into rent.',
          'More than half of their earnings goes into rent for 38 per cent of households in the Old Harbour district.',
          'In the Old Harbour district, 38 per cent of households spend less than half of their income on rent.',
        ),
        written(
          'In the New Harbour district, 22 per cent of households do so.',
          'In the New Harbour district, 22 per cent of homes do so.',
          'The share in the New Harbour district is 22 per cent.',
          'In the New Harbour district, 27 per cent of households do so.',
        ),
        written(
          'The housing minister, Aleko Brandt, disputed the method but did not offer figures of his own.',
          'The housing minister, Aleko Brandt, questioned the method but did not present figures of his own.',
          'Without figures of his own to present, the housing minister, Aleko Brandt, questioned the method.',
          'The housing minister, Aleko Brandt, disputed the method and offered figures of his own.',
        ),
        written(
          'Critics say the sample of 900 tenants is too small to speak for a city of 310,000.',
          'Critics argue the sample of 900 tenants is too small to stand for a city of 310,000.',
          'A city of 310,000 cannot be judged by a sample of 900 tenants, critics argue.',
          'Critics say the sample of 600 tenants is too small to speak for a city of 310,000.',
        ),
        written(
          'The authors answer that they weighted their sample by age, income and district.',
          'The authors reply that they weighted their sample by age, earnings and district.',
          'Age, earnings and district were used to weight the sample, the authors reply.',
          'The authors answer that they never weighted their sample by age, income and district.',
        ),
      ],
      [
        written(
          'Construction has slowed: only 412 permits were issued in the first half of the year.',
          'Building has slowed: only 412 permits were granted in the first half of the year.',
          'With only 412 permits granted in the first half of the year, building has slowed.',
          'Construction has slowed: only 421 permits were issued in the first half of the year.',
        ),
        written(
          'A bill to tax empty flats is due before parliament in October.',
          'A bill to tax vacant flats comes before parliament in October.',
          'Parliament will look at a bill to tax vacant flats in October.',
          'A bill to tax empty flats is due before parliament in November.',
        ),
      ],
    ],
  },
  {
    language: 'en',
    paragraphs: [
      [
        written(
          'The vaccine campaign reached its millionth dose on Thursday, the health authority announced.',
          'The vaccine campaign passed its millionth dose on Thursday, the health authority said.',
          'On Thursday, the health authority said, the millionth dose of the vaccine campaign was given.',
          'The vaccine campaign reached its millionth dose on Friday, the health authority announced.',
        ),
        written(
          'It took eleven weeks, three fewer than planned.',
          'It needed eleven weeks, three fewer than planned.',
          'Eleven weeks were needed where fourteen had been planned.',
          'It took eleven weeks, two fewer than planned.',
        ),
        written(
          'Side effects were reported by 1 in 240 people, nearly all of them mild.',
          'Side effects were noted by 1 in 240 people, nearly all of them slight.',
          'Nearly all side effects, noted by 1 in 240 people, were slight.',
          'Side effects were reported by 1 in 420 people, nearly all of them mild.',
        ),
        written(
          'Nine people were taken to hospital; all have since gone home.',
          'Nine people were admitted to hospital; all have since gone home.',
          'Of nine people admitted to hospital, all are home again.',
          'Nine people were taken to hospital; most have since gone home.',
        ),
      ],
      [
        written(
          'Posts shared more than 80,000 times claim that the authority hid a list of deaths.',
          'Posts passed on more than 80,000 times claim that the authority concealed a list of deaths.',
          'The authority concealed a list of deaths, say posts that were passed on more than 80,000 times.',
          'Posts shared more than 8,000 times claim that the authority hid a list of deaths.',
        ),
        written(
          'The document they show is real, but it lists every death in the region, whatever its cause.',
          'The paper they show is real, but it lists every death in the region, whatever its cause.',
          'They show a real paper that lists all deaths in the region, whatever the cause.',
          'The document they show is forged, and it lists every death in the region, whatever its cause.',
        ),
        written(
          'Dr Selma Okafor, who compiled it, said she was “astonished” by what was made of it.',
          'Dr Selma Okafor, who put it together, said she was “astonished” by what was made of it.',
          'What was made of it left Dr Selma Okafor, who put it together, “astonished”.',
          'Dr Selma Okafor, who compiled it, said she was not “astonished” by what was made of it.',
        ),
      ],
      [
        written(
          'The region counted 2,310 deaths that quarter and 2,298 in the same quarter a year before.',
          'The region recorded 2,310 deaths that quarter and 2,298 in the same quarter a year before.',
          'There were 2,310 deaths in the region that quarter, against 2,298 a year before.',
          'The region counted 2,130 deaths that quarter and 2,298 in the same quarter a year before.',
        ),
        written(
          'The platform has put a note beneath the most shared of the posts.',
          'The platform has placed a notice beneath the most shared of the posts.',
          'Beneath the most shared of the posts there is a notice of the platform.',
          'The platform has not put a note beneath the most shared of the posts.',
        ),
        written(
          'Read more about how we check numbers.',
          'Learn more about how we check numbers.',
          'How do we check numbers? Learn more.',
          'Read more about how we check 12 numbers.',
        ),
      ],
    ],
  },
  {
    language: 'ko',
    paragraphs: [
      [
        written(
          '하로 댐이 월요일 새벽 무너지면서 아래 골짜기로 큰물이 쏟아졌다.',
          '하로 댐이 월요일 새벽 붕괴하면서 아래 골짜기로 큰물이 쏟아졌다.',
          '월요일 새벽 붕괴한 하로 댐에서 큰물이 아래 골짜기로 흘러내렸다.',
          '하로 댐이 일요일 새벽 무너지면서 아래 골짜기로 큰물이 쏟아졌다.',
        ),
        written(
          '군의회에 따르면 주민 2000명이 집을 떠나야 했다.',
          '군의회에 따르면 주민 2000명이 집에서 나와야 했다.',
          '주민 2000명이 집에서 나와야 했다고 군의회가 밝혔다.',
          '군의회에 따르면 주민 3000명이 집을 떠나야 했다.',
        ),
        written(
          '시장은 경보 장치 여섯 대를 3월에 시험했다고 말했다.',
          '시장은 경보 장치 여섯 대를 3월에 점검했다고 말했다.',
          '경보 장치 여섯 대는 3월에 점검을 마쳤다고 시장이 밝혔다.',
          '시장은 경보 장치 여섯 대를 5월에 시험했다고 말했다.',
        ),
        written(
          '전문가들은 원인을 밝히는 데 몇 주가 걸릴 것으로 본다.',
          '전문가들은 원인을 찾는 데 몇 주가 걸릴 것으로 본다.',
          '원인을 찾기까지 몇 주가 필요하다고 전문가들은 본다.',
          '전문가들은 원인을 밝히는 데 6 주가 걸릴 것으로 본다.',
        ),
      ],
    ],
  },
  {
    language: 'ar',
    paragraphs: [
      [
        written(
          'انهار سد هارو قبل فجر الاثنين فاندفعت المياه نحو الوادي الأسفل.',
          'تهدم سد هارو قبل فجر الاثنين فاندفعت المياه نحو الوادي الأسفل.',
          'اندفعت المياه نحو الوادي الأسفل بعد أن تهدم سد هارو فجر الاثنين.',
          'انهار سد هارو قبل فجر الأحد فاندفعت المياه نحو الوادي الأسفل.',
          // Rewritten, it failed at dawn and not before.
          ['rewritten'],
        ),
        written(
          'قال مجلس المقاطعة إن 2000 شخص غادروا منازلهم خلال الليل.',
          'ذكر مجلس المقاطعة إن 2000 شخص غادروا منازلهم خلال الليل.',
          'خلال الليل غادر 2000 شخص منازلهم كما ذكر مجلس المقاطعة.',
          'قال مجلس المقاطعة إن 3000 شخص غادروا منازلهم خلال الليل.',
        ),
        written(
          'وأكدت رئيسة البلدية أن صفارات الإنذار الست اختبرت في مارس الماضي.',
          'وأوضحت رئيسة البلدية أن صفارات الإنذار الست اختبرت في مارس الماضي.',
          'صفارات الإنذار الست اختبرت في مارس الماضي كما أوضحت رئيسة البلدية.',
          'وأكدت رئيسة البلدية أن صفارات الإنذار الست لم تختبر في مارس الماضي.',
        ),
        written(
          'ويتوقع المهندسون أن يستغرق البحث عن السبب عدة أسابيع.',
          'ويرجح المهندسون أن يستغرق البحث عن السبب عدة أسابيع.',
          'البحث عن السبب سيستغرق عدة أسابيع كما يرجح المهندسون.',
          'ويتوقع المهندسون أن يستغرق البحث عن السبب 4 أسابيع.',
        ),
      ],
    ],
  },
  {
    language: 'de',
    paragraphs: [
      [
        written(
          'Der Deich bei Tannau brach am Dienstag kurz nach Mitternacht auf einer Länge von dreißig Metern.',
          'Der Deich bei Tannau riss am Dienstag kurz nach Mitternacht auf einer Länge von dreißig Metern.',
          'Auf einer Länge von dreißig Metern riss am Dienstag kurz nach Mitternacht der Deich bei Tannau auf.',
          'Der Deich bei Tannau brach am Dienstag kurz nach Mitternacht auf einer Länge von vierzig Metern.',
        ),
        written(
          'Nach Angaben des Landkreises mussten 1200 Menschen ihre Häuser verlassen.',
          'Wie der Landkreis sagt, mussten 1200 Menschen ihre Häuser verlassen.',
          'Ihre Häuser verlassen mussten 1200 Menschen, wie der Landkreis sagt.',
          'Nach Angaben des Landkreises mussten 2100 Menschen ihre Häuser verlassen.',
        ),
        written(
          'Bürgermeisterin Karin Ahlers sagte, die Pumpen seien im Frühjahr geprüft worden.',
          'Bürgermeisterin Karin Ahlers erklärte, die Pumpen seien im Frühjahr gewartet worden.',
          'Im Frühjahr seien die Pumpen gewartet worden, erklärte Bürgermeisterin Karin Ahlers.',
          'Bürgermeisterin Karin Ahlers sagte, die Pumpen seien im Frühjahr nicht geprüft worden.',
        ),
      ],
      [
        written(
          'Fast alle Felder am Unterlauf stehen seit Mittwoch unter Wasser.',
          'Fast alle Felder am Unterlauf liegen seit Mittwoch unter Wasser.',
          'Unter Wasser liegen seit Mittwoch am Unterlauf fast alle Felder.',
          'Alle Felder am Unterlauf stehen seit Mittwoch unter Wasser.',
        ),
        written(
          'Die Versicherer rechnen mit Schäden von acht Millionen Euro.',
          'Die Versicherer gehen von Schäden in Höhe von acht Millionen Euro aus.',
          'Schäden von acht Millionen Euro werden es sein, vermuten die Versicherer.',
          'Die Versicherer rechnen mit Schäden von acht Milliarden Euro.',
        ),
        written(
          'Das Ingenieurbüro Brandt hatte vor zwei Jahren vor Rissen gewarnt.',
          'Das Ingenieurbüro Brandt hatte vor zwei Jahren auf Risse hingewiesen.',
          'Auf Risse hingewiesen hatte vor zwei Jahren schon das Ingenieurbüro Brandt.',
          'Das Ingenieurbüro Brandt hatte vor zehn Jahren vor Rissen gewarnt.',
        ),
      ],
    ],
  },
  {
    language: 'ko',
    paragraphs: [
      [
        written(
          '미르시 보건소는 지난주 독감 환자 340명을 진료했다고 밝혔다.',
          '미르시 보건소는 지난주 독감 환자 340명을 진료했다고 전했다.',
          '지난주 독감으로 진료한 환자는 340명이라고 미르시 보건소가 전했다.',
          '미르시 보건소는 지난주 독감 환자 430명을 진료했다고 밝혔다.',
        ),
        written(
          '이 가운데 아이 여섯 명은 중환자실에서 치료를 받고 있다.',
          '이 가운데 아이 여섯 명은 중환자실에 머물고 있다.',
          '중환자실에는 아이 여섯 명이 머물고 있는 것으로 나타났다.',
          '이 가운데 아이 아홉 명은 중환자실에서 치료를 받고 있다.',
        ),
        written(
          '정하늘 원장은 백신이 거의 모든 병원에 남아 있다고 설명했다.',
          '정하늘 원장은 백신이 거의 모든 병원에 남아 있다고 강조했다.',
          '거의 모든 병원에 백신이 남아 있다는 것이 정하늘 원장의 말이다.',
          '정하늘 원장은 백신이 모든 병원에 남아 있다고 설명했다.',
        ),
      ],
      [
        written(
          '학교 열두 곳은 월요일까지 문을 닫기로 했다.',
          '학교 열두 곳은 월요일까지 쉬기로 했다.',
          '월요일까지 쉬기로 한 학교는 열두 곳이다.',
          '학교 열두 곳은 금요일까지 문을 닫기로 했다.',
        ),
        written(
          '한동우 시장은 예산이 모자라지 않다고 거듭 말했다.',
          '한동우 시장은 예산이 모자라지 않다고 다시 강조했다.',
          '예산이 모자라지 않다는 말을 한동우 시장은 다시 꺼냈다.',
          '권민호 시장은 예산이 모자라지 않다고 거듭 말했다.',
        ),
        written(
          '약국들은 해열제를 하루 두 상자만 팔고 있다.',
          '약국들은 해열제를 하루 두 상자만 내놓고 있다.',
          '하루 두 상자만 해열제를 내놓는 것이 약국들의 방침이다.',
          '약국들은 해열제를 하루 세 상자만 팔고 있다.',
        ),
      ],
    ],
  },
  {
    language: 'ar',
    paragraphs: [
      [
        written(
          'أعلنت بلدية مرسى أن الحريق أتى على 40 هكتارا من الغابة.',
          'ذكرت بلدية مرسى أن الحريق أتى على 40 هكتارا من الغابة.',
          'أتى الحريق على 40 هكتارا من الغابة كما ذكرت بلدية مرسى.',
          'أعلنت بلدية مرسى أن الحريق أتى على 40 مترا من الغابة.',
        ),
        written(
          'ونقلت سيارات الإسعاف خمسة رجال إلى مستشفى النور.',
          'وحملت سيارات الإسعاف خمسة رجال إلى مستشفى النور.',
          'إلى مستشفى النور حملت سيارات الإسعاف خمسة رجال.',
          'ونقلت سيارات الإسعاف سبعة رجال إلى مستشفى النور.',
        ),
        written(
          'وقال المهندس سامي الحلبي إن الأنابيب كانت جافة منذ أسبوعين.',
          'وأوضح المهندس سامي الحلبي إن الأنابيب كانت جافة منذ أسبوعين.',
          'كانت الأنابيب جافة منذ أسبوعين كما أوضح المهندس سامي الحلبي.',
          'وقال المهندس خالد الحلبي إن الأنابيب كانت جافة منذ أسبوعين.',
        ),
      ],
      [
        written(
          'وأغلقت الشرطة معظم الطرق المؤدية إلى القرية مساء الخميس.',
          'وقطعت الشرطة معظم الطرق المؤدية إلى القرية مساء الخميس.',
          'مساء الخميس قطعت الشرطة معظم الطرق المؤدية إلى القرية.',
          'وأغلقت الشرطة كل الطرق المؤدية إلى القرية مساء الخميس.',
        ),
        written(
          'وتقدر الوزارة الخسائر بنحو ثلاثة ملايين دينار.',
          'وتحسب الوزارة الخسائر بنحو ثلاثة ملايين دينار.',
          'نحو ثلاثة ملايين دينار هي الخسائر كما تحسبها الوزارة.',
          'وتقدر الوزارة الخسائر بنحو ثلاثة ملايين دولار.',
        ),
        written(
          'ووعدت المحافظة بتعويض السكان قبل نهاية مارس.',
          'وتعهدت المحافظة بتعويض السكان قبل نهاية مارس.',
          'قبل نهاية مارس سيعوض السكان كما تعهدت المحافظة.',
          'ووعدت المحافظة بتعويض السكان قبل نهاية مايو.',
        ),
      ],
    ],
  },
  {
    language: 'en',
    paragraphs: [
      [
        written(
          'The ferry Aster ran aground off Marrow Point on Friday night with 212 passengers on board.',
          'The ferry Aster struck a sandbank off Marrow Point on Friday night with 212 passengers aboard.',
          'With 212 passengers aboard, the ferry Aster struck a sandbank off Marrow Point on Friday night.',
          'The ferry Astra ran aground off Marrow Point on Friday night with 212 passengers on board.',
        ),
        written(
          'Crews had taken everybody off before the tide turned, the coastguard said.',
          'Crews had brought everybody ashore before the tide turned, the coastguard reported.',
          'Everybody had been brought ashore by crews before the tide turned, the coastguard reported.',
          'Crews had taken everybody off after the tide turned, the coastguard said.',
        ),
        written(
          'Three people were treated for bruises around midday and have since returned home.',
          'Three people were treated for bruises around midday and are back home.',
          'Back home are three people whose bruises were treated around midday.',
          'Thirteen people were treated for bruises around midday and have since returned home.',
        ),
      ],
      [
        written(
          'The line carried 96,000 people last year, up from 71,000 the year before.',
          'The line moved 96,000 people last year, compared with 71,000 the year before.',
          'Last year 96,000 people took the line, compared with 71,000 the year before.',
          'The line carried 69,000 people last year, down from 71,000 the year before.',
        ),
        written(
          'Its owner, Dalby Lines, set up a fund of about two million crowns for those on board.',
          'Its owner, Dalby Lines, started a fund of about two million crowns for those on board.',
          'Those on board can draw on a fund of about two million crowns from the owner, Dalby Lines.',
          'Its owner, Dalby Lines, set up a fund of two million crowns for those on board.',
        ),
        written(
          'The captain did not answer questions about the course that the ship took.',
          'The captain would answer no questions about the course that the ship took.',
          'Questions about the course that the ship took were left unanswered by the captain.',
          'The captain did answer questions about the course that the ship took.',
        ),
        written(
          'Every lifeboat had been inspected in the past two years, the owner says.',
          'All lifeboats had been checked in the past two years, the owner says.',
          'In the past two years, says the owner, inspectors looked at every lifeboat.',
          'Nearly every lifeboat had been inspected in the past two years, the owner says.',
        ),
      ],
      [
        written(
          'The case comes before the maritime court next week.',
          'The case goes to the maritime court next week.',
          'Next week it is for the maritime court to look at the case.',
          'The case comes before the maritime court next month.',
        ),
        written(
          'Union leaders want the inquiry to last until the wreck has been lifted.',
          'Union leaders want the inquiry to go on until the wreck has been raised.',
          'Until the wreck has been raised the inquiry should go on, union leaders demand.',
          'Union leaders want the inquiry to end before the wreck has been lifted.',
        ),
        written(
          'Residents next to the harbour had complained about the lights for years.',
          'Residents beside the harbour had complained of the lights for years.',
          'For years the lights had been a complaint of residents beside the harbour.',
          'Residents next to the harbour had never complained about the lights.',
        ),
      ],
    ],
  },
  {
    language: 'de',
    paragraphs: [
      [
        written(
          'In Weilburg hat am Montag ein Feuer die Werkhalle der Firma Oster zerstört.',
          'In Weilburg hat am Montag ein Brand die Produktion der Firma Oster vernichtet.',
          'Ein Brand hat am Montag die Halle vernichtet, in der die Firma Oster in Weilburg arbeitet.',
          'In Marburg hat am Montag ein Feuer die Werkhalle der Firma Oster zerstört.',
        ),
        written(
          'Verletzt wurde niemand, weil die Frühschicht noch nicht begonnen hatte.',
          'Zu Schaden kam niemand, weil die Frühschicht noch nicht begonnen hatte.',
          'Weil die Frühschicht noch nicht begonnen hatte, kam niemand zu Schaden.',
          'Verletzt wurde niemand, weil die Frühschicht schon begonnen hatte.',
        ),
        written(
          'Der Brandmeister Jonas Feld schätzt den Schaden auf rund drei Millionen Euro.',
          'Der Brandmeister Jonas Feld beziffert den Verlust auf rund drei Millionen Euro.',
          'Auf rund drei Millionen Euro beziffert der Brandmeister Jonas Feld den Verlust.',
          'Der Brandmeister Tobias Feld schätzt den Schaden auf rund drei Millionen Euro.',
        ),
        written(
          'Anwohner sollten wegen des Rauchs ihre Fenster geschlossen halten.',
          'Nachbarn sollten wegen des Qualms ihre Fenster zulassen.',
          'Wegen des Qualms bat man die Nachbarschaft, Fenster und Türen zuzulassen.',
          'Anwohner sollten wegen des Rauchs drei Tage ihre Fenster geschlossen halten.',
        ),
      ],
      [
        written(
          'Nach Einschätzung der Polizei brach das Feuer in einem Lager für Lacke aus.',
          'Der Polizei zufolge entstand der Brand in einem Lager für Farben.',
          'Entstanden ist der Brand der Polizei zufolge dort, wo Farben lagerten.',
          'Nach Einschätzung der Polizei brach das Feuer in zwei Lagern für Lacke aus.',
        ),
        written(
          'Die Gewerkschaft hatte schon im Mai vor defekten Leitungen gewarnt.',
          'Die Gewerkschaft hatte bereits im Mai auf schadhafte Leitungen hingewiesen.',
          'Bereits im Mai hatte die Gewerkschaft auf schadhafte Leitungen hingewiesen.',
          'Die Gewerkschaft hatte schon im März vor defekten Leitungen gewarnt.',
        ),
        written(
          'Brigitte Sommer, die den Betrieb seit zwölf Jahren leitet, sprach von einem schweren Tag.',
          'Brigitte Sommer, die das Werk seit zwölf Jahren führt, sprach von einem bitteren Tag.',
          'Von einem bitteren Tag sprach Brigitte Sommer, die das Werk seit zwölf Jahren führt.',
          'Brigitte Winter, die den Betrieb seit zwölf Jahren leitet, sprach von einem schweren Tag.',
        ),
        written(
          'Die Versicherung will alle Löhne bis zum Herbst übernehmen, meldet der Landkurier.',
          'Der Versicherer will jeden Lohn bis zum Herbst zahlen, meldet der Landkurier.',
          'Wie der Landkurier meldet, will der Versicherer bis zum Herbst für alle Löhne aufkommen.',
          'Die Versicherung will alle Löhne bis zum Sommer übernehmen, meldet der Landkurier.',
        ),
      ],
    ],
  },
]

/** Sentences that come in with a revision. Some are close to what stands in a story, as news repeats its phrases. */
export const newcomers = [
  'This article was corrected after it was published.',
  'The story is developing and will be added to.',
  'Eastgate reported 12 flooded houses.',
  'Firefighters from three neighbouring counties joined the search on Tuesday.',
  'The Old Bridge district was cut off until noon.',
  'According to the county council, schools stay closed.',
  'The minister’s office did not answer our questions.',
  'In the Mill Lane district, 31 per cent of households spend more than half of their income on heating.',
  'Critics say the survey of 900 landlords is too small.',
  'The authority announced a second campaign for Thursday.',
  'A spokesman for the operator said it would publish all of its records.',
  'Side effects of the older vaccine were reported by 1 in 90 people.',
  '당국은 추가 조사를 예고했다.',
  'وستنشر البلدية تقريرا جديدا.',
  'Der Landkreis will am Freitag neue Zahlen nennen.',
]
