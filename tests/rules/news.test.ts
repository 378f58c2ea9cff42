import { expect, test } from 'vitest'
import { nextNew } from '../../server/visit/news'

const order = ['a', 'b', 'c', 'd']
const isNew = (id: string) => id === 'b' || id === 'd'

test('the next new one is the next in the text, and after the last comes the first', () => {
  expect(nextNew(order, isNew, { from: 'a', step: 1 })).toBe('b')
  expect(nextNew(order, isNew, { from: 'b', step: 1 })).toBe('d')
  expect(nextNew(order, isNew, { from: 'd', step: 1 })).toBe('b')
  expect(nextNew(order, isNew, { from: 'b', step: -1 })).toBe('d')
})

test('with nothing open it begins at the end that it comes from', () => {
  expect(nextNew(order, isNew, { from: null, step: 1 })).toBe('b')
  expect(nextNew(order, isNew, { from: null, step: -1 })).toBe('d')
  expect(nextNew(order, isNew, { from: 'gone', step: 1 })).toBe('b')
})

test('where nothing is new there is none, and the only one is the next of itself', () => {
  expect(nextNew(order, () => false, { from: 'a', step: 1 })).toBeNull()
  expect(nextNew(order, (id) => id === 'a', { from: 'a', step: 1 })).toBe('a')
})
