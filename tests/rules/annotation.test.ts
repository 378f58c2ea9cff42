import { expect, test } from 'vitest'
import { mostAnnotations, readAnnotations } from '../../server/article/annotation/annotation'
import { type AnnotationPlace, placesOfAnnotations } from '../../server/article/annotation/annotation-place'
import { wordsAt } from '../../server/claim/quote'

const quote = {
  type: 'TextQuoteSelector',
  exact: 'gave way before dawn',
  prefix: 'the dam ',
  suffix: ' on Monday',
}
const w3c = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  creator: { name: 'Ida Brandt' },
  body: [
    { type: 'TextualBody', value: 'Which dawn?' },
    { type: 'TextualBody', purpose: 'tagging', value: 'time' },
  ],
  target: {
    source: 'https://ledger.example',
    selector: [{ type: 'TextPositionSelector', start: 1, end: 5 }, quote],
  },
}
const hypothesis = {
  export_date: '2026-11-30',
  annotations: [
    {
      text: 'Which dawn?',
      tags: ['time'],
      user: 'acct:ida@hypothes.is',
      target: [{ selector: [{ type: 'RangeSelector' }, quote] }],
    },
    {
      text: 'A note on the page.',
      user: 'acct:ida@hypothes.is',
      target: [{ source: 'https://ledger.example' }],
    },
  ],
}
const expected = {
  quote: { exact: 'gave way before dawn', prefix: 'the dam', suffix: 'on Monday' },
  note: 'Which dawn?',
  tags: ['time'],
}

test.each([
  ['one', w3c],
  ['a list', [w3c]],
  ['a page', { type: 'AnnotationPage', items: [w3c] }],
  ['a collection', { type: 'AnnotationCollection', first: { items: [w3c] } }],
])('web annotations are read: %s', (_, file) => {
  const read = readAnnotations(JSON.stringify(file))
  expect(read).toEqual({ annotations: [{ ...expected, by: 'Ida Brandt' }], leftOut: 0 })
})

test('a quote that refines another selector is found', () => {
  const target = { selector: { type: 'FragmentSelector', value: 'p1', refinedBy: quote } }
  expect(readAnnotations(JSON.stringify({ target }))).toMatchObject({
    annotations: [{ quote: expected.quote }],
  })
})

test('an export of Hypothesis is read, and notes on the whole page are counted as left out', () => {
  const read = readAnnotations(JSON.stringify(hypothesis))
  expect(read).toEqual({ annotations: [{ ...expected, by: 'ida' }], leftOut: 1 })
})

test.each([
  ['no JSON', '<html>', 'annotations-unreadable'],
  ['a number', '7', 'annotations-unreadable'],
  ['something else', '{"name":"x"}', 'annotations-unreadable'],
  ['an empty list', '[]', 'annotations-unreadable'],
  ['page notes alone', JSON.stringify([{ target: 'https://ledger.example' }]), 'annotations-without-quote'],
  ['too many', JSON.stringify(Array(mostAnnotations + 1).fill({ target: 'x' })), 'annotations-too-many'],
])('a file is refused with a reason: %s', (_, json, code) => {
  expect(readAnnotations(json)).toMatchObject({ refusal: { code } })
})

const text = [
  'The dam gave way before dawn on Monday, and 2,000 people fled.',
  'Officials said the dam had been inspected twice in the spring.',
  'The minister said: “Nobody was warned.” The mayor said: “Nobody was warned.”',
].join('\n\n')

function placed(exact: string, prefix = '', suffix = ''): [AnnotationPlace['is'], string | null] {
  const [place] = placesOfAnnotations(text, [
    { quote: { exact, prefix, suffix }, note: '', tags: [], by: '' },
  ])
  if (!place) throw new Error('one was asked for')
  return [place.is, place.is === 'not-found' ? null : wordsAt(text, place.span)]
}

test('exact words are placed, however their marks are set', () => {
  expect(placed('gave way before dawn')).toEqual(['placed', 'gave way before dawn'])
  expect(placed('said: "Nobody was warned." The mayor')).toEqual([
    'placed',
    'said: “Nobody was warned.” The mayor',
  ])
})

test('of words that stand twice, what is around them tells which; without it a person is asked', () => {
  expect(placed('Nobody was warned', 'The mayor said: “', '.”')[0]).toBe('placed')
  expect(placed('Nobody was warned')[0]).toBe('doubtful')
})

test('words that changed a little are placed, those that changed more are asked about', () => {
  expect(placed('Officials said the dam was inspected twice in the spring.')[0]).toBe('placed')
  expect(placed('Engineers claimed the dam was inspected twice in spring')[0]).toBe('doubtful')
})

test('what is not there is not found in words that are only alike', () => {
  expect(placed('The bridge was closed to all traffic in the winter.')).toEqual(['not-found', null])
  expect(placed('dam fled')).toEqual(['not-found', null])
})

test('places are counted in code points', () => {
  const [place] = placesOfAnnotations(`😀👨‍👩‍👧 ${text}`, [
    { quote: { exact: 'before dawn', prefix: '', suffix: '' }, note: '', tags: [], by: '' },
  ])
  const start = [...'😀👨‍👩‍👧 The dam gave way '].length
  expect(place).toEqual({ is: 'placed', span: { start, end: start + 'before dawn'.length } })
})
