import { expect, test } from 'vitest'
import { cleaned, whyNotForm } from '../../server/form/form'
import { whyNotAnswer, whyNotStep } from '../../server/report/queue/step'
import { nothingWritten, stateOf, whyNotFields } from '../../server/report/report'

const written = { ...nothingWritten, text: 'It was 1988.' }
const codes = (refusals: ReturnType<typeof whyNotFields>) =>
  Object.fromEntries(Object.entries(refusals).map(([field, refusal]) => [field, refusal.code]))

test('a report needs words; the rest may be left out', () => {
  expect(whyNotFields(written, 'error')).toEqual({})
  expect(codes(whyNotFields({ ...written, text: ' \n' }, 'error'))).toEqual({ text: 'report-empty' })
  expect(codes(whyNotFields(nothingWritten, 'suggestion'))).toEqual({ text: 'suggestion-empty' })
})

test('each field that is wrong has its own reason', () => {
  const wrong = { ...written, link: 'acts.example', email: 'ines@', name: 'x'.repeat(121) }
  expect(codes(whyNotFields(wrong, 'error'))).toEqual({
    ...{ link: 'report-link-wrong', email: 'report-email-wrong', name: 'report-too-long' },
  })
})

test('a link is one that a browser may follow', () => {
  for (const link of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//acts.example'])
    expect(codes(whyNotFields({ ...written, link }, 'error'))).toEqual({ link: 'report-link-wrong' })
})

test('words lose what controls and what turns them round, and keep their lines', () => {
  expect(cleaned('a\r\nb\tc\0\u0007\u202ed\u2069\u001b[31m')).toBe('a\nb\tcd[31m')
})

test('a form holds from three seconds to a day after it was handed out', () => {
  const now = new Date('2026-03-09T10:00:00Z')
  const after = (ms: number) => whyNotForm(new Date(now.getTime() - ms), now)?.code ?? null
  expect([after(0), after(2_999), after(3_000)]).toEqual(['report-too-fast', 'report-too-fast', null])
  expect([after(86_400_000), after(86_400_001)]).toEqual([null, 'report-form-old'])
  expect(after(-60_000)).toBe('report-too-fast')
})

test('without a step, or put back, a report is new', () => {
  expect([stateOf(null), stateOf('put-back'), stateOf('taken-up')]).toEqual(['new', 'new', 'taken-up'])
})

const by = { id: 'ruth', name: 'Ruth' }
const nothing = { standing: null, seen: null, hasPage: true }

test('who has not read the newest step is told whose it is', () => {
  const standing = { id: 'b', kind: 'answered', by } as const
  expect(whyNotStep({ kind: 'spam' }, { ...nothing, standing, seen: 'a' })).toEqual({
    ...{ code: 'report-changed', values: { by: 'Ruth', is: 'answered' } },
  })
  expect(whyNotStep({ kind: 'spam' }, { ...nothing, standing, seen: 'b' })).toBeNull()
})

test('what is so already is not done again, but work is given again', () => {
  const as = (kind: 'spam' | 'taken-up') => ({ ...nothing, standing: { id: 'a', kind, by }, seen: 'a' })
  expect(whyNotStep({ kind: 'spam' }, as('spam'))?.code).toBe('report-same')
  expect(whyNotStep({ kind: 'put-back' }, nothing)?.code).toBe('report-same')
  expect(whyNotStep({ kind: 'taken-up' }, as('taken-up'))).toBeNull()
})

test('an answer has words, and stands in public only where there is a page for it', () => {
  expect(whyNotAnswer({ answer: ' ', isPublic: false }, true)?.code).toBe('report-answer-empty')
  expect(whyNotAnswer({ answer: 'No.', isPublic: true }, false)?.code).toBe('report-not-public')
  expect(whyNotAnswer({ answer: 'No.', isPublic: true }, true)).toBeNull()
})

test('a double doubles what stands by itself', () => {
  const double = { kind: 'duplicate', duplicateOf: 'x' } as const
  const of = (state: 'new' | 'duplicate' | 'spam', isDoubled = false) =>
    whyNotStep(double, { ...nothing, other: { state }, isDoubled })?.code ?? null
  expect([of('new'), of('duplicate'), of('spam')]).toEqual([null, 'report-no-original', 'report-no-original'])
  expect(of('new', true)).toBe('report-is-original')
})
