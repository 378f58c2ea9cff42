import { expect, test } from 'vitest'
import { isChangedSince, openSentences, usedWaivers, whyNotClose } from '../../../server/coverage/closing'
import type { SentenceState } from '../../../server/coverage/coverage'

const [first, second, third] = [
  { start: 0, end: 10 },
  { start: 11, end: 20 },
  { start: 21, end: 30 },
]
const left: SentenceState = { is: 'not-looked-at' }
const claimed: SentenceState = { is: 'claimed', claimId: 'a' }
const known = { revisionId: 'r1', sentences: [first, second, third], states: [claimed, left, left] }
const full = { ...known, states: [claimed, claimed, claimed] }
const waiver = (...sentences: (typeof first)[]) => ({ reason: 'no-time' as const, note: '', sentences })

test('what is neither looked at nor waived is open', () => {
  expect(openSentences(known, [])).toEqual([second, third])
  expect(openSentences(known, [waiver(third)])).toEqual([second])
})

test('an article is closed at full coverage or with named waivers only', () => {
  expect(whyNotClose(full, [])).toBeNull()
  expect(whyNotClose(known, [waiver(second)])).toEqual({ code: 'coverage-not-full', values: { left: 1 } })
  expect(whyNotClose(known, [waiver(second), waiver(third)])).toBeNull()
})

test('a waiver names whole sentences', () => {
  expect(whyNotClose(known, [waiver({ start: 11, end: 30 })])?.code).toBe('coverage-not-full')
})

test('"another reason" without one is none', () => {
  const other = { ...waiver(second, third), reason: 'other' as const }
  expect(whyNotClose(known, [other])?.code).toBe('waiver-unexplained')
  expect(whyNotClose(known, [{ ...other, note: 'Withdrawn.' }])).toBeNull()
})

test('a waiver keeps the sentences that nobody looked at', () => {
  expect(usedWaivers(known, [waiver(first, second), waiver(first)])).toEqual([waiver(second)])
})

test('another revision, and a sentence that is open again, are changes since', () => {
  const closing = { revisionId: 'r1', waivers: [waiver(second, third)] }
  expect(isChangedSince(closing, known)).toBe(false)
  expect(isChangedSince(closing, { ...known, revisionId: 'r2' })).toBe(true)
  expect(isChangedSince(closing, { ...known, states: [left, left, left] })).toBe(true)
})
