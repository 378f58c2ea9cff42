import { expect, test } from 'vitest'
import { mayLoad } from '../../app/desk/[slug]/(shell)/approvals/_preview/preview'
import { say } from '../../server/refusal'
import { whyNotSelectMore } from '../../server/review/approval/approving'

test('the twenty-first claim is not selected, and a sentence says what to do', () => {
  expect(whyNotSelectMore(19)).toBeNull()
  const refusal = whyNotSelectMore(20)
  expect(refusal && say(refusal)).toBe(
    '20 are selected, the most that can be approved at once. Approve these, then go on.',
  )
})

test('of many previews three are loaded at a time, from the top', () => {
  const all = Array.from({ length: 20 }, () => 'loading' as const)
  expect(mayLoad(all).filter(Boolean)).toHaveLength(3)
  expect(mayLoad(all).slice(0, 4)).toEqual([true, true, true, false])
})

test('a preview that is shown or failed makes room for the next one, and stays', () => {
  expect(mayLoad(['shown', 'failed', 'loading', 'shown', 'loading', 'loading', 'loading'])).toEqual([
    ...[true, true, true, true, true, true, false],
  ])
})
