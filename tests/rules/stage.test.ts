import { expect, test } from 'vitest'
import { hasChangedSinceSubmitted, type StageFacts, stageOf } from '../../server/review/stage'

const facts = (parts: Partial<StageFacts> = {}): StageFacts => ({
  isReady: true,
  isReopened: false,
  hash: 'now',
  submission: null,
  publishedHash: null,
  doubt: null,
  ...parts,
})
const stage = (parts: Partial<StageFacts>) => stageOf(facts(parts))

test('a claim that lacks something is to check', () => {
  expect(stage({ isReady: false })).toBe('to-check')
})

test('a complete claim is ready', () => {
  expect(stage({})).toBe('ready')
})

test('a claim whose words wait for a decision is in review', () => {
  expect(stage({ submission: { hash: 'now', kind: 'first', decision: null } })).toBe('in-review')
})

test('it stays in review though the room has moved on', () => {
  expect(stage({ isReady: false, submission: { hash: 'then', kind: 'first', decision: null } })).toBe(
    'in-review',
  )
})

test('returned words are returned until somebody changes them', () => {
  expect(stage({ submission: { hash: 'now', kind: 'first', decision: 'returned' } })).toBe('returned')
  expect(stage({ submission: { hash: 'then', kind: 'first', decision: 'returned' } })).toBe('ready')
})

test('a returned claim that is being mended still reads Returned', () => {
  expect(stage({ isReady: false, submission: { hash: 'then', kind: 'first', decision: 'returned' } })).toBe(
    'returned',
  )
})

test('approved words are published', () => {
  expect(
    stage({ submission: { hash: 'now', kind: 'first', decision: 'approved' }, publishedHash: 'now' }),
  ).toBe('published')
})

test('published words that were edited since have changed', () => {
  expect(
    stage({ submission: { hash: 'then', kind: 'first', decision: 'approved' }, publishedHash: 'then' }),
  ).toBe('changed-since')
})

test('a correction that waits is in review', () => {
  expect(stage({ submission: { hash: 'now', kind: 'first', decision: null }, publishedHash: 'then' })).toBe(
    'in-review',
  )
})

test('going back to the published words is being published', () => {
  expect(
    stage({ submission: { hash: 'other', kind: 'first', decision: 'returned' }, publishedHash: 'now' }),
  ).toBe('published')
})

test('an edit after submitting shows', () => {
  expect(
    hasChangedSinceSubmitted(facts({ submission: { hash: 'then', kind: 'first', decision: null } })),
  ).toBe(true)
})

test('without an edit nothing has changed since', () => {
  expect(
    hasChangedSinceSubmitted(facts({ submission: { hash: 'now', kind: 'first', decision: null } })),
  ).toBe(false)
})

test('after a decision there is nothing left to have changed since', () => {
  expect(
    hasChangedSinceSubmitted(facts({ submission: { hash: 'then', kind: 'first', decision: 'returned' } })),
  ).toBe(false)
})

test('a version that readers are warned of is under review, whatever the room says', () => {
  const doubted = { publishedHash: 'then', doubt: 'under-review' as const }
  expect(stage(doubted)).toBe('under-review')
  expect(stage({ ...doubted, publishedHash: 'now' })).toBe('under-review')
})

test('the correction of a doubted version that waits is in review', () => {
  const submission = { hash: 'now', kind: 'factual' as const, decision: null }
  expect(stage({ publishedHash: 'then', doubt: 'under-review', submission })).toBe('in-review')
})

test('a retracted version is retracted until the words change', () => {
  expect(stage({ publishedHash: 'now', doubt: 'retracted' })).toBe('retracted')
  expect(stage({ publishedHash: 'then', doubt: 'retracted' })).toBe('changed-since')
})

test('a retraction that came back leaves the words published', () => {
  const submission = { hash: 'now', kind: 'retraction' as const, decision: 'returned' as const }
  expect(stage({ publishedHash: 'now', submission })).toBe('published')
})

test('an edit does not touch a retraction that waits', () => {
  const submission = { hash: 'then', kind: 'retraction' as const, decision: null }
  expect(hasChangedSinceSubmitted(facts({ submission, publishedHash: 'then' }))).toBe(false)
})

test('a claim whose passage says something else now is to be checked again', () => {
  expect(stage({ isReopened: true })).toBe('to-check')
  expect(stage({ isReopened: true, publishedHash: 'now' })).toBe('changed-since')
})

test('what is in review, under review or retracted stays so when its passage changes', () => {
  const submission = { hash: 'now', kind: 'first', decision: null } as const
  expect(stage({ isReopened: true, submission })).toBe('in-review')
  expect(stage({ isReopened: true, publishedHash: 'now', doubt: 'under-review' })).toBe('under-review')
  expect(stage({ isReopened: true, publishedHash: 'now', doubt: 'retracted' })).toBe('retracted')
})
