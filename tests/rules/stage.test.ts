import { expect, test } from 'vitest'
import { hasChangedSinceSubmitted, type StageFacts, stageOf } from '../../server/review/stage'

const facts = (parts: Partial<StageFacts> = {}): StageFacts => ({
  isReady: true,
  hash: 'now',
  submission: null,
  publishedHash: null,
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
  expect(stage({ submission: { hash: 'now', decision: null } })).toBe('in-review')
})

test('it stays in review though the room has moved on', () => {
  expect(stage({ isReady: false, submission: { hash: 'then', decision: null } })).toBe('in-review')
})

test('returned words are returned until somebody changes them', () => {
  expect(stage({ submission: { hash: 'now', decision: 'returned' } })).toBe('returned')
  expect(stage({ submission: { hash: 'then', decision: 'returned' } })).toBe('ready')
})

test('a returned claim that is being mended still reads Returned', () => {
  expect(stage({ isReady: false, submission: { hash: 'then', decision: 'returned' } })).toBe('returned')
})

test('approved words are published', () => {
  expect(stage({ submission: { hash: 'now', decision: 'approved' }, publishedHash: 'now' })).toBe('published')
})

test('published words that were edited since have changed', () => {
  expect(stage({ submission: { hash: 'then', decision: 'approved' }, publishedHash: 'then' })).toBe(
    'changed-since',
  )
})

test('a correction that waits is in review', () => {
  expect(stage({ submission: { hash: 'now', decision: null }, publishedHash: 'then' })).toBe('in-review')
})

test('going back to the published words is being published', () => {
  expect(stage({ submission: { hash: 'other', decision: 'returned' }, publishedHash: 'now' })).toBe(
    'published',
  )
})

test('an edit after submitting shows', () => {
  expect(hasChangedSinceSubmitted(facts({ submission: { hash: 'then', decision: null } }))).toBe(true)
})

test('without an edit nothing has changed since', () => {
  expect(hasChangedSinceSubmitted(facts({ submission: { hash: 'now', decision: null } }))).toBe(false)
})

test('after a decision there is nothing left to have changed since', () => {
  expect(hasChangedSinceSubmitted(facts({ submission: { hash: 'then', decision: 'returned' } }))).toBe(false)
})
