import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../server/claim/figure/figure'
import { whyNotComparable } from '../../../server/dossier/disagreement/comparable'
import { countedKey } from '../../../server/dossier/disagreement/counted'
import {
  type ClaimFigure,
  cannotBothHold,
  differs,
  measuresOf,
  pairKey,
} from '../../../server/dossier/disagreement/disagreement'

function aFigure(given: Partial<Figure> & { value?: number } = {}): Figure {
  const { value = 500, ...rest } = given
  return {
    ...{ reported: String(value), at: { start: 0, end: 3 }, low: value, high: value, exactness: 'exactly' },
    ...{
      unit: '',
      counted: 'people displaced',
      scope: '',
      per: '',
      place: '',
      from: null,
      to: null,
      saidBy: '',
    },
    ...rest,
  }
}

const atLeast = (low: number) => aFigure({ low, high: null, exactness: 'at-least' })
const moreThan = (low: number) => aFigure({ low, high: null, exactness: 'more-than' })
const upTo = (high: number) => aFigure({ low: null, high, exactness: 'up-to' })
const fewerThan = (high: number) => aFigure({ low: null, high, exactness: 'fewer-than' })
const about = (value: number) => aFigure({ value, exactness: 'about' })
const range = (low: number, high: number) => aFigure({ low, high })

describe('two figures cannot both hold', () => {
  test.each([
    ['406 and 416', aFigure({ value: 406 }), aFigure({ value: 416 })],
    ['500 to 600 and 2,000', range(500, 600), aFigure({ value: 2000 })],
    ['more than 500 and 500', moreThan(500), aFigure()],
    ['fewer than 500 and 500', fewerThan(500), aFigure()],
    ['up to 400 and at least 401', upTo(400), atLeast(401)],
    ['about 500 and 600', about(500), aFigure({ value: 600 })],
    ['about 34,000 and 37,000', about(34000), aFigure({ value: 37000 })],
    [
      '1.2 million and 1,300,000',
      aFigure({ value: 1.2e6, reported: '1.2 million' }),
      aFigure({ value: 1.3e6 }),
    ],
  ])('%s', (_title, one, other) => {
    expect(cannotBothHold(one, other)).toBe(true)
    expect(cannotBothHold(other, one)).toBe(true)
    expect(differs(one, other)).toBe(false)
  })
})

describe('two figures differ, though both may hold', () => {
  test.each([
    ['more than 500 and 500 to 600', moreThan(500), range(500, 600)],
    ['at least 406 and at least 1,076', atLeast(406), atLeast(1076)],
    ['up to 2,000 and 600', upTo(2000), aFigure({ value: 600 })],
    ['at least 500 and exactly 500', atLeast(500), aFigure()],
    ['about 500 and 540', about(500), aFigure({ value: 540 })],
    ['about 34,000 and 34,400', about(34000), aFigure({ value: 34400 })],
    [
      '1.2 million and 1,234,000',
      aFigure({ value: 1.2e6, reported: '1.2 million' }),
      aFigure({ value: 1234000 }),
    ],
    [
      '98% and 97.6%',
      aFigure({ value: 98, unit: '%' }),
      aFigure({ value: 97.6, reported: '97.6', unit: '%' }),
    ],
    ['exactly 500 and about 500', aFigure(), about(500)],
  ])('%s', (_title, one, other) => {
    expect(cannotBothHold(one, other)).toBe(false)
    expect(differs(one, other)).toBe(true)
  })
})

test('figures that say the same do not differ', () => {
  expect(differs(atLeast(406), atLeast(406))).toBe(false)
  expect(differs(aFigure(), aFigure({ counted: 'displaced people' }))).toBe(false)
})

describe('figures are not held against each other', () => {
  test.each([
    ['of different units', { unit: 'km' }, { unit: 'mi' }, 'figures-other-unit'],
    ['of different things', { counted: 'houses' }, { counted: 'people' }, 'figures-other-counted'],
    ['where one does not say what it counts', { counted: '' }, {}, 'figures-counted-unknown'],
    ['of different scopes', { scope: 'named residents' }, { scope: 'all residents' }, 'figures-other-scope'],
    ['of different places', { place: 'Dorla' }, { place: 'Karsell' }, 'figures-other-place'],
    ['where one is a rate', { per: 'day' }, {}, 'figures-other-per'],
    ['as of different days', { to: '2026-03-05' }, { to: '2026-03-06' }, 'figures-other-period'],
    ['of periods apart', { to: '2023' }, { from: '2024' }, 'figures-other-period'],
  ])('%s', (_title, one, other, code) => {
    expect(whyNotComparable(aFigure(one), aFigure(other))).toEqual({ code })
    expect(cannotBothHold(aFigure({ ...one, value: 1 }), aFigure({ ...other, value: 2 }))).toBe(false)
  })
})

