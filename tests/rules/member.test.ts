import { expect, test } from 'vitest'
import { roles } from '../../db/vocabulary'
import { isLoopback } from '../../server/address/loopback'
import { isOurHost, isSameOrigin } from '../../server/address/same-origin'
import { slugOf, timeZoneShape } from '../../server/member/desk'
import { whyNotAccept } from '../../server/member/invitation/invitation'
import { type Act, emailShape, initialsOf, may, whoMay, whyNotLeaveAdmins } from '../../server/member/member'

const rolesThatMay = (act: Act) => roles.filter((role) => may({ role }, act))

test.each<[string, Act[]]>([
  [
    'observer, reviewer, editor, admin',
    ['read the desk', 'remember visits', 'choose public names', 'enter rooms', 'save filters'],
  ],
  [
    'reviewer, editor, admin',
    [
      'edit rooms',
      'import articles',
      'submit claims',
      'discuss',
      'sign own verdicts',
      'take on work',
      'read reports',
    ],
  ],
  [
    'editor, admin',
    [
      'decide on submissions',
      'delete articles',
      'limit articles',
      'settle threads',
      'assign work',
      'share filters',
      'answer reports',
    ],
  ],
  ['admin', ['invite members', 'manage members', 'manage the desk', 'found another desk', 'read the audit']],
])('%s may this and nobody else on the desk: %s', (those, acts) => {
  for (const act of acts) expect(rolesThatMay(act).join(', ')).toBe(those)
})

test('who is not on a desk may come in and see to their own', () => {
  const withoutRole = Object.entries(whoMay).filter(
    ([, least]) => least === 'anyone' || least === 'signed in',
  )
  expect(Object.fromEntries(withoutRole)).toEqual({
    'see the way in': 'anyone',
    'begin to sign in': 'anyone',
    'set Proofroom up': 'anyone',
    'answer invitations': 'anyone',
    'set a forgotten password': 'anyone',
    'answer as a guest': 'anyone',
    'report errors': 'anyone',
    'follow by mail': 'anyone',
    'see own desks': 'signed in',
    'change own password': 'signed in',
    'prove identity': 'signed in',
    'see own account': 'signed in',
    'manage own sign-in': 'signed in',
    'choose own language': 'signed in',
  })
})

test('the last admin stays admin, one of two may go, and so may anybody else', () => {
  expect(whyNotLeaveAdmins('ruth', ['ruth'])).toEqual({ code: 'last-admin' })
  expect(whyNotLeaveAdmins('ruth', ['ruth', 'maren'])).toBeNull()
  expect(whyNotLeaveAdmins('tomas', ['ruth'])).toBeNull()
})

test('initials are the first and the last name’s, whole letters of any script', () => {
  expect(['Maren Holt', ' Ruth ', 'Ana de la Cruz', 'ßen Ömer', '𝒜da'].map(initialsOf)).toEqual([
    'MH',
    'R',
    'AC',
    'SSÖ',
    '𝒜',
  ])
})

test('an e-mail is compared without its spaces and capitals', () => {
  expect(emailShape.parse('  Ruth@Meridian.Example ')).toBe('ruth@meridian.example')
  expect(emailShape.safeParse('ruth').success).toBe(false)
})

test('a desk’s address is its name in plain letters', () => {
  expect(slugOf('Meridian Fact Desk')).toBe('meridian-fact-desk')
  expect(slugOf('  Überprüfung — Nord! ')).toBe('uberprufung-nord')
  expect(slugOf('検証')).toBe('desk')
  expect(slugOf(`${'x'.repeat(39)} y`)).toBe('x'.repeat(39))
})

test('a time zone is one that the calendar knows', () => {
  expect(timeZoneShape.safeParse('Europe/Berlin').success).toBe(true)
  expect(timeZoneShape.safeParse('Europe/Anselm').success).toBe(false)
  expect(timeZoneShape.safeParse('').success).toBe(false)
})

const now = new Date('2026-03-01T12:00:00Z')
const tomorrow = new Date('2026-03-02T12:00:00Z')
const holding = { usedAt: null, expiresAt: tomorrow, invitedBy: { role: 'admin' as const } }

test('an invitation holds until it is used, runs out, or its inviter may not invite any more', () => {
  expect(whyNotAccept(holding, now)).toBeNull()
  expect(whyNotAccept({ ...holding, usedAt: now }, now)).toEqual({ code: 'invitation-used' })
  expect(whyNotAccept({ ...holding, expiresAt: now }, now)).toEqual({ code: 'invitation-expired' })
  expect(whyNotAccept({ ...holding, invitedBy: null }, now)).toEqual({ code: 'invitation-withdrawn' })
  expect(whyNotAccept({ ...holding, invitedBy: { role: 'editor' } }, now)).toEqual({
    code: 'invitation-withdrawn',
  })
})

test('only the machine itself reaches a loopback host', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', 'localhost'].every(isLoopback)).toBe(true)
  expect(['0.0.0.0', '::', '127.0.0.1.example.org', '192.168.1.2', ''].some(isLoopback)).toBe(false)
})

const ours = 'https://checks.example.org'
const asked = { origin: ours, host: 'checks.example.org', site: 'same-origin' }

test('a request from another site’s page is not ours', () => {
  expect(isSameOrigin(asked, ours)).toBe(true)
  expect(isSameOrigin({ ...asked, origin: 'https://evil.example' }, ours)).toBe(false)
  expect(isSameOrigin({ ...asked, site: 'cross-site' }, ours)).toBe(false)
  expect(isSameOrigin({ ...asked, site: 'same-site' }, ours)).toBe(false)
  expect(isSameOrigin({ ...asked, origin: 'null', site: null }, ours)).toBe(false)
})

test('a command without a page, and a page opened by another name of the server, are ours', () => {
  expect(isSameOrigin({ origin: null, host: 'localhost:3000', site: null }, ours)).toBe(true)
  expect(isSameOrigin({ origin: 'http://localhost:3000', host: 'localhost:3000', site: null }, ours)).toBe(
    true,
  )
})

test('we answer to our own name, to localhost and to addresses in numbers, and to no other name', () => {
  const own = [
    undefined,
    'checks.example.org',
    'checks.example.org:8080',
    'localhost:3000',
    '127.0.0.1:3000',
    '[::1]:3000',
  ]
  for (const host of own) expect(isOurHost(host, ours), host).toBe(true)
  for (const host of [
    'evil.example:3000',
    'localhost.evil.example',
    'example.org',
    '127.0.0.1.evil.example',
    '',
  ])
    expect(isOurHost(host, ours), host).toBe(false)
})
