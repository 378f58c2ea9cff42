import { expect, test } from 'vitest'
import { inStatedOrder, isStatedBefore } from '../../server/date/stated-order'

test('dates stand in the order in which they began, what is none after them, what is not stated last', () => {
  const days = [
    null,
    'in spring',
    '2026-03-03T20:00:00-05:00',
    '2026-03-04T01:00+0900',
    '2026-03',
    '2026-03-04',
    '',
  ]
  expect(days.toSorted(inStatedOrder)).toEqual([
    ...['2026-03', '2026-03-04T01:00+0900', '2026-03-04', '2026-03-03T20:00:00-05:00', 'in spring', null, ''],
  ])
})

test('a moment without a zone is taken as one of UTC', () => {
  expect(inStatedOrder('2026-03-04T01:00', '2026-03-04T01:00Z')).toBe(0)
})

test('a date is before another one only as far as both say', () => {
  expect(isStatedBefore('2026', '2026-03-04')).toBe(false)
  expect(isStatedBefore('2026-03-04', '2026')).toBe(false)
  expect(isStatedBefore('2026-02', '2026-03-04T09:00Z')).toBe(true)
  expect(isStatedBefore('2026-03-04T01:00+09:00', '2026-03-03T20:00-05:00')).toBe(true)
  expect(isStatedBefore(null, '2026')).toBe(false)
})
