import { expect, test } from 'vitest'
import { addressOf, isSameFilter, placeOf, stateOf } from '../../server/article/list/article-filter'

const read = (address: string) => placeOf(new URLSearchParams(address))

test('what the address asks for is read from it and written back the same', () => {
  const place = read('?publisher=Radio+%26+Co&stage=returned&due=overdue&page=3')
  expect(place).toEqual({
    filter: { stage: 'returned', publisher: 'Radio & Co', due: 'overdue' },
    page: 3,
  })
  expect(read(addressOf(place))).toEqual(place)
  expect(addressOf({ filter: {}, page: 1 })).toBe('')
})

test.each([
  '?stage=unknown',
  '?stage=',
  '?room=later',
  '?due=tomorrow',
  '?work=theirs',
  `?topic=${'x'.repeat(201)}`,
  '?topic=%20',
  '?page=0',
  '?page=-1',
  '?page=1.5',
  '?page=many',
  '?page=99999999',
  '?other=1',
])('what cannot be read in an address is as if it were not there: %s', (address) => {
  expect(read(address)).toEqual({ filter: {}, page: 1 })
})

test('what is not read takes nothing else with it', () => {
  expect(read('?stage=unknown&topic=dam&page=x')).toEqual({ filter: { topic: 'dam' }, page: 1 })
})

test('two filters are the same when they ask for the same', () => {
  expect(isSameFilter({ topic: 'dam' }, { topic: 'dam', stage: undefined })).toBe(true)
  expect(isSameFilter({ topic: 'dam' }, { topic: 'dam', room: 'now' })).toBe(false)
})

test('an article is not started, checked, returned, in review or published', () => {
  expect(stateOf({})).toBe('not-started')
  expect(stateOf({ 'to-check': 2, published: 1, 'in-review': 1 })).toBe('checking')
  expect(stateOf({ 'in-review': 3, returned: 1 })).toBe('returned')
  expect(stateOf({ 'in-review': 1, published: 2 })).toBe('in-review')
  expect(stateOf({ published: 2 })).toBe('published')
  expect(stateOf({ published: 2, 'changed-since': 1 })).toBe('checking')
})
