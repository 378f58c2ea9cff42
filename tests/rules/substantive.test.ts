import { expect, test } from 'vitest'
import { changeOf } from '../../server/article/revised/change'
import { namesIn } from '../../server/article/revised/telling/names'

/** What a change of one sentence in a text is, with nothing else known of the texts. */
function changeBetween(was: string, is: string, language: string | null) {
  return changeOf(was, is, { names: new Set([...namesIn(was), ...namesIn(is)]), language })
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
] as const)
  test(`another word (${language}) is an edit: “${is}”`, () => {
    expect(changeBetween(was, is, language)).toBe('edited')
  })

test('words of a text whose language is not stated are read by their script', () => {
  expect(changeBetween('주민 세 명을 구조했다.', '주민 네 명을 구조했다.', null)).toBe('substantive')
})
