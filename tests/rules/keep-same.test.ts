import { expect, test } from 'vitest'
import { keepSame } from '../../app/_api/keep-same'

const at = (ms: number) => new Date(ms)
const line = (id: string, ms: number) => ({ id, at: at(ms), topics: ['energy'] })

test('an answer that says the same again is the one before', () => {
  const before = { lines: [line('a', 1), line('b', 2)], count: 2, last: null }
  const now = { lines: [line('a', 1), line('b', 2)], count: 2, last: null }
  expect(keepSame(before, now)).toBe(before)
})

test('only what changed is new, and it is what was said now', () => {
  const before = { lines: [line('a', 1), line('b', 2)] }
  const now = { lines: [line('a', 1), line('b', 3), line('c', 4)] }
  const kept = keepSame(before, now) as typeof now
  expect(kept).toEqual(now)
  expect(kept.lines[0]).toBe(before.lines[0])
  expect(kept.lines[1]).not.toBe(before.lines[1])
})

test.each([
  ['a shorter list', [1, 2, 3], [1, 2]],
  ['a longer list', [1], [1, undefined]],
  ['a field that went', { a: 1, b: 2 }, { a: 1 }],
  ['a field that is undefined instead of away', { a: 1 }, { a: 1, b: undefined }],
  ['a list instead of an object', { 0: 'a' }, ['a']],
  ['null instead of an object', { a: 1 }, null],
  ['another moment', at(1), at(2)],
  ['a set, which is not looked into', new Set([1]), new Set([1])],
])('%s is told from what was before', (_, before, now) => {
  const kept = keepSame(before, now)
  expect(kept).not.toBe(before)
  expect(kept).toStrictEqual(now)
})
