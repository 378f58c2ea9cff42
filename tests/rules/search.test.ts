import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, fold, markedIn, type Piece, soughtIn } from '../../server/search/search'

const said = (pieces: Piece[]) => pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')
const marked = (text: string, typed: string) => said(markedIn(text, soughtIn(typed)))

test('each word is sought, and the last one may be the beginning of one', () => {
  expect(soughtIn('dam fail')).toEqual([
    { words: 'dam', isBegun: false },
    { words: 'fail', isBegun: true },
  ])
})

test('words in quotes are sought as they stand; while a quote is open, its last word may be begun', () => {
  expect(soughtIn('"relief package" dam')).toEqual([
    { words: 'relief package', isBegun: false },
    { words: 'dam', isBegun: true },
  ])
  expect(soughtIn('“relief pack')).toEqual([{ words: 'relief pack', isBegun: true }])
  expect(soughtIn('dam "relief package"').at(-1)).toEqual({ words: 'relief package', isBegun: false })
})

test('one letter is no beginning of a word, one sign that is a word may be', () => {
  expect(soughtIn('dam a').at(-1)).toEqual({ words: 'a', isBegun: false })
  expect(soughtIn('水')).toEqual([{ words: '水', isBegun: true }])
})

test.each(['', '   ', '"', '""', '" "', '&|!:*()', '-', '…', "'"])('%j seeks nothing', (typed) => {
  expect(soughtIn(typed)).toEqual([])
})

test('however much is typed, only so much is sought', () => {
  expect(soughtIn('dam '.repeat(500)).length).toBeLessThanOrEqual(8)
})

test('what was found is marked, whatever its case and accents', () => {
  expect(marked('Zürich und das Maß der Sørby-Straße', 'zurich mass sorby')).toBe(
    '[Zürich] und das [Maß] der [Sørby]-Straße',
  )
  expect(marked('The dam failed', 'fai')).toBe('The dam [failed]')
  expect(marked('It counted 14,000,000 marks', '14,000,0')).toBe('It counted [14,000,000] marks')
})

test('words in quotes are marked only where they stand together', () => {
  expect(marked('A package of relief, the relief package', '"relief package"')).toBe(
    'A package of relief, the [relief package]',
  )
})

test('a long text is cut around what was found, between words', () => {
  const words = 'one two three four five six seven eight nine ten '.repeat(20)
  const text = said(markedIn(`${words}dam ${words}`, soughtIn('dam')))
  expect(text).toMatch(/^… .* \[dam\] .* …$/)
  expect(text.length).toBeLessThan(220)
})

test('the excerpt comes from the first text in which something was found', () => {
  expect(excerptOf(['nothing', 'a dam', 'the dam'], soughtIn('dam'))).toEqual([
    { text: 'a ', isHit: false },
    { text: 'dam', isHit: true },
  ])
  expect(excerptOf(['nothing'], soughtIn('dam'))).toBeNull()
})

test('marking never changes, cuts or repeats a letter of a short text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.string({ maxLength: 30 }),
      (text, typed) => {
        expect(
          markedIn(text, soughtIn(typed))
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      },
    ),
  )
})

test('a cut leaves no half letter', () => {
  const pieces = markedIn('🌊'.repeat(300), soughtIn('dam'))
  expect(pieces.every(({ text }) => text.isWellFormed())).toBe(true)
})

test('accents, case and joined letters are folded away', () => {
  expect(['ÉTÉ', 'Ångström', 'Œuvre', 'Łódź', 'ﬁn'].map(fold)).toEqual([
    'ete',
    'angstrom',
    'oeuvre',
    'lodz',
    'fin',
  ])
})
