import { expect, test } from 'vitest'
import { leftOpen } from '../../server/review/approval/left-open'

const nothing = { passage: null, isInDoubt: false, threads: 0, suggestions: 0, hasChangedSince: false }

test('where everything is settled, nothing was left open', () => {
  expect(leftOpen({ notKnown: ' ' }, nothing)).toEqual([])
})

test('that the publisher changed the passage, and that a source changed, come before all else', () => {
  const besides = { ...nothing, passage: 'recheck', isInDoubt: true, threads: 1 } as const
  expect(leftOpen({ notKnown: '' }, besides).map(({ what }) => what)).toEqual([
    'passage',
    'sources',
    'threads',
  ])
})

test('open threads and suggestions are counted', () => {
  expect(leftOpen({ notKnown: '' }, { ...nothing, threads: 2, suggestions: 1 })).toEqual([
    { what: 'threads', count: 2 },
    { what: 'suggestions', count: 1 },
  ])
})

test('later edits and what is not known are named', () => {
  expect(leftOpen({ notKnown: 'Who paid.' }, { ...nothing, hasChangedSince: true })).toEqual([
    { what: 'later-edits', count: 1 },
    { what: 'not-known', count: 1 },
  ])
})
