import { expect, test } from 'vitest'
import { axisOf } from '../../../server/dossier/ledger/chart/axis'
import { fitted, placeIn } from '../../../server/dossier/ledger/chart/ledger-place'

const exactly = (value: number) => ({ low: value, high: value })

test('an axis begins at nought and ends beyond the largest figure, in round steps', () => {
  const axis = axisOf([{ low: 500, high: 600 }, exactly(2100), { low: null, high: 400 }])
  expect(axis.ticks).toEqual([0, 500, 1000, 1500, 2000, 2500])
  expect([axis.isLog, axis.at(0), axis.at(2500)]).toEqual([false, 0, 1])
})

test('an axis goes on beyond a figure without an upper end, for its arrow', () => {
  expect(axisOf([{ low: 2000, high: null }, exactly(571)]).ticks).toEqual([0, 500, 1000, 1500, 2000, 2500])
})

test('small shares and negative figures have their own steps', () => {
  expect(axisOf([exactly(0.31)]).ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4])
  expect(axisOf([exactly(-3), exactly(2)]).ticks).toEqual([-3, -2, -1, 0, 1, 2])
  expect(axisOf([exactly(0)]).at(0)).toBe(0)
})

test('figures more than a thousandfold apart stand on powers of ten', () => {
  const axis = axisOf([exactly(3), exactly(40_000)])
  expect([axis.isLog, axis.ticks]).toEqual([true, [1, 10, 100, 1000, 10_000, 100_000]])
  expect(axisOf([exactly(0), exactly(40_000)]).isLog).toBe(false)
})

test('what is read from the right is mirrored', () => {
  const [left, right] = [placeIn('ltr'), placeIn('rtl')]
  expect([left.at(0), right.at(0), left.onAxis(0), right.onAxis(0)]).toEqual([0, 1040, 312, 728])
  expect([left.forth, right.forth]).toEqual([1, -1])
})

test('a name that is too long is cut with a mark, a wide script sooner', () => {
  expect(fitted('District relief committee', 300, 7)).toBe('District relief committee')
  expect(fitted('District relief committee', 70, 7)).toBe('District…')
  expect(fitted('벨모라 인권 센터', 70, 7)).toBe('벨모라 인…')
})

test('an arrow beyond the largest figure has room', () => {
  expect(axisOf([exactly(571), { low: 2000, high: null }]).ticks.at(-1)).toBe(2500)
  expect(axisOf([exactly(571), exactly(2000)]).ticks.at(-1)).toBe(2000)
})
