import { expect, test } from 'vitest'
import {
  chosenName,
  mostChosen,
  numberedThrough,
  numbersAsked,
  whyNotCopy,
} from '../../server/publication/copy/chosen/chosen'

test('an address names checks by their public numbers, each once and in its order', () => {
  expect(numbersAsked('12,3,12,7')).toEqual([12, 3, 7])
})

test('an address that names no check names none', () => {
  expect(numbersAsked('')).toEqual([])
})

test.each(['a', '0', '1,-2', '1.5', '12345678901'])('%s is no list of public numbers', (text) => {
  expect(numbersAsked(text)).toBeNull()
})

test('a copy has one check at least and fifty at most', () => {
  expect(whyNotCopy(0)).toEqual({ code: 'copy-needs-checks' })
  expect(whyNotCopy(1)).toBeNull()
  expect(whyNotCopy(mostChosen)).toBeNull()
  expect(whyNotCopy(mostChosen + 1)).toEqual({ code: 'copy-too-many', values: { most: 50, count: 51 } })
})

test('a file says which checks are in it, and with many how many', () => {
  expect(chosenName([4])).toBe('checks-4')
  expect(chosenName([4, 2, 9])).toBe('checks-4-2-9')
  expect(chosenName([4, 2, 9, 1])).toBe('checks-4-and-3-more')
})

const copy = (statement: string) => ({
  ...{ name: statement, language: 'en' },
  blocks: [{ kind: 'title' as const, runs: [{ text: statement }] }],
})
const titles = (copies: ReturnType<typeof copy>[]) =>
  numberedThrough(copies).map(({ blocks: [title] }) =>
    title?.kind === 'title' ? title.runs.map(({ text }) => text).join('') : null,
  )

test('several checks are numbered through, one alone has no number', () => {
  expect(titles([copy('The pier is closed'), copy('It rains')])).toEqual([
    '1. The pier is closed',
    '2. It rains',
  ])
  expect(titles([copy('The pier is closed')])).toEqual(['The pier is closed'])
})
