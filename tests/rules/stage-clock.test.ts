import { expect, test } from 'vitest'
import { type StageClock, stageSince, stepTimes } from '../../server/statistics/stage-clock'

const day = (number: number) => new Date(Date.UTC(2026, 2, number))
const hours = (count: number) => count * 60 * 60 * 1000

const clock = (
  parts: Partial<StageClock['first']> = {},
  last: Partial<StageClock['last']> = {},
): StageClock => ({
  claimId: 'a claim',
  first: { marked: day(1), rated: null, submitted: null, decided: null, published: null, ...parts },
  last: { submitted: null, decided: null, published: null, ...last },
  corrected: null,
  doubted: null,
})

test('a claim is to be checked since it was marked', () => {
  expect(stageSince('to-check', clock())).toEqual(day(1))
})

test('a claim is ready since it was rated, or since it came back', () => {
  expect(stageSince('ready', clock({ rated: day(2) }))).toEqual(day(2))
  expect(stageSince('ready', clock({ rated: day(2) }, { decided: day(4) }))).toEqual(day(4))
  expect(stageSince('ready', clock())).toEqual(day(1))
})

test('a claim waits for a decision since it was last submitted', () => {
  expect(stageSince('in-review', clock({ submitted: day(2) }, { submitted: day(5) }))).toEqual(day(5))
})

test('a version is under review since it was put there', () => {
  const published = clock({ published: day(2) }, { published: day(2) })
  expect(stageSince('under-review', { ...published, doubted: day(6) })).toEqual(day(6))
})

test('each step is measured from the one before', () => {
  const passed = { rated: day(2), submitted: day(4), decided: day(7), published: day(7) }
  expect(stepTimes(clock(passed))).toEqual({
    ...{ rated: hours(24), submitted: hours(48), decided: hours(72), published: 0 },
  })
})

test('a step that has not happened, or follows none, has no time', () => {
  expect(stepTimes(clock({ submitted: day(3) }))).toEqual({
    ...{ rated: null, submitted: null, decided: null, published: null },
  })
})

test('a verdict that came late from a device that was offline makes no time shorter than none', () => {
  expect(stepTimes(clock({ rated: day(5), submitted: day(4) })).submitted).toBe(0)
})
