import { expect, test } from 'vitest'
import { cutSentences } from '../../server/article/cut-sentences'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const cut = (text: string) => [...cutSentences(text, segmenter)]
const atOnce = (text: string) =>
  [...segmenter.segment(text)].map(({ segment, index }) => ({ segment, index }))

const said = [
  'The river rose by 3.5 metres (about 11 ft.) in the night. ',
  '“Nobody warned us!” said Pell Harrane, a teacher. ',
  'Was it 500... or 600?? ',
  'A 🏳️‍🌈 hung there, e.g. on Monday. ',
  'قالت الوزارة إن العدد ٥٠٠. ',
  '강물이 3미터 불어났다. ',
  'no capital here; ... nor an end — ',
]

test('a long text is cut where it would be cut at once', () => {
  // Each sentence in other company, over several stretches.
  const text = Array.from({ length: 2_000 }, (_, n) => said[(n * n + (n >> 3)) % said.length]).join('')
  expect(text.length).toBeGreaterThan(60_000)
  expect(cut(text)).toEqual(atOnce(text))
})

test('a sentence longer than a stretch stays whole', () => {
  const long = `It rose ${'and rose '.repeat(4_000)}until noon. `
  const text = `First. ${long}Then it fell. ${long}Last`
  expect(cut(text)).toEqual(atOnce(text))
})

test('nothing has no sentences', () => {
  expect(cut('')).toEqual([])
})
