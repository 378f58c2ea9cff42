import { expect, test } from 'vitest'
import {
  longestName,
  mostFilters,
  nameOf,
  whyNotChange,
  whyNotName,
  whyNotSave,
} from '../../server/article/saved/saved-filter'
import { aMember } from '../newsroom'

const filter = { topic: 'dam' }
const named = (...names: string[]) => names.map((name) => ({ id: name, name }))

test('a name is one line without signs that turn its neighbours around', () => {
  expect(nameOf('  My \n\t filter\u0000 ')).toBe('My filter')
  expect(nameOf('a\u202eb\u2066c\u200f')).toBe('a b c')
  expect(nameOf('e\u0301')).toBe('é')
  expect(nameOf('👩‍🚒 نشر')).toBe('👩‍🚒 نشر')
})

test('a name is there, not too long, and not one of one’s own', () => {
  expect(whyNotName('Dam', named('Ferry'))).toBeNull()
  expect(whyNotName('', [])).toEqual({ code: 'filter-name-empty' })
  expect(whyNotName('x'.repeat(longestName + 1), [])).toEqual({
    code: 'filter-name-too-long',
    values: { most: longestName },
  })
  expect(whyNotName('DAM', named('dam'))).toEqual({ code: 'filter-name-taken' })
})

test('what shows everything is no filter, and nobody keeps more than they can look through', () => {
  expect(whyNotSave({ name: 'All', filter: {} }, [])).toEqual({ code: 'filter-empty' })
  const full = named(...Array.from({ length: mostFilters }, (_, n) => `Filter ${n}`))
  expect(whyNotSave({ name: 'One more', filter }, full)).toEqual({
    code: 'filters-too-many',
    values: { most: mostFilters },
  })
  expect(whyNotSave({ name: 'One more', filter }, full.slice(1))).toBeNull()
})

test('a filter is changed by whoever saved it, a shared one by editors too', () => {
  const [lena, ruth] = [aMember({ role: 'reviewer' }), aMember({ role: 'editor' })]
  expect(whyNotChange({ by: lena, isShared: false }, lena)).toBeNull()
  expect(whyNotChange({ by: lena, isShared: false }, ruth)).toEqual({ code: 'filter-not-yours' })
  expect(whyNotChange({ by: lena, isShared: true }, ruth)).toBeNull()
  expect(whyNotChange({ by: ruth, isShared: true }, lena)).toEqual({ code: 'filter-not-yours' })
})
