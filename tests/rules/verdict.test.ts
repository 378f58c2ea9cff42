import { expect, test } from 'vitest'
import { verdicts } from '../../db/vocabulary'
import { keyOf, ratingOf, styleOf } from '../../server/claim/verdict'

test('only the verdicts that stand on an order have a number for machines', () => {
  expect(ratingOf).toEqual({
    ...{ true: 5, 'mostly-true': 4, 'half-true': 3, 'mostly-false': 2, false: 1 },
    ...{ misleading: null, unproven: null },
  })
})

test('each verdict has a key of its own, and none of them is 0', () => {
  const keys = verdicts.map((verdict) => keyOf[verdict])
  expect(new Set(keys).size).toBe(verdicts.length)
  expect(keys).not.toContain('0')
})

test('not yet rated has a style of its own', () => {
  const styles = [...verdicts, null].map(styleOf)
  expect(new Set(styles).size).toBe(styles.length)
})
