import { expect, test } from 'vitest'
import { type Placement, placementsOf } from '../../server/article/revised/placement'

const story = [
  'The dam above the town failed before dawn on Monday.',
  'Two thousand people were driven from their homes, the council said. About 500 of them slept in the sports hall.',
  'The mayor, Ines Calder, said the warning sirens had been tested in March. “Nobody heard them,” said a neighbour.',
  'Northgate reported 14 flooded houses.',
  'Southgate reported 41 flooded houses.',
].join('\n\n')

/** What became of a passage (by its words) when the story became another text, and the words it is now. */
function became(passage: string, later: string, earlier = story, language = 'en') {
  const before = earlier.indexOf(passage)
  const start = [...earlier.slice(0, before)].length
  const span = { start, end: start + [...passage].length }
  const [placement] = placementsOf({ text: earlier, language }, { text: later, language }, [span])
  const { change, span: now, isDoubtful } = placement as Placement // one in, one out
  return { change, words: now && [...later].slice(now.start, now.end).join(''), isDoubtful }
}

const edited = (from: string, to: string) => story.replace(from, to)
const sirens = 'the warning sirens had been tested in March'

test('a passage in a text that did not change is the same', () => {
  expect(became(sirens, story)).toEqual({ change: 'same', words: sirens, isDoubtful: false })
})

test('what was put in before a passage does not change it', () => {
  const later = `A correction was made.\n\n😀 ${edited('said the warning', 'said that, as she knew, the warning')}`
  expect(became(sirens, later)).toMatchObject({ change: 'same', words: sirens })
})

test('other quotation marks, dashes and spaces are another setting of the same words', () => {
  const passage = '“Nobody heard them,” said a neighbour.'
  expect(became(passage, edited(passage, '"Nobody heard them," said a  neighbour.'))).toMatchObject({
    change: 'cosmetic',
    words: '"Nobody heard them," said a  neighbour.',
  })
})

test('another word is an edit', () => {
  expect(became(sirens, edited('warning sirens', 'alarm sirens'))).toMatchObject({
    change: 'edited',
    words: 'the alarm sirens had been tested in March',
    isDoubtful: false,
  })
})

for (const [what, from, to] of [
  ['a number', 'Two thousand people', 'Three thousand people'],
  ['digits', 'About 500 of them', 'About 600 of them'],
  ['a qualifier that went', 'About 500 of them', '500 of them'],
  ['a date', 'tested in March', 'tested in May'],
  ['a day', 'dawn on Monday', 'dawn on Tuesday'],
  ['a name', 'Ines Calder', 'Ines Colder'],
  ['a negation', 'had been tested', 'had not been tested'],
  ['a quotation mark that went', '“Nobody heard them,” said', 'Nobody heard them, said'],
] as const)
  test(`${what} makes a change substantive, however alike the rest is`, () => {
    const sentence = story.split(/\n\n|(?<=said\.) |(?<=March\.) /).find((one) => one.includes(from)) ?? ''
    expect(became(sentence, edited(from, to))).toMatchObject({
      change: 'substantive',
      words: sentence.replace(from, to),
      isDoubtful: false,
    })
  })

test('a capital that only begins the sentence is no name', () => {
  const passage = 'The dam above the town failed before dawn on Monday.'
  const later = edited('The dam above the town failed', 'Above the town the dam failed')
  expect(became(passage, later).change).toBe('edited')
})

test('a number that was put for another is where the other was', () => {
  expect(became('500', edited('About 500', 'About 600'))).toMatchObject({
    change: 'substantive',
    words: '600',
  })
})

test('a sentence that was deleted is gone, though its neighbour is like it', () => {
  expect(
    became('Northgate reported 14 flooded houses.', edited('Northgate reported 14 flooded houses.\n\n', '')),
  ).toEqual({
    change: 'removed',
    words: null,
    isDoubtful: false,
  })
})

test('words that were taken out of a sentence are gone', () => {
  expect(became(', Ines Calder,', edited(', Ines Calder,', '')).change).toBe('removed')
})

