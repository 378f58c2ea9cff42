import { expect, test } from 'vitest'
import type { ClaimKind } from '../../db/vocabulary'
import {
  checksOf,
  linesFor,
  type Tick,
  whyNotCheckList,
  whyNotReplace,
  whyNotTick,
  whyNotTicked,
} from '../../server/check-list/check-list'

const asked = { id: '01900000-0000-7000-8000-000000000001', text: 'The speaker was asked', kinds: [] }
const counted = {
  id: '01900000-0000-7000-8000-000000000002',
  text: 'The number was counted again',
  kinds: ['number' as ClaimKind],
}
const by = { id: 'ruth', name: 'Ruth Adeyemi' }
const at = new Date('2026-03-09T10:00:00Z')
const tick = (parts: Partial<Tick> = {}): Tick => ({
  ...{ lineId: asked.id, words: asked.text, isTicked: true, by, at },
  ...parts,
})

test('a line for every kind is asked of every claim, one for numbers of numbers only', () => {
  const lines = [asked, counted]
  expect(linesFor({ lines }, 'number')).toEqual(lines)
  expect(linesFor({ lines }, 'quote')).toEqual([asked])
  expect(linesFor({ lines }, null)).toEqual([asked])
})

test('a tick stands beside its line with who made it and when', () => {
  expect(checksOf([asked, counted], [tick()])).toEqual([
    { line: asked, tick: { by, at } },
    { line: counted, tick: null },
  ])
})

test('a tick that was taken back is none, one made again is one', () => {
  const [checked] = checksOf([asked], [tick({ isTicked: false }), tick()])
  expect(checked?.tick).toBeNull()
  const [again] = checksOf([asked], [tick(), tick({ isTicked: false }), tick()])
  expect(again?.tick).not.toBeNull()
})

test('a tick made for other words does not count for the words of now', () => {
  expect(checksOf([asked], [tick({ words: 'Somebody was asked' })])[0]?.tick).toBeNull()
})

test('where the desk demands it, an open line keeps a claim from being approved', () => {
  const checks = checksOf([asked, counted], [tick()])
  expect(whyNotTicked(checks, { isDemanded: true })).toEqual({ code: 'check-list-open', values: { left: 1 } })
  expect(whyNotTicked(checks, { isDemanded: false })).toBeNull()
  expect(whyNotTicked(checksOf([asked], [tick()]), { isDemanded: true })).toBeNull()
  expect(whyNotTicked([], { isDemanded: true })).toBeNull()
})

test('a line that reads otherwise by now cannot be ticked', () => {
  expect(whyNotTick([asked], { lineId: asked.id, words: asked.text })).toBeNull()
  expect(whyNotTick([asked], { lineId: asked.id, words: 'Old words' })?.code).toBe('check-line-changed')
  expect(whyNotTick([asked], { lineId: counted.id, words: asked.text })?.code).toBe('check-line-changed')
})

test('a list has no empty, endless or doubled lines, and not too many', () => {
  expect(whyNotCheckList([asked, counted])).toBeNull()
  expect(whyNotCheckList([])).toBeNull()
  expect(whyNotCheckList([{ ...asked, text: ' ' }])?.code).toBe('check-line-empty')
  expect(whyNotCheckList([{ ...asked, text: 'x'.repeat(201) }])?.code).toBe('check-line-too-long')
  expect(whyNotCheckList([asked, asked])?.code).toBe('input-wrong')
  const many = Array.from({ length: 21 }, (_, index) => ({ ...asked, id: String(index) }))
  expect(whyNotCheckList(many)?.code).toBe('check-list-too-long')
})

test('a list takes the place only of the one it was made from', () => {
  expect(whyNotReplace(2, 2)).toBeNull()
  expect(whyNotReplace(1, 2)?.code).toBe('setting-changed')
})
