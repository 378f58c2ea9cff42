import { describe, expect, test } from 'vitest'
import {
  appAddress,
  codeAt,
  plainCode,
  stepOf,
  whyNotRemoveFactor,
  whyNotReset,
} from '../../server/session/factor/factor'
import { doesHold, personIn, writeTicket } from '../../server/session/factor/ticket'

// The secret of RFC 6238's examples: the ASCII digits 12345678901234567890.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const now = new Date('2026-03-06T08:00:10Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const step = Math.floor(now.getTime() / 30_000)

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i seconds the app shows what RFC 6238 says', (seconds, code) => {
  expect(codeAt(secret, new Date(seconds * 1000))).toBe(code)
})

describe('a code', () => {
  const taken = (code: string, lastStep: number | null = null) => stepOf(code, { secret, lastStep, now })

  test('is taken in its own half minute, and in the one before and after', () => {
    expect(taken(codeAt(secret, now))).toBe(step)
    expect(taken(codeAt(secret, later(-30)))).toBe(step - 1)
    expect(taken(codeAt(secret, later(30)))).toBe(step + 1)
    expect(taken(codeAt(secret, later(-60)))).toBeNull()
    expect(taken(codeAt(secret, later(60)))).toBeNull()
  })
  test('is taken once, and none from before it', () => {
    expect(taken(codeAt(secret, now), step)).toBeNull()
    expect(taken(codeAt(secret, later(-30)), step)).toBeNull()
    expect(taken(codeAt(secret, now), step - 1)).toBe(step)
  })
  test('may be typed with a space, as apps show it', () => {
    const code = codeAt(secret, now)
    expect(taken(` ${code.slice(0, 3)} ${code.slice(3)} `)).toBe(step)
  })
  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '-12345'])('%j is none', (typed) => {
    expect(taken(typed)).toBeNull()
  })
})

test('an app learns from the address whose secret it is', () => {
  const address = new URL(appAddress(secret, 'ruth@desk.example'))
  expect(address.protocol).toBe('otpauth:')
  expect(decodeURIComponent(address.pathname)).toContain('Proofroom:ruth@desk.example')
  expect(address.searchParams.get('secret')).toBe(secret)
})

test('a recovery code is the same however it is typed', () => {
  expect(plainCode(' 0A1B2-c3d4e ')).toBe('0a1b2c3d4e')
})

test('who is on a desk that asks for a second factor keeps it', () => {
  expect(whyNotRemoveFactor([])).toBeNull()
  expect(whyNotRemoveFactor(['Meridian'])).toEqual({
    code: 'factor-asked-for',
    values: { desk: 'Meridian' },
  })
})

test('an admin takes away the second factor of who is only on desks where they are an admin', () => {
  expect(whyNotReset(['a'], ['a', 'b'])).toBeNull()
  expect(whyNotReset(['a', 'c'], ['a', 'b'])).toEqual({ code: 'factor-guards-others' })
})

describe('a ticket', () => {
  const personId = '01900000-0000-7000-8000-000000000001'
  const given = { personId, until: later(300).getTime(), passwordHash: 'hash' }
  const ticket = writeTicket(given, 'key')
  const held = { passwordHash: 'hash', key: 'key', now }

  test('holds for its person until its time', () => {
    expect(personIn(ticket)).toBe(personId)
    expect(doesHold(ticket, held)).toBe(true)
    expect(doesHold(ticket, { ...held, now: later(300) })).toBe(false)
  })
  test('does not outlive a new password, and is not made by somebody else', () => {
    expect(doesHold(ticket, { ...held, passwordHash: 'new' })).toBe(false)
    expect(doesHold(ticket, { ...held, key: 'other' })).toBe(false)
    expect(doesHold(ticket.replace(String(given.until), String(given.until + 1)), held)).toBe(false)
    expect(doesHold(ticket.replace('0001', '0002'), held)).toBe(false)
  })
  test.each(['', 'x', `${personId}.x.y`, `${personId}.1.`, `${ticket}0`])('%j is none', (typed) => {
    expect(personIn(typed)).toBeNull()
  })
})
