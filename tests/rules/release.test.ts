import { expect, test } from 'vitest'
import { momentAt, saidAt, whyNotAt, whyNotPublishNow, whyNotStop } from '../../server/review/release/release'

const now = new Date('2026-03-01T12:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)

test('a release lies ahead, and within 90 days', () => {
  expect(whyNotAt(days(1), now)).toBeNull()
  expect(whyNotAt(now, now)).toEqual({ code: 'release-past' })
  expect(whyNotAt(days(90), now)).toBeNull()
  expect(whyNotAt(days(91), now)).toEqual({ code: 'release-too-far', values: { days: 90 } })
  expect(whyNotAt(null, now)).toEqual({ code: 'release-no-time' })
})

test.each([
  ['2026-03-05T18:00', 'Europe/Berlin', '2026-03-05T17:00:00.000Z'],
  ['2026-07-05T18:00', 'Europe/Berlin', '2026-07-05T16:00:00.000Z'],
  ['2026-03-05T18:00', 'America/New_York', '2026-03-05T23:00:00.000Z'],
  ['2026-03-05T18:00', 'Asia/Kathmandu', '2026-03-05T12:15:00.000Z'],
  ['2026-03-05T18:00', 'Pacific/Kiritimati', '2026-03-05T04:00:00.000Z'],
  ['2026-03-29T03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  // An hour that comes twice: the first one.
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
])('%s on the wall in %s is %s', (wall, zone, moment) => {
  const at = momentAt(wall, zone)
  expect(at?.toISOString()).toBe(moment)
})

test('an hour that the clock skips is no time, nor is what is not written as one', () => {
  expect(momentAt('2026-03-29T02:30', 'Europe/Berlin')).toBeNull()
  for (const wall of ['', 'tomorrow', '2026-13-45T99:99', '2026-03-05'])
    expect(momentAt(wall, 'UTC')).toBeNull()
})

test('a time is said as the desk’s clock shows it', () => {
  expect(saidAt(new Date('2026-03-05T17:00:00Z'), 'Europe/Berlin')).toBe('5 March 2026, 18:00')
})

const due = {
  isSuperseded: false,
  isGone: false,
  authors: ['lena'],
  approvers: [{ id: 'ruth', isEditor: true }],
  isDoubtedSince: false,
  notCleared: null,
}

test('what was approved goes out when its time comes', () => {
  expect(whyNotPublishNow(due)).toBeNull()
})

test.each([
  [{ isSuperseded: true }, 'submission-superseded'],
  [{ isGone: true }, 'release-claim-deleted'],
  [{ approvers: [{ id: 'ruth', isEditor: false }] }, 'release-approver-left'],
  [{ authors: ['lena', 'ruth'] }, 'release-approver-wrote'],
  [{ isDoubtedSince: true }, 'release-doubted'],
  [{ notCleared: { code: 'clearance-missing' as const } }, 'clearance-missing'],
])('when its time comes the approval must still hold: %j', (parts, code) => {
  expect(whyNotPublishNow({ ...due, ...parts })).toEqual({ code })
})

const ahead = { publishAt: '2026-03-05T17:00:00Z', editor: 'Ruth Adeyemi', outcome: null }

test('a release is stopped with a note, while it lies ahead', () => {
  expect(whyNotStop(ahead, 'Wait for the ministry.')).toBeNull()
  expect(whyNotStop(ahead, ' ')).toEqual({ code: 'stop-needs-note' })
  expect(whyNotStop(null, 'x')).toEqual({ code: 'release-over' })
  const outcome = { end: 'published' as const, editor: null, note: '', refusal: null, at: '' }
  expect(whyNotStop({ ...ahead, outcome }, 'x')).toEqual({ code: 'release-over' })
})
