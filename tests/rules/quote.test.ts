import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  codePointsBefore,
  describeQuote,
  lengthOf,
  placeOfQuote,
  quoteStands,
  utf16Before,
} from '../../server/claim/quote'

const text = 'The dam 😀 broke at midnight. The dam 😀 held until noon.'

test('a quote is described by its words, what stands around it and its place', () => {
  expect(describeQuote('Before the dam broke at night.', { start: 7, end: 20 })).toEqual({
    quote: { exact: 'the dam broke', prefix: 'Before ', suffix: ' at night.' },
    position: { start: 7, end: 20 },
  })
})

test('positions count code points: what follows an emoji is one place further, not two', () => {
  expect(describeQuote(text, { start: 10, end: 15 })?.quote.exact).toBe('broke')
})

test('a quote begins and ends with a word though the selection took spaces', () => {
  expect(describeQuote('a  word  b', { start: 1, end: 9 })).toMatchObject({
    quote: { exact: 'word' },
    position: { start: 3, end: 7 },
  })
})

test.each([
  ['empty', { start: 4, end: 4 }],
  ['blank', { start: 3, end: 4 }],
  ['backwards', { start: 8, end: 4 }],
  ['before the text', { start: -1, end: 4 }],
  ['beyond the text', { start: 4, end: 400 }],
])('a selection that is %s has no quote', (_, span) => {
  expect(describeQuote(text, span)).toBeNull()
})

test('no more than 32 code points around the quote are kept', () => {
  const long = `${'😀'.repeat(40)} word ${'x'.repeat(40)}`
  const { prefix, suffix } = describeQuote(long, { start: 41, end: 45 })?.quote ?? { prefix: '', suffix: '' }
  expect([lengthOf(prefix), lengthOf(suffix)]).toEqual([32, 32])
})

test('the same words at another place are not the same quote', () => {
  const second = describeQuote(text, { start: 29, end: 36 })
  expect(second && quoteStands(text, second)).toBe(true)
  const moved = second && { ...second, position: { start: 30, end: 37 } }
  expect(moved && quoteStands(text, moved)).toBe(false)
})

test('words said to stand around the quote must stand there', () => {
  const second = describeQuote(text, { start: 29, end: 36 })
  if (!second) throw new Error('no quote')
  const around = (parts: object) => quoteStands(text, { ...second, quote: { ...second.quote, ...parts } })
  expect(around({})).toBe(true)
  expect(around({ prefix: 'He denied that the ' })).toBe(false)
  expect(around({ suffix: ' never broke.' })).toBe(false)
})

test('a quote never stands where its place is empty', () => {
  expect(
    quoteStands(text, { quote: { exact: '', prefix: '', suffix: '' }, position: { start: 3, end: 3 } }),
  ).toBe(false)
})

test('what describeQuote gives stands in the text, whatever the text and the selection', () => {
  const selection = fc.tuple(fc.string({ unit: 'binary' }), fc.nat(60), fc.nat(60))
  fc.assert(
    fc.property(selection, ([any, start, end]) => {
      const selectors = describeQuote(any, { start, end })
      return selectors === null || quoteStands(any, selectors)
    }),
  )
})

test('code points and UTF-16 offsets lead back to each other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(60), (any, count) => {
      const points = Math.min(count, lengthOf(any))
      return codePointsBefore(any, utf16Before(any, points)) === points
    }),
  )
})

test('a quote is found in another text where it stands once, alone or with what was around it', () => {
  const held = describeQuote(text, { start: 39, end: 43 })
  if (!held) throw new Error('there is a quote')
  expect(held.quote.exact).toBe('held')
  expect(placeOfQuote(text, held)).toEqual({ start: 39, end: 43 })
  expect(placeOfQuote(`😀 ${text}`, held)).toEqual({ start: 41, end: 45 })
  expect(placeOfQuote('It held.', held)).toEqual({ start: 3, end: 7 })
  expect(placeOfQuote('It held, and held.', held)).toBeNull()
  expect(placeOfQuote('It gave way.', held)).toBeNull()
})
