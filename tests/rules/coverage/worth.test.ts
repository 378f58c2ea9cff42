import { describe, expect, test } from 'vitest'
import type { Block } from '../../../server/article/extract/extraction'
import { features, featuresOf } from '../../../server/coverage/worth/features'
import { judgedSentences } from '../../../server/coverage/worth/judged'
import { withNowhere } from '../../../server/coverage/worth/nowhere'
import { orderOfWorth } from '../../../server/coverage/worth/order'
import weights from '../../../server/coverage/worth/weights.json'
import { worthOf } from '../../../server/coverage/worth/worth'
import { readLabelled } from '../../worth/labelled'
import { crossValidated, rowOf, weightsFor } from '../../worth/learn'

const judge = (text: string, language = 'en') => worthOf({ text, kind: 'paragraph', place: 0.5 }, language)
const seenIn = (text: string, language = 'en') => {
  const seen = featuresOf({ text, kind: 'paragraph', place: 0.5 }, language)
  return features.filter((feature) => seen[feature] > 0)
}

describe('what is seen in a sentence', () => {
  test.each([
    ['It rose by 12 percent in 2019.', ['number', 'percent', 'year', 'change']],
    ['The pump cost €4 million.', ['number', 'money']],
    ['It is the tallest tower because nobody built a taller one.', ['superlative', 'cause', 'negation']],
    ['“We knew,” she said.', ['quote', 'first-person', 'attribution']],
    ['Why?', ['question', 'short']],
    ['Subscribe to our newsletter!', ['reader', 'exclamation', 'short']],
    ['The law’s critics may think otherwise.', ['law', 'hedge', 'opinion']],
    ['The minister met Ole Berg of the UN.', ['authority', 'name']],
  ])('%s', (text, expected) => {
    expect(seenIn(text)).toEqual(expect.arrayContaining(expected))
  })

  test('a name with a digit is no number', () => {
    expect(seenIn('The Covid-19 border closures went on.')).not.toContain('number')
  })

  test('the same is seen in German, whose nouns are no names', () => {
    expect(seenIn('Der Preis stieg 2019 um 12 Prozent.', 'de')).toEqual(
      expect.arrayContaining(['number', 'percent', 'year', 'change']),
    )
    expect(seenIn('Der Preis der Milch stimmt nicht.', 'de')).not.toContain('name')
    expect(seenIn('Das sagte Petra Holm.', 'de')).toContain('name')
  })

  test('a language without lists is seen by its digits and names, and breaks nothing', () => {
    expect(seenIn('Le barrage de Karsell a cédé en 2019.', 'fr')).toEqual(
      expect.arrayContaining(['number', 'year', 'name']),
    )
    for (const text of ['', '…', '🌊'.repeat(1_000), 'ſ', 'a'.repeat(50_000)])
      expect(judge(text).worth).toBeLessThan(1)
  })
})

test('what can be checked looks more worth checking than what cannot', () => {
  const checkable = judge('Unemployment rose to 12 percent in 2019, the highest rate since the war.')
  expect(checkable.worth).toBeGreaterThan(0.9)
  expect(checkable.reasons).toHaveLength(3)
  for (const other of ['I love this bench.', 'What were they thinking?', 'Share your pictures with us.'])
    expect(judge(other).worth).toBeLessThan(0.2)
})

test('the reasons are what weighs most, and none is what speaks against it', () => {
  expect(judge('“I paid 40 marks,” he said.').reasons[0]).toBe('number')
  expect(judge('I love this bench.').reasons).toEqual([])
})

test('those that look worth checking most come first, of two alike the one that stands first', () => {
  expect(orderOfWorth([0.2, 0.9, 0.2, 0.5].map((worth) => ({ worth, nowhereIn: [] })))).toEqual([1, 3, 0, 2])
})

const [dam, flood] = [
  { id: 'dam', name: 'Karsell dam breach' },
  { id: 'flood', name: 'Spring flood' },
]
/** Four sentences of ten letters each, with how much they look worth checking. */
const four = [0.2, 0.9, 0.2, 0.5].map((worth, at) => ({ worth, start: at * 10, end: at * 10 + 10 }))

test('what was found nowhere else in a dossier goes before all others, among them those worth checking most', () => {
  const orderWith = (sentences: typeof four) =>
    orderOfWorth(withNowhere(four, 'newest', [{ dossier: dam, revisionId: 'newest', sentences }]))
  expect(orderWith([])).toEqual([1, 3, 0, 2])
  expect(orderWith(four.slice(2, 3))).toEqual([2, 1, 3, 0])
  expect(orderWith(four.slice(2))).toEqual([3, 2, 1, 0])
})

test('a sentence names each dossier in which it was found nowhere else, and none by what was found in another revision', () => {
  const found = [dam, flood].map((dossier) => ({
    dossier,
    revisionId: 'newest',
    sentences: four.slice(2, 3),
  }))
  const nowhereIn = (revisionId: string) => withNowhere(four, revisionId, found).map((one) => one.nowhereIn)
  expect(nowhereIn('newest')).toEqual([[], [], [dam, flood], []])
  expect(nowhereIn('earlier')).toEqual([[], [], [], []])
})

test('every sentence of an article is judged, a heading as one', () => {
  const blocks: Block[] = [
    { kind: 'heading', text: 'The dam cost 14 million marks' },
    { kind: 'paragraph', text: 'The dam cost 14 million marks in 1974, the ministry said. It is lovely.' },
  ]
  const [heading, cost, lovely] = judgedSentences(blocks, 'en')
  expect(cost?.worth).toBeGreaterThan(heading?.worth ?? 1)
  expect(cost?.isSuggested).toBe(true)
  expect(lovely?.isSuggested).toBe(false)
})

test('an article of 25,000 words is judged in a moment', () => {
  const text = 'The dam near Karsell broke on Monday, Dr. Vey said at 5 p.m. in the capital. '.repeat(100)
  const blocks = Array.from({ length: 17 }, (): Block => ({ kind: 'paragraph', text }))
  expect(judgedSentences(blocks, 'en')).toHaveLength(1_700)
})

describe('the weights', () => {
  const labelled = readLabelled()

  test('are those that the labelled sentences give', () => {
    const [intercept, ...rest] = weightsFor(labelled.map(rowOf))
    expect(intercept).toBeCloseTo(weights.intercept, 3)
    for (const [at, feature] of features.entries()) expect(rest[at]).toBeCloseTo(weights.weights[feature], 2)
  })

  test('rank articles that they were not made from as well as is said beside them', () => {
    const { averagePrecision, chance } = crossValidated(labelled)
    expect(averagePrecision).toBeCloseTo(weights.made.averagePrecision, 2)
    expect(averagePrecision).toBeGreaterThan(2 * chance)
  })
})
