import { expect, test } from 'vitest'
import {
  countLeft,
  coverageOf,
  type Look,
  nextLeft,
  sentenceAt,
  whyNotPassOver,
} from '../../../server/coverage/coverage'

const sentences = [
  { start: 0, end: 10 },
  { start: 11, end: 20 },
  { start: 22, end: 30 },
  { start: 31, end: 40 },
]
const by = { id: 'm', name: 'Ruth Adeyemi' }

function look(start: number, end: number, hasNoClaim = true): Look {
  return { id: `${start}`, start, end, hasNoClaim, by, at: new Date('2026-03-06') }
}

const quote = (id: string, start: number, end: number) => ({ id, start, end })
const states = (...[quotes = [], looks = []]: [Parameters<typeof coverageOf>[1]?, Look[]?]) =>
  coverageOf(sentences, quotes, looks).map((state) => state.is)

test('a sentence that nobody did anything with is not looked at', () => {
  expect(states()).toEqual(['not-looked-at', 'not-looked-at', 'not-looked-at', 'not-looked-at'])
})

test('a quote claims every sentence that it shares a letter with, and no other', () => {
  expect(states([quote('a', 19, 23)])).toEqual(['not-looked-at', 'claimed', 'claimed', 'not-looked-at'])
  expect(states([quote('a', 10, 11)])).not.toContain('claimed')
  expect(states([quote('a', 40, 50)])).not.toContain('claimed')
})

test('a sentence with two claims names the first', () => {
  const [first] = coverageOf(sentences, [quote('a', 0, 3), quote('b', 4, 8)], [])
  expect(first).toEqual({ is: 'claimed', claimId: 'a' })
})

test('a look is about its sentence; the newest holds', () => {
  expect(states([], [look(11, 20)])[1]).toBe('no-claim')
  expect(states([], [look(11, 20), look(11, 20, false)])[1]).toBe('not-looked-at')
  expect(states([], [look(11, 20, false), look(11, 20)])[1]).toBe('no-claim')
})

test('a claim counts more than a look', () => {
  expect(states([quote('a', 12, 15)], [look(11, 20)])[1]).toBe('claimed')
})

test('where another program cut the text otherwise, a look is about the sentences whose middle it covers', () => {
  expect(states([], [look(11, 30)])).toEqual(['not-looked-at', 'no-claim', 'no-claim', 'not-looked-at'])
  expect(states([], [look(0, 3)])).not.toContain('no-claim')
})

test('what is left is counted', () => {
  expect(countLeft(coverageOf(sentences, [quote('a', 0, 3)], [look(22, 30)]))).toBe(2)
})

test('the next one left is the next in the order of worth, and after the last the first', () => {
  const left = coverageOf(sentences, [quote('a', 11, 15)], [])
  const order = [2, 1, 0, 3]
  const next = (from: number | null, step: 1 | -1 = 1) => nextLeft(order, left, { from, step })
  expect([next(null), next(2), next(0), next(3)]).toEqual([2, 0, 3, 2])
  expect([next(null, -1), next(2, -1), next(0, -1)]).toEqual([3, 3, 2])
  // From one that was just marked it goes on, not back to the start.
  expect(next(1)).toBe(0)
})

test('where all are looked at, or only this one is left, there is no next', () => {
  const all = coverageOf(sentences, [quote('a', 0, 40)], [])
  expect(nextLeft([0, 1, 2, 3], all, { from: null, step: 1 })).toBeNull()
  expect(nextLeft([], [], { from: null, step: 1 })).toBeNull()
  const one = coverageOf(sentences, [quote('a', 0, 25)], [])
  expect(nextLeft([0, 1, 2, 3], one, { from: 3, step: 1 })).toBeNull()
})

test('a place of the text is in its sentence, or before the next', () => {
  expect([0, 10, 21, 39].map((place) => sentenceAt(sentences, place))).toEqual([0, 1, 2, 3])
  expect(sentenceAt(sentences, 40)).toBeNull()
})

test('what a claim quotes cannot be signed as having none', () => {
  expect(whyNotPassOver({ is: 'not-looked-at' })).toBeNull()
  expect(whyNotPassOver({ is: 'claimed', claimId: 'a' })?.code).toBe('sentence-claimed')
  expect(whyNotPassOver(undefined)?.code).toBe('sentence-unknown')
})
