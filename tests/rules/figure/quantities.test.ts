import { expect, test } from 'vitest'
import { readNumerals, readQuantities } from '../../../server/claim/figure/quantity/quantities'
import type { Quantity } from '../../../server/claim/figure/quantity/quantity'
import { counted } from './phrases/counted'
import { dates } from './phrases/dates'
import { exempt } from './phrases/exempt'
import { korean } from './phrases/korean'
import { measures } from './phrases/measures'
import { money } from './phrases/money'
import { ranges } from './phrases/ranges'
import { shares } from './phrases/shares'
import { words } from './phrases/words'

const phrases = [...counted, ...ranges, ...words, ...money, ...shares, ...measures, ...dates, ...korean]

/** A quantity in one line: "about 500..600 · people / year"; its kind where it is not things counted. */
function said({ kind, low, high, exactness, unit, from, to, ...of }: Quantity): string {
  const value = kind === 'date' ? span(from, to) : span(low, high)
  return [
    of.isDenominator && 'of',
    kind !== 'number' && kind,
    exactness !== 'exactly' && exactness,
    value,
    unit,
    of.counted && `· ${of.counted}`,
    of.per && `/ ${of.per}`,
  ]
    .filter(Boolean)
    .join(' ')
}

const span = (one: string | number | null, other: string | number | null) =>
  one === other ? String(one) : `${one ?? ''}..${other ?? ''}`

/** A phrase with braces around what was read, as the tables write it. */
function marked(text: string, quantities: Quantity[]): string {
  const points = Array.from(text)
  for (const { at } of quantities.toReversed()) {
    points.splice(at.end, 0, '}')
    points.splice(at.start, 0, '{')
  }
  return points.join('')
}

test.each(phrases)('%s', (phrase, ...expected) => {
  const text = phrase.replace(/[{}]/g, '')
  const read = readQuantities(text)
  expect([marked(text, read), ...read.map(said)]).toEqual([phrase, ...expected])
})

test.each(exempt)('“%s” says no quantity', (text) => {
  expect(readQuantities(text)).toEqual([])
})

test('there are at least 300 phrases, none of them twice', () => {
  const all = [...phrases.map(([phrase]) => phrase), ...exempt]
  expect(new Set(all).size).toBe(all.length)
  expect(all.length).toBeGreaterThanOrEqual(300)
})

test('what was read stands in the text where it says', () => {
  const text = 'Between 500 and 600 people 😀 left for 12 Harbour Street on 5 March 2026.'
  const points = Array.from(text)
  for (const { at, reported } of readNumerals(text))
    expect(points.slice(at.start, at.end).join('')).toBe(reported)
})
