import { expect, test } from 'vitest'
import { changeOf } from '../../server/article/revised/change'
import { namesIn } from '../../server/article/revised/telling/names'

/** What a change of one sentence in a text is, with nothing else known of the texts. */
function changeBetween(was: string, is: string, language: string | null) {
  return changeOf(was, is, {
    names: new Set([...namesIn(was, language), ...namesIn(is, language)]),
    language,
  })
}

const substantive = {
  'a number word': [
    ['de', 'Drei Häuser standen unter Wasser.', 'Vier Häuser standen unter Wasser.'],
    ['fr', 'La mairie a compté trois maisons.', 'La mairie a compté quatre maisons.'],
    ['es', 'El alcalde contó tres casas.', 'El alcalde contó cuatro casas.'],
    ['ko', '주민 세 명을 구조했다.', '주민 네 명을 구조했다.'],
    ['ar', 'أنقذ الجنود ثلاثة أشخاص.', 'أنقذ الجنود خمسة أشخاص.'],
  ],
  'a unit': [
    ['de', 'Das Öl lief 30 Kilometer weit.', 'Das Öl lief 30 Meter weit.'],
    ['fr', 'Ils ont gardé 20 tonnes de blé.', 'Ils ont gardé 20 litres de blé.'],
    ['es', 'Ardieron 40 hectáreas de bosque.', 'Ardieron 40 metros de bosque.'],
    ['ko', '기름이 30 킬로미터 흘렀다.', '기름이 30 미터 흘렀다.'],
    ['ar', 'احترقت 40 هكتارا من الغابة.', 'احترقت 40 مترا من الغابة.'],
  ],
  'how sure it is': [
    ['de', 'Der Deich ist angeblich gebrochen.', 'Der Deich ist gebrochen.'],
    ['fr', 'La digue est presque rompue.', 'La digue est rompue.'],
    ['es', 'Faltan casi todos los planos.', 'Faltan todos los planos.'],
    ['ko', '거의 모든 집이 잠겼다.', '모든 집이 잠겼다.'],
    ['ar', 'غرق معظم البيوت.', 'غرقت كل البيوت.'],
  ],
  'a day': [
    ['ko', '학교는 월요일까지 쉰다.', '학교는 금요일까지 쉰다.'],
    ['ar', 'انهار السد فجر الاثنين.', 'انهار السد فجر الأحد.'],
    ['de', 'Der Deich brach am Dienstag.', 'Der Deich brach am Mittwoch.'],
  ],
  'a name without capitals': [
    ['ko', '하로 댐이 새벽에 무너졌다.', '미르 댐이 새벽에 무너졌다.'],
    ['ko', '김민수는 답하지 않았다.', '박서준은 답하지 않았다.'],
    ['ko', '이경호 시장이 사과했다.', '한동우 시장이 사과했다.'],
    ['ar', 'انهار سد هارو قبل الفجر.', 'انهار سد كارسل قبل الفجر.'],
    ['ar', 'قال الوزير سامي إن السد سليم.', 'قال الوزير خالد إن السد سليم.'],
    ['zh', '张伟市长表示道歉。', '李娜市长表示道歉。'],
    ['ja', '田中氏は謝罪した。', '山田氏は謝罪した。'],
    ['ja', 'カルセルのダムが決壊した。', 'ハローのダムが決壊した。'],
  ],
  'a name that begins the sentence': [
    ['en', 'Ines Calder apologised for the delay.', 'Anna Calder apologised for the delay.'],
    ['fr', 'Claire Morel a présenté ses excuses.', 'Anne Morel a présenté ses excuses.'],
  ],
  'a unit of time that is one': [
    ['en', 'The vote is due next week.', 'The vote is due next month.'],
    ['en', 'The bridge opens in spring.', 'The bridge opens in autumn.'],
    ['de', 'Die Brücke öffnet im Sommer.', 'Die Brücke öffnet im Herbst.'],
    ['ko', '다리는 봄에 열린다.', '다리는 가을에 열린다.'],
  ],
  'a name among nouns that all have capitals': [
    ['de', 'In Köln brannte eine Halle.', 'In Bonn brannte eine Halle.'],
    ['de', 'Brigitte Sander leitet das Werk.', 'Brigitte Lorenz leitet das Werk.'],
    ['de', 'Die Ministerin Eva Kurz trat zurück.', 'Die Ministerin Anna Kurz trat zurück.'],
    ['de', 'Die Firma Oster zahlt.', 'Die Firma Wester zahlt.'],
    ['de', 'Das sei falsch, sagte Habermann.', 'Das sei falsch, sagte Steinmann.'],
    ['de', 'Die SPD stimmte zu.', 'Die CDU stimmte zu.'],
  ],
  'what its other senses do not take away': [
    ['en', 'About 500 people came.', 'Exactly 500 people came.'],
    ['en', 'Everybody was off before the tide turned.', 'Everybody was off after the tide turned.'],
    ['en', 'He was asked before the court ruled.', 'He was asked after the court ruled.'],
    ['en', 'It was 870, up from 600.', 'It was 870, down from 600.'],
    ['en', 'Rents were up.', 'Rents were down.'],
    ['en', 'It had been shut since 2019.', 'It had been shut until 2019.'],
    ['en', 'Prices went back to last year’s level.', 'Prices went back to next year’s level.'],
    ['en', 'He did not say who paid.', 'He did say who paid.'],
    ['de', 'Vor zwei Jahren brannte es.', 'Nach zwei Jahren brannte es.'],
    ['de', 'Über 300 Menschen kamen.', 'Unter 300 Menschen kamen.'],
    ['ar', 'انهار السد قبل أن يصل الجنود.', 'انهار السد بعد أن وصل الجنود.'],
  ],
} as const

