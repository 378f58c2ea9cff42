import { expect, test } from 'vitest'
import { isLike, stemsOf } from '../../server/outside/likeness'

const areAlike = (one: string, other: string) => isLike(stemsOf(one), stemsOf(other))

test.each([
  ['The relief was the largest ever.', 'This relief package is the largest in history.'],
  ['Inflation reached 8 percent in March.', 'In March, inflation was at 8 percent.'],
  ['Die Regierung senkt die Steuern für Familien.', 'Senkt die Regierung wirklich Steuern für Familien?'],
])('%s – %s: are about the same', (one, other) => expect(areAlike(one, other)).toBe(true))

test.each([
  ['The relief was the largest ever.', 'The dam was the largest ever built in the south of Asia by anybody.'],
  ['They said that this would have been there.', 'They said that this would have been there.'],
  ['Inflation fell.', ''],
])('%s – %s: are not shown beside each other', (one, other) => expect(areAlike(one, other)).toBe(false))

test('endings, case and accents do not matter', () => {
  expect(stemsOf('Régulations')).toEqual(stemsOf('regulation'))
})