test('a paragraph that went elsewhere has moved', () => {
  const [first, ...others] = story.split('\n\n')
  expect(became(first ?? '', [...others, first].join('\n\n'))).toEqual({
    change: 'moved',
    words: first,
    isDoubtful: false,
  })
})

test('a sentence that became two is both', () => {
  const passage = 'Two thousand people were driven from their homes, the council said.'
  const later = edited(passage, 'Two thousand people were driven from their homes. So the council said.')
  expect(became(passage, later).words).toBe(
    'Two thousand people were driven from their homes. So the council said.',
  )
})

test('a sentence that was written anew is for a person to judge', () => {
  const passage = 'About 500 of them slept in the sports hall.'
  const later = edited(passage, 'The sports hall sheltered roughly a quarter of those people.')
  const { change, isDoubtful } = became(passage, later)
  expect(change === 'removed' || isDoubtful).toBe(true)
})

test('a row of a table whose cell was changed is that row', () => {
  const table = 'Region\tMen\tWomen\nNorth\t660\t406\nSouth\t512\t388'
  expect(became('660\t406', table.replace('406', '416'), table)).toMatchObject({
    change: 'substantive',
    words: '660\t416',
  })
})

test('a passage over two paragraphs is found with both', () => {
  const passage = 'Northgate reported 14 flooded houses.\n\nSouthgate reported 41 flooded houses.'
  expect(became(passage, `First.\n\n${story}`)).toMatchObject({ change: 'same', words: passage })
})

test('Korean and Arabic are read by their own words', () => {
  const korean = '댐은 월요일 새벽에 무너졌다. 주민 2천 명이 집을 떠났다. 시장은 경보를 시험했다고 말했다.'
  expect(
    became('시장은 경보를 시험했다고 말했다.', korean.replace('시험했다고', '점검했다고'), korean, 'ko')
      .change,
  ).toBe('edited')
  expect(became('주민 2천 명이 집을 떠났다.', korean.replace('2천', '3천'), korean, 'ko').change).toBe(
    'substantive',
  )
  const arabic = 'انهار السد قبل فجر الاثنين. قال العمدة إن الصفارات اختبرت في مارس.'
  const denied = arabic.replace('اختبرت', 'لم تختبر')
  expect(became('قال العمدة إن الصفارات اختبرت في مارس.', denied, arabic, 'ar').change).toBe('substantive')
})

test('places are code points under combining marks, also where they are written as one sign later', () => {
  const earlier = 'Cafe\u0301 Zoe\u0308 shut on Monday. नीति दिल्ली में बनी। Two people waited there.'
  const later = `A note: re\u0301sume\u0301 👩‍👩‍👧.\n\n${earlier}`
  for (const passage of ['Cafe\u0301 Zoe\u0308 shut', 'दिल्ली में', 'Two people waited'])
    expect(became(passage, later, earlier)).toEqual({ change: 'same', words: passage, isDoubtful: false })
  expect(became('Cafe\u0301 Zoe\u0308 shut', later.normalize('NFC'), earlier)).toEqual({
    change: 'same',
    words: 'Café Zoë shut',
    isDoubtful: false,
  })
})

test('marks in right-to-left text are carried to their place, with its vowel signs', () => {
  const earlier = 'قَالَ الوَزِيرُ إِنَّ السَّدَّ سَلِيمٌ. وانتقل 2000 شخص إلى المدرسة.\n\nהסכר קרס לפני הַשַּׁחַר ביום שני.'
  const later = `\u200Fתיקון 😀 מאוחר.\n\n${earlier.replace('وانتقل', 'ثم انتقل')}`
  for (const [passage, language] of [
    ['إِنَّ السَّدَّ سَلِيمٌ', 'ar'],
    ['2000 شخص إلى المدرسة', 'ar'],
    ['הַשַּׁחַר ביום שני', 'he'],
  ] as const)
    expect(became(passage, later, earlier, language)).toEqual({
      change: 'same',
      words: passage,
      isDoubtful: false,
    })
})

test('an empty text, and one that was written wholly anew, have nothing left', () => {
  expect(became(sirens, '').change).toBe('removed')
  expect(became(sirens, 'A quite different account.\n\nNothing of it was said before.').change).toBe(
    'removed',
  )
})