describe('figures are held against each other', () => {
  test.each([
    ['where one has no scope', { scope: 'named residents' }, {}],
    ['where one has no place', { place: 'Dorla' }, {}],
    ['where one has no period', { from: '2024', to: '2025' }, {}],
    ['where a day is in a year', { to: '2026-03-05' }, { to: '2026' }],
    ['whatever the way of writing per cent', { unit: '%' }, { unit: 'per cent' }],
    ['whatever the case of a place', { place: 'The Dorla valley' }, { place: 'Dorla Valley' }],
  ])('%s', (_title, one, other) => {
    expect(whyNotComparable(aFigure(one), aFigure(other))).toBeNull()
  })
})

test.each([
  ['people displaced', 'the displaced people'],
  ['People who were displaced', 'persons displaced'],
  ['Houses', 'house'],
  ['families', 'a family'],
  ['missing children', 'children missing'],
  ['churches', 'church'],
  ['buses', 'a bus'],
  ['viruses', 'virus'],
  ['cities’ campuses', 'city’s campus'],
  ['reported abuses', 'abuse reported'],
  ['warehouses', 'warehouse'],
  ['pauses', 'pause'],
  ['الأشخاص', 'أشخاص'],
])('“%s” and “%s” are the same thing counted', (one, other) => {
  expect(countedKey(one)).toBe(countedKey(other))
})

test.each([
  ['people', 'residents'],
  ['people displaced', 'people'],
  ['child workers', 'workers’ children'],
  ['news', 'new'],
  ['buses', 'bus stops'],
])('“%s” and “%s” are not', (one, other) => {
  expect(countedKey(one)).not.toBe(countedKey(other))
})

const claims = (...figures: Figure[]): ClaimFigure[] =>
  figures.map((figure, index) => ({ claimId: `claim-${index}`, figure }))

test('figures are gathered by what they count, and every pair that disagrees is named', () => {
  const [dead, houses] = [{ counted: 'dead' }, { counted: 'houses' }]
  const given = claims(
    aFigure({ ...dead, value: 3 }),
    aFigure({ ...houses, value: 20 }),
    aFigure({ ...dead, value: 4 }),
    aFigure({ ...dead, low: 3, high: null, exactness: 'at-least' }),
    aFigure({ counted: '' }),
  )
  const [first, second, ...rest] = measuresOf(given)
  expect(rest).toEqual([])
  const ids = (pairs: { figures: [ClaimFigure, ClaimFigure] }[] = []) =>
    pairs.map(({ figures }) => figures.map(({ claimId }) => claimId))
  expect(ids(first?.conflicts)).toEqual([['claim-0', 'claim-2']])
  expect(ids(first?.differences)).toEqual([
    ['claim-0', 'claim-3'],
    ['claim-2', 'claim-3'],
  ])
  expect(second?.figures).toEqual([given[1]])
})

test('figures that cannot be compared are named with the reason, unless they say the same', () => {
  const [march, april] = [{ to: '2026-03-31' }, { to: '2026-04-30' }]
  const [measure] = measuresOf(
    claims(
      aFigure({ value: 500, ...march }),
      aFigure({ value: 700, ...april }),
      aFigure({ value: 500, ...april }),
      aFigure({ value: 900, place: 'Dorla' }),
      aFigure({ value: 800, place: 'Karsell' }),
    ),
  )
  const apart = measure?.apart.map(({ code, pairs, more }) => [
    code,
    pairs.map(({ figures }) => figures.map(({ claimId }) => claimId)),
    more,
  ])
  expect(apart).toEqual([
    ['figures-other-period', [['claim-0', 'claim-1']], 0],
    ['figures-other-place', [['claim-3', 'claim-4']], 0],
  ])
})

test('a pair has the same name in either order, and when a word before its figure goes', () => {
  const [one, other] = claims(aFigure(), aFigure({ value: 600 })) as [ClaimFigure, ClaimFigure]
  const key = pairKey(one, other)
  expect(pairKey(other, one)).toBe(key)
  const moved = { ...one, figure: { ...one.figure, at: { start: 4, end: 7 } } }
  expect(pairKey(moved, other)).toBe(key)
})

test('a pair has another name when one of its figures changes, or is another claim’s', () => {
  const [one, other] = claims(aFigure(), aFigure({ value: 600 })) as [ClaimFigure, ClaimFigure]
  const key = pairKey(one, other)
  expect(pairKey({ ...one, figure: aFigure({ to: '2026' }) }, other)).not.toBe(key)
  expect(pairKey({ ...one, claimId: 'claim-9' }, other)).not.toBe(key)
})

test('a measure in which everything disagrees names so many pairs and counts the rest', () => {
  const [measure] = measuresOf(claims(...Array.from({ length: 40 }, (_, value) => aFigure({ value }))))
  expect(measure?.conflicts.length).toBe(100)
  expect(measure?.more).toBe((40 * 39) / 2 - 100)
})
