import { expect, test } from 'vitest'
import { isLive, longestComment, whyNotGuestComment, whyNotLink } from '../../server/guest/guest-link'

const wanted = { name: 'Dr Weiss', purpose: 'Is this defamatory?', days: 7 }
const now = new Date('2026-03-05T12:00:00Z')
const later = new Date(now.getTime() + 1)

test('a link says who it is for, what they are asked, and holds up to 30 days', () => {
  expect(whyNotLink(wanted, null)).toBeNull()
  expect(whyNotLink({ ...wanted, days: 30 }, { of: null, lifted: null })).toBeNull()
})

test.each([
  [{ name: ' ' }, 'guest-needs-name'],
  [{ purpose: '' }, 'guest-needs-purpose'],
  [{ days: 0 }, 'guest-days'],
  [{ days: 31 }, 'guest-days'],
  [{ days: 1.5 }, 'guest-days'],
  [{ name: 'x'.repeat(121) }, 'guest-too-long'],
])('no link is made with %j', (parts, code) => {
  expect(whyNotLink({ ...wanted, ...parts }, null)?.code).toBe(code)
})

test('no link is made for a clearance that a member gives, or that was lifted', () => {
  const omar = { id: 'omar', name: 'Omar Haddad', hasLeft: false }
  expect(whyNotLink(wanted, { of: omar, lifted: null })?.code).toBe('clearance-of-member')
  const lifted = { by: 'Ruth Adeyemi', note: 'x', at: now }
  expect(whyNotLink(wanted, { of: null, lifted })?.code).toBe('clearance-lifted')
})

test('a link holds until it runs out or is withdrawn', () => {
  expect(isLive({ expiresAt: later, withdrawn: null }, now)).toBe(true)
  expect(isLive({ expiresAt: now, withdrawn: null }, now)).toBe(false)
  expect(isLive({ expiresAt: later, withdrawn: { by: 'Ruth Adeyemi', at: now } }, now)).toBe(false)
})

test('a guest says up to 10,000 letters, fifty times', () => {
  expect(whyNotGuestComment('x'.repeat(longestComment), 49)).toBeNull()
  expect(whyNotGuestComment(' ', 0)?.code).toBe('comment-empty')
  expect(whyNotGuestComment('x'.repeat(longestComment + 1), 0)?.code).toBe('guest-too-long')
  expect(whyNotGuestComment('x', 50)?.code).toBe('guest-said-enough')
})