for (const [what, changes] of Object.entries(substantive))
  for (const [language, was, is] of changes)
    test(`${what} (${language}): “${is}” says something else than “${was}”`, () => {
      expect(changeBetween(was, is, language)).toBe('substantive')
    })

for (const [language, was, is] of [
  ['en', 'The Harrow dam failed at dawn.', 'That Harrow dam failed at dawn.'],
  ['de', 'Die Feuerwehr suchte bis zum Morgen weiter.', 'Die Feuerwehr forschte bis zum Morgen weiter.'],
  ['fr', 'La mairie a ouvert une enquête.', 'La mairie a lancé une enquête.'],
  ['es', 'El alcalde abrió una investigación.', 'El alcalde inició una investigación.'],
  ['ko', '주민 2000명이 집을 떠났다.', '주민 2000명은 집을 떠났다.'],
  ['ko', '시장은 장치를 시험했다고 말했다.', '시장은 장치를 점검했다고 말했다.'],
  ['ar', 'قال المجلس إن السكان غادروا.', 'ذكر المجلس إن السكان غادروا.'],
  ['zh', '市长对居民表示感谢。', '市长向居民表示感谢。'],
  ['ja', '当局は調査を始めた。', '当局は調査を開始した。'],
  ['en', 'She asked about the dam.', 'She enquired into the dam.'],
  ['en', 'Ana lives next to the weir.', 'Ana lives beside the weir.'],
  ['en', 'All four have since gone home.', 'All four are at home.'],
  ['en', 'The search is to last several weeks.', 'The search is to take several weeks.'],
  ['en', 'The bill comes before parliament.', 'The bill comes to parliament.'],
  ['en', 'It cost 870 crowns, up from 600.', 'It cost 870 crowns, against 600.'],
  ['en', 'They set up a fund.', 'They started a fund.'],
  ['en', 'He did not name a figure.', 'He named no figure.'],
  ['en', "It didn't hold.", 'It did not hold.'],
  ['en', 'It lists every house.', 'It lists all houses.'],
  ['de', 'Nach Angaben des Kreises fehlt ein Boot.', 'Wie der Kreis sagt, fehlt ein Boot.'],
  ['de', 'Das Amt hatte vor Rissen gewarnt.', 'Das Amt hatte auf Risse hingewiesen.'],
  ['de', 'Neue Schäden fand niemand.', 'Weitere Mängel fand niemand.'],
  ['de', 'Sie sprach über den Deich.', 'Sie sprach vom Deich.'],
  ['ko', '장치를 시험했다고 시장이 밝혔다.', '장치를 점검했다고 시장이 밝혔다.'],
  ['ar', 'ووعدت المحافظة بتعويض السكان.', 'وتعهدت المحافظة بأن تعوض السكان.'],
] as const)
  test(`another word (${language}) is an edit: “${is}”`, () => {
    expect(changeBetween(was, is, language)).toBe('edited')
  })

test('words of a text whose language is not stated are read by their script', () => {
  expect(changeBetween('주민 세 명을 구조했다.', '주민 네 명을 구조했다.', null)).toBe('substantive')
})
