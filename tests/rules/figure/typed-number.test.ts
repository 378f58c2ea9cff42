import { expect, test } from 'vitest'
import { typedNumber } from '../../../server/claim/figure/typed-number'

test.each([
  ['', null],
  ['  ', null],
  ['500', 500],
  ['2,000', 2000],
  ['24,108,660', 24108660],
  ['1,25,000', 125000],
  ['2 000', 2000],
  ['2\u202f000', 2000],
  ["2'000", 2000],
  ['2’000', 2000],
  ['3.5', 3.5],
  ['3.', 3],
  ['.5', 0.5],
  ['3,5', 3.5],
  ['3,50', 3.5],
  ['0,1234', 0.1234],
  ['1.234,5', 1234.5],
  ['1.234.567', 1234567],
  ['1,234.5', 1234.5],
  ['-4', -4],
  ['−4,5', -4.5],
  ['٥٠٠', 500],
  ['٢٬٠٠٠', 2000],
  ['٣٫٥', 3.5],
  ['۴۰', 40],
])('%s is read as %s', (typed, value) => expect(typedNumber(typed)).toBe(value))

test.each(['3,', '3,,5', '1,23,4', '12-3', '1e5', 'about 40', '1.2.3', ',', '-', 'Infinity'])(
  '%s is no number yet',
  (typed) => expect(typedNumber(typed)).toBeUndefined(),
)
