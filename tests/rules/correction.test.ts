import { expect, test } from 'vitest'
import type { SubmissionKind } from '../../db/vocabulary'
import { whyNotPutUnderReview } from '../../server/publication/under-review/under-review'
import { whyNotKind, whyNotSubmitAs } from '../../server/review/correction/correction'
import { frozenClaim } from '../../server/review/submission'
import { aClaim, aFigure, aRationale, aSource } from '../newsroom'

const as = (kind: SubmissionKind, publicNote = 'A note.', reason = '') => ({ kind, publicNote, reason })
const first = { kind: 'first' as const }
const retracted = { kind: 'retraction' as const }

test('a first submission needs no note', () => {
  expect(whyNotSubmitAs(as('first', ''), null)).toBeNull()
})

test.each(['factual', 'retraction'] as const)(
  'a claim that is not published has nothing for a %s',
  (kind) => {
    expect(whyNotSubmitAs(as(kind), null)).toEqual({ code: 'nothing-to-correct' })
  },
)

test('a published claim is submitted as a kind of correction', () => {
  expect(whyNotSubmitAs(as('first'), first)).toEqual({ code: 'correction-needs-kind' })
})

test('a correction tells readers what changed', () => {
  expect(whyNotSubmitAs(as('factual', ' '), first)).toEqual({ code: 'correction-needs-note' })
})

test('a retraction tells readers and, apart from them, the editor why', () => {
  expect(whyNotSubmitAs(as('retraction', ' ', 'The source was forged.'), first)).toEqual({
    code: 'correction-needs-note',
  })
  expect(whyNotSubmitAs(as('retraction', 'We withdraw it.', ' '), first)).toEqual({
    code: 'retraction-needs-reason',
  })
  expect(whyNotSubmitAs(as('retraction', 'We withdraw it.', 'The source was forged.'), first)).toBeNull()
})

test('what is retracted is not retracted again, and may be corrected', () => {
  expect(whyNotSubmitAs(as('retraction'), retracted)).toEqual({ code: 'already-retracted' })
  expect(whyNotSubmitAs(as('factual'), retracted)).toBeNull()
})

const claim = aClaim()
const published = frozenClaim(claim)
const changed = (parts: Parameters<typeof aClaim>[0]) => frozenClaim({ ...claim, ...parts })

test('a changed verdict may not pass as anything smaller', () => {
  for (const kind of ['typo', 'clarification', 'factual'] as const)
    expect(whyNotKind(kind, published, changed({ verdict: 'false' }))).toEqual({ code: 'verdict-changed' })
})

test('a changed verdict is submitted as one', () => {
  expect(whyNotKind('verdict-change', published, changed({ verdict: 'false' }))).toBeNull()
})

test('the same verdict may not be announced as changed', () => {
  expect(whyNotKind('verdict-change', published, published)).toEqual({ code: 'verdict-unchanged' })
})

test('before the first publication there is no verdict to change', () => {
  expect(whyNotKind('first', null, published)).toBeNull()
})

test('a retraction has nothing to hide', () => {
  expect(whyNotKind('retraction', published, changed({ verdict: 'false' }))).toBeNull()
})

test('a typing error may change words', () => {
  expect(whyNotKind('typo', published, changed({ statement: 'It was the largest package.' }))).toBeNull()
})

test.each([
  { shortAnswer: 'Only in cash terms. Adjusted for prices, the 1978 package was larger.' },
  { statement: 'It is the largest of 3 relief packages since independence.' },
  { rationale: aRationale('In cash terms it is 14 % more') },
  { figure: aFigure() },
])('a typing error changes no number: %j', (parts) => {
  expect(whyNotKind('typo', published, changed(parts))).toEqual({ code: 'typo-changes-number' })
  expect(whyNotKind('factual', published, changed(parts))).toBeNull()
})

test('a typing error adds, removes and turns no source', () => {
  const [one, ...others] = claim.sources
  if (!one) throw new Error('the claim has sources')
  for (const sources of [
    others,
    [...claim.sources, aSource()],
    [{ ...one, stance: 'supports' as const }, ...others],
  ])
    expect(whyNotKind('typo', published, changed({ sources }))).toEqual({ code: 'typo-changes-source' })
})

const newest = { version: 2, kind: 'factual' as const, isUnderReview: false }
const put = (parts: Partial<typeof newest>, line = 'We look at it again.', version = 2) =>
  whyNotPutUnderReview({ ...newest, ...parts }, { version, line })

test('a published claim is put under review with a line for readers', () => {
  expect(put({})).toBeNull()
  expect(put({}, ' ')).toEqual({ code: 'under-review-needs-line' })
})

test('who read an older version reads the newer one first', () => {
  expect(put({}, 'We look at it again.', 1)).toEqual({ code: 'newer-version', values: { version: 2 } })
})

test('a claim is under review once, and not after it is retracted', () => {
  expect(put({ isUnderReview: true })).toEqual({ code: 'already-under-review' })
  expect(whyNotPutUnderReview({ ...newest, kind: 'retraction' }, { version: 2, line: 'x' })).toEqual({
    code: 'already-retracted',
  })
})
