import { expect, test } from 'vitest'
import type { Decision } from '../../db/vocabulary'
import { canonicalHash } from '../../server/canonical-hash'
import type { Claim } from '../../server/claim/claim'
import {
  claimHash,
  decisionOf,
  frozenClaim,
  isOpen,
  whyNotDecide,
  whyNotNote,
  whyNotSubmitAgain,
  whyNotWithdraw,
} from '../../server/review/submission'
import { aClaim, aFigure, aMember, aRationale, aSource, aSubmission } from '../newsroom'

test('the hash is SHA-256 over RFC 8785 JSON', () => {
  // printf '{"a":[1,"é"],"b":null}' | sha256sum
  expect(canonicalHash({ b: null, a: [1, 'é'] })).toBe(
    '1e02bc81a26af2f027329541e97eef36f3290bedc6dfe043dbe66b057ecb13ba',
  )
})

test('the order of keys does not change the hash', () => {
  expect(canonicalHash({ one: 1, two: 2 })).toBe(canonicalHash({ two: 2, one: 1 }))
})

test('how sure the desk is stays on the desk and is no part of what is approved', () => {
  const claim = aClaim()
  const sure = { ...claim, confidence: { level: 'low' as const, why: 'One source.' } }
  expect(claimHash(sure)).toBe(claimHash(claim))
  expect(frozenClaim(sure)).not.toHaveProperty('confidence')
})

test('a claim without a figure has the hash it had before there were figures', () => {
  expect(JSON.stringify(frozenClaim(aClaim()))).toContain('"figure":null')
})

test('times of work and topics are not part of what is approved', () => {
  const claim = aClaim()
  const later = { ...claim, markedAt: '2027-01-01T00:00:00.000Z', topics: ['dams'], damaged: [] }
  expect(claimHash(later)).toBe(claimHash(claim))
})

test.each([
  ['statement', { statement: 'Another.' }],
  ['speaker', { speaker: 'Nobody' }],
  ['date', { saidAt: '2026-03-04' }],
  ['kind', { kind: 'number' }],
  ['figure', { figure: aFigure() }],
  ['appearances', { appearances: [] }],
  ['verdict', { verdict: 'false' }],
  ['short answer', { shortAnswer: 'No.' }],
  ['what is not known', { notKnown: 'Much.' }],
  ['as-known-at date', { asKnownAt: '2026-03-07' }],
  ['rationale', { rationale: aRationale('Otherwise.') }],
  ['revision', { revision: 'another' }],
] satisfies [string, Partial<Claim>][])('another %s is another hash', (_, parts) => {
  const claim = aClaim()
  expect(claimHash({ ...claim, ...parts })).not.toBe(claimHash(claim))
})

test('the order of sources is part of the hash, because it gives them their numbers', () => {
  const [one, two] = [aSource(), aSource()]
  const claim = aClaim({ sources: [one, two] })
  expect(claimHash({ ...claim, sources: [two, one] })).not.toBe(claimHash(claim))
})

test('a frozen source does not repeat whose claim it belongs to', () => {
  expect(frozenClaim(aClaim()).sources[0]).not.toHaveProperty('claimId')
})

test('a frozen appearance says where and when, not how the room calls it', () => {
  const appearances = [{ id: 'one', address: 'https://ledger.example/karsell', date: '2026-03-05' }]
  const claim = aClaim({ appearances })
  expect(frozenClaim(claim).appearances).toEqual([
    { address: 'https://ledger.example/karsell', date: '2026-03-05' },
  ])
  const renamed = appearances.map((appearance) => ({ ...appearance, id: 'other' }))
  expect(claimHash({ ...claim, appearances: renamed })).toBe(claimHash(claim))
})

test('an editor who did not write in the claim may decide', () => {
  expect(whyNotDecide(aSubmission(), aMember())).toBeNull()
})

test('an admin may decide, too', () => {
  expect(whyNotDecide(aSubmission(), aMember({ role: 'admin' }))).toBeNull()
})

test.each(['observer', 'reviewer'] as const)('an %s may not decide', (role) => {
  expect(whyNotDecide(aSubmission(), aMember({ role }))).toEqual({ code: 'not-an-editor' })
})

test('an editor whose edits are in the claim may not decide', () => {
  const editor = aMember()
  expect(whyNotDecide(aSubmission({ authors: ['somebody', editor.id] }), editor)).toEqual({
    code: 'own-edits',
  })
})

