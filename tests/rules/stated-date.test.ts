import { expect, test } from 'vitest'
import { statedDate } from '../../server/date/stated-date'

test.each([
  ['2026-03-05', '5 March 2026'],
  ['2026-03-05T14:10:00+01:00', '5 March 2026'],
  ['2026-03', 'March 2026'],
  ['2026', '2026'],
  [' 2026-03 ', 'March 2026'],
])('%s is written as %s', (stated, written) => {
  expect(statedDate(stated)).toBe(written)
})

test.each(['early spring', '2026-99-99', '2026-02-31', ''])('“%s” stays as it was written', (stated) => {
  expect(statedDate(stated)).toBe(stated)
})

test('a desk in another language has its own months', () => {
  expect(statedDate('2026-03-05', 'de')).toBe('5. März 2026')
})
