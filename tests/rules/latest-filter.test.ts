import { expect, test } from 'vitest'
import { filterIn, isNarrowed, latestPath, noFilter } from '../../server/latest/filter'

const read = (search: string) => filterIn(new URLSearchParams(search))

test('an address without a choice is the finished page', () => {
  for (const search of ['', 'q=&verdict=', 'page=1', 'utm_source=mail'])
    expect(isNarrowed(new URLSearchParams(search))).toBe(false)
  for (const search of ['q=wall', 'page=2', 'page=x', 'topic=walls'])
    expect(isNarrowed(new URLSearchParams(search))).toBe(true)
})

test('a filter is read again from the address it makes', () => {
  const filter = { ...noFilter, q: 'a & b', verdict: 'false', topic: '박', from: '2026-02-28' } as const
  expect(read(latestPath(filter, 3).replace('/latest?', ''))).toEqual({ filter, page: 3 })
  expect(latestPath(noFilter)).toBe('/latest')
})

test.each(['verdict=maybe', 'from=2026-02-30', 'page=0', 'page=201', 'page=1.5', 'language=EN!', 'desk=%00'])(
  'no list has %s',
  (search) => {
    expect(read(search)).toBeNull()
  },
)