test('to another desk the submission is not there, whatever else is true of it', () => {
  const stranger = aMember({ deskId: 'elsewhere', role: 'observer' })
  expect(whyNotDecide(aSubmission({ withdrawnAt: new Date() }), stranger)).toEqual({
    code: 'submission-unknown',
  })
})

test('nobody decides on a submission that was withdrawn', () => {
  expect(whyNotDecide(aSubmission({ withdrawnAt: new Date() }), aMember())).toEqual({
    code: 'submission-withdrawn',
  })
})

test('nobody decides on a submission that a newer one superseded', () => {
  expect(whyNotDecide(aSubmission({ isSuperseded: true }), aMember())).toEqual({
    code: 'submission-superseded',
  })
})

test.each(['approved', 'returned'] as const)('nobody decides on what another editor has %s', (decision) => {
  const reviews = [{ editorId: 'another', decision }]
  expect(whyNotDecide(aSubmission({ reviews }), aMember())).toEqual({ code: 'already-decided' })
})

test('where two approvals are needed, the second must be another editor’s', () => {
  const [first, second] = [aMember(), aMember()]
  const submission = aSubmission({
    approvalsNeeded: 2,
    reviews: [{ editorId: first.id, decision: 'approved' }],
  })
  expect(whyNotDecide(submission, first)).toEqual({ code: 'decided-by-you' })
  expect(whyNotDecide(submission, second)).toBeNull()
})

const votes = (...decisions: Decision[]) =>
  decisions.map((decision, index) => ({ editorId: `editor ${index}`, decision }))

test('one return decides, however many approvals are needed', () => {
  const reviews = votes('approved', 'returned')
  expect(decisionOf({ reviews, approvalsNeeded: 3, returnsNeeded: 1 })).toBe('returned')
})

test.each([
  [votes('approved'), null],
  [votes('returned'), null],
  [votes('approved', 'returned'), null],
  [votes('approved', 'approved'), 'approved'],
  [votes('returned', 'returned'), 'returned'],
  [votes('returned', 'approved', 'approved'), 'approved'],
  [votes('returned', 'approved', 'returned'), 'returned'],
] as const)('of three who vote, two equal decisions settle it: %j', (reviews, outcome) => {
  expect(decisionOf({ reviews: [...reviews], approvalsNeeded: 2, returnsNeeded: 2 })).toBe(outcome)
})

test('a settled vote takes no third', () => {
  const settled = { reviews: votes('approved', 'approved'), approvalsNeeded: 2, returnsNeeded: 2 }
  expect(whyNotDecide(aSubmission(settled), aMember())).toEqual({ code: 'already-decided' })
})

test('a submission without enough approvals is open', () => {
  const reviews = [{ editorId: 'one', decision: 'approved' as const }]
  expect(isOpen(aSubmission({ reviews, approvalsNeeded: 2 }))).toBe(true)
})

test('the same words are not submitted twice', () => {
  expect(whyNotSubmitAgain('a', 'a', null)).toEqual({ code: 'already-submitted' })
})

test('the published words are not submitted again', () => {
  expect(whyNotSubmitAgain('a', null, 'a')).toEqual({ code: 'nothing-changed' })
})

test('other words may be submitted while some wait', () => {
  expect(whyNotSubmitAgain('b', 'a', 'a0')).toBeNull()
})

test('who returns a claim says why', () => {
  expect(whyNotNote('returned', ' ')).toEqual({ code: 'return-needs-note' })
  expect(whyNotNote('approved', '')).toBeNull()
})

test('only the submitter withdraws', () => {
  const [submitter, another] = [aMember({ role: 'reviewer' }), aMember()]
  const submission = { ...aSubmission(), submittedBy: submitter.id }
  expect(whyNotWithdraw(submission, submitter)).toBeNull()
  expect(whyNotWithdraw(submission, another)).toEqual({ code: 'not-the-submitter' })
})

test('what is decided cannot be withdrawn', () => {
  const member = aMember()
  const reviews = [{ editorId: 'another', decision: 'approved' as const }]
  expect(whyNotWithdraw({ ...aSubmission({ reviews }), submittedBy: member.id }, member)).toEqual({
    code: 'already-decided',
  })
})
