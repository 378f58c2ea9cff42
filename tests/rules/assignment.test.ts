import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { type Role, stages } from '../../db/vocabulary'
import {
  type Asked,
  type Assignment,
  dueByHours,
  idleSince,
  whyNotAssign,
  whyNotAway,
  workOn,
} from '../../server/assignment/assignment'
import { dueShape, dueWord, instantOf, wallTimeOf } from '../../server/assignment/due/due'
import type { Member } from '../../server/member/member'
import { aMember } from '../newsroom'

const now = new Date('2026-03-06T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

const [lena, ruth] = [aMember({ name: 'Lena', role: 'reviewer' }), aMember({ name: 'Ruth', role: 'editor' })]
const there = (member: Member) => ({ ...member, backOn: null })
const anybody = (role: Role = 'reviewer') => there(aMember({ role }))

function anAssignment(parts: Partial<Assignment> = {}): Assignment {
  return {
    ...{ id: uuid(), articleId: uuid(), claimId: uuid(), to: lena, before: null, poolReason: null, by: ruth },
    ...{
      at: hoursAgo(2),
      dueAt: null,
      isDueNamed: true,
      priority: 'normal',
      note: '',
      noteBy: null,
      noteAt: null,
      lastActAt: hoursAgo(1),
      ...parts,
    },
  }
}

/** Why a member may not assign it so, having read what holds; null when they may. */
function why(standing: Assignment | null, by: Member, asked: Partial<Asked>) {
  const all = { seen: standing?.id ?? null, to: there(by), terms: null, note: '', ...asked }
  return whyNotAssign(standing, all, { member: by, now })?.code ?? null
}

const terms = { dueAt: new Date('2026-03-07T17:00:00Z'), priority: 'high' as const }
const others = anAssignment({ to: { id: uuid(), name: 'Idris' } })
const idle = anAssignment({ to: { id: uuid(), name: 'Idris' }, lastActAt: hoursAgo(24) })
const pooled = anAssignment({ to: null, poolReason: 'given-back' })
const own = anAssignment()

test('a reviewer takes what nobody has', () => {
  expect(why(null, lena, {})).toBeNull()
  expect(why(null, lena, { terms })).toBeNull()
  expect(why(pooled, lena, {})).toBeNull()
})

test('a reviewer gives nothing to others that is not theirs', () => {
  expect(why(null, lena, { to: anybody() })).toBe('editors-assign')
  expect(why(pooled, lena, { to: anybody() })).toBe('editors-assign')
  expect(why(others, lena, { to: anybody() })).toBe('assigned-to-other')
})

test('a reviewer hands over and gives back what is theirs', () => {
  expect(why(own, lena, { to: anybody() })).toBeNull()
  expect(why(own, lena, { to: null })).toBeNull()
})

test('a reviewer takes nothing from a colleague who works on it, and takes what lies idle', () => {
  expect(why(others, lena, {})).toBe('assigned-to-other')
  expect(why(idle, lena, {})).toBeNull()
  expect(why(idle, lena, { to: null })).toBe('editors-assign')
})

test('only editors change when something is due', () => {
  expect(why(own, lena, { to: anybody(), terms })).toBe('editors-set-terms')
  expect(why(pooled, lena, { terms })).toBe('editors-set-terms')
  expect(why(own, ruth, { to: there(lena), terms })).toBeNull()
})

test('an editor assigns everything to anybody who may check', () => {
  for (const role of ['reviewer', 'editor', 'admin'] as const)
    for (const standing of [null, others, idle, pooled, own])
      expect(why(standing, ruth, { to: anybody(role) })).toBeNull()
})

test('observers are given nothing', () => {
  expect(why(null, ruth, { to: anybody('observer') })).toBe('observers-take-no-work')
  expect(why(own, lena, { to: anybody('observer') })).toBe('observers-take-no-work')
})

test('whoever read an older assignment is told the newer one', () => {
  expect(why(others, ruth, { seen: null })).toBe('assignment-changed')
  expect(why(null, ruth, { seen: uuid() })).toBe('assignment-changed')
  const asked = { seen: uuid(), to: there(lena), terms: null, note: '' }
  const told = (standing: Assignment) => whyNotAssign(standing, asked, { member: ruth, now })?.values
  expect(told(others)).toEqual({ by: 'Ruth', to: 'Idris', is: 'given' })
  expect(told(pooled)).toEqual({ by: 'Ruth', to: '', is: 'pooled' })
})

test('what would change nothing is refused', () => {
  const toLena = there(lena)
  expect(why(own, ruth, { to: toLena })).toBe('assignment-same')
  expect(why(own, ruth, { to: toLena, terms: { dueAt: null, priority: 'normal' } })).toBe('assignment-same')
  expect(why(own, ruth, { to: toLena, terms: { dueAt: null, priority: 'low' } })).toBeNull()
  expect(why(own, lena, {})).toBe('assignment-same')
  const due = anAssignment({ dueAt: terms.dueAt })
  for (const said of [{}, { priority: 'normal' }, { dueAt: terms.dueAt }] as const)
    expect(why(due, ruth, { to: toLena, terms: said })).toBe('assignment-same')
  expect(why(due, ruth, { to: toLena, terms: { dueAt: null } })).toBeNull()
  for (const standing of [null, pooled]) expect(why(standing, ruth, { to: null })).toBe('work-in-pool')
})

test('whoever may not know of a limited article is given nothing of it', () => {
  expect(why(null, ruth, { to: { ...anybody(), isShutOut: true } })).toBe('member-not-named')
})

test('whoever is away is given nothing, and is back on a day that is still to come', () => {
  const away = { ...anybody(), name: 'Idris', backOn: '2026-03-09' }
  expect(why(null, ruth, { to: away })).toBe('member-away')
  expect(whyNotAway('2026-03-07', '2026-03-06')).toBeNull()
  expect(whyNotAway('2026-03-06', '2026-03-06')?.code).toBe('back-already')
  expect(whyNotAway(null, '2026-03-06')).toBeNull()
})

test('a due time that nobody names follows from the desk’s hours for what the claim needs', () => {
  const hours = { hoursToCheck: 24, hoursReturned: 2, hoursChanged: null }
  const at = new Date('2026-03-06T12:00:31Z')
  const due = Object.fromEntries(
    stages.map((stage) => [stage, dueByHours(stage, hours, at)?.toISOString() ?? null]),
  )
  expect(due).toEqual({
    'to-check': '2026-03-07T12:00:00.000Z',
    ready: '2026-03-07T12:00:00.000Z',
    returned: '2026-03-06T14:00:00.000Z',
    ...{ 'in-review': null, published: null, 'changed-since': null, 'under-review': null, retracted: null },
  })
})

test('a note has an end', () => {
  expect(why(null, lena, { note: 'x'.repeat(1_000) })).toBeNull()
  expect(why(null, lena, { note: 'x'.repeat(1_001) })).toBe('note-too-long')
})

test('who did nothing for a day is idle, to the minute', () => {
  expect(idleSince(anAssignment({ lastActAt: hoursAgo(23.99) }), now)).toBeNull()
  expect(idleSince(idle, now)).toEqual(idle.lastActAt)
  expect(idleSince({ ...idle, to: null }, now)).toBeNull()
})

test('a claim that nobody has is with whoever has the article', () => {
  const whole = anAssignment({ claimId: null })
  expect(workOn(own, whole)).toBe(own)
  expect(workOn(pooled, whole)).toBe(whole)
  expect(workOn(undefined, whole)).toBe(whole)
  expect(workOn(pooled, pooled)).toBeNull()
  expect(workOn(null, undefined)).toBeNull()
})

test('a due time is one of the desk’s clock, summer and winter', () => {
  const berlin = (said: string) => instantOf(said, 'Europe/Berlin').toISOString()
  expect(berlin('2026-03-06T14:00')).toBe('2026-03-06T13:00:00.000Z')
  expect(berlin('2026-07-06T14:00')).toBe('2026-07-06T12:00:00.000Z')
  expect(berlin('2026-03-29T01:30')).toBe('2026-03-29T00:30:00.000Z')
  expect(berlin('2026-03-29T03:00')).toBe('2026-03-29T01:00:00.000Z')
  expect(instantOf('2026-03-06', 'Pacific/Auckland').toISOString()).toBe('2026-03-06T10:59:00.000Z')
  expect(instantOf('2026-03-06T09:15', 'Asia/Kolkata').toISOString()).toBe('2026-03-06T03:45:00.000Z')
})

test('a time that the clocks skip is one after the skip', () => {
  expect(instantOf('2026-03-29T02:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z')
})

test.each(['Europe/Berlin', 'America/St_Johns', 'Pacific/Kiritimati', 'UTC'])(
  'a clock in %s is read as it was set',
  (zone) => {
    for (const said of ['2026-01-01T00:00', '2026-06-30T23:59', '2026-12-31T12:07'])
      expect(wallTimeOf(instantOf(said, zone), zone)).toBe(said)
  },
)

test('what is no day of a calendar is no due time', () => {
  const isDue = (said: string) => dueShape.safeParse(said).success
  expect(['2026-02-28', '2028-02-29', '2026-03-06T00:00'].filter((said) => !isDue(said))).toEqual([])
  const wrong = [
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-03-06T24:00',
    '2026-03-06T12:60',
    '2026-3-6',
    'now',
    '1999-01-01',
  ]
  expect(wrong.filter(isDue)).toEqual([])
})

test('overdue, today and tomorrow are those of the desk', () => {
  const word = (said: string, zone = 'Europe/Berlin') => dueWord(instantOf(said, zone), now, zone)
  const on = (date: string) => ({ date, isThisYear: true })
  expect(word('2026-03-05')).toEqual({ is: 'overdue', day: on('2026-03-05'), time: null })
  // It is 13:00 in Berlin.
  expect(word('2026-03-06T12:59')).toEqual({ is: 'overdue', day: 'today', time: '12:59' })
  expect(word('2026-03-06T13:00').is).toBe('today')
  expect(word('2026-03-06')).toEqual({ is: 'today', day: 'today', time: null })
  expect(word('2026-03-07T00:00')).toEqual({ is: 'later', day: 'tomorrow', time: '00:00' })
  expect(word('2026-03-08')).toEqual({ is: 'later', day: on('2026-03-08'), time: null })
  expect(word('2027-01-01').day).toEqual({ date: '2027-01-01', isThisYear: false })
  // In Auckland it is the seventh already.
  expect(word('2026-03-07', 'Pacific/Auckland').is).toBe('today')
})

test('tomorrow is one day on also where the clocks change', () => {
  const late = new Date('2026-03-28T22:30:00Z')
  expect(dueWord(instantOf('2026-03-29', 'Europe/Berlin'), late, 'Europe/Berlin').day).toBe('tomorrow')
})
