import { expect, test } from 'vitest'
import { placesAt } from '../../app/desk/[slug]/articles/[articleId]/_article/use-rail'

const atLines = (...levels: number[]) => levels.map((level, index) => ({ id: String(index), level }))
const placed = (levels: number[], columns: number) => [
  ...placesAt(atLines(...levels), columns).places.values(),
]

test('a margin link stands level with its line', () => {
  expect(placed([3, 33, 93], 2)).toEqual([
    { top: 3, column: 0 },
    { top: 33, column: 0 },
    { top: 93, column: 0 },
  ])
})

test('links of one line stand side by side, and below each other once the margin is full', () => {
  expect(placed([3, 3, 3], 2)).toEqual([
    { top: 3, column: 0 },
    { top: 3, column: 1 },
    { top: 30, column: 0 },
  ])
  expect(placesAt(atLines(3, 3, 3, 3, 3, 3), 2).height).toBe(3 + 3 * 27)
})

test('a narrow margin has one column', () => {
  expect(placed([3, 3, 33], 1)).toEqual([
    { top: 3, column: 0 },
    { top: 30, column: 0 },
    { top: 57, column: 0 },
  ])
})
