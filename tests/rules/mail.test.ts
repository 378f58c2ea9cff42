import { describe, expect, test } from 'vitest'
import { inOneLine, type Mail, senderShape, whenAgain, whyNotMail } from '../../server/mail/mail'

const aMail = (parts: Partial<Mail> = {}): Mail => ({
  ...{ key: 'k', to: 'ruth@desk.example', subject: 'Hello', text: 'Words', html: null },
  ...parts,
})

test('a mail to one address with a subject and words is fine', () => {
  expect(whyNotMail(aMail())).toBeNull()
})

test.each([
  'nobody',
  '',
  'a@b.example, c@d.example',
  'Ruth <a@b.example>',
  'a@b.example\r\nBcc: c@d.example',
  'a@b.example\nc@d.example',
])('%j is not one address', (to) => {
  expect(whyNotMail(aMail({ to }))).toEqual({ code: 'mail-address-wrong' })
})

test.each(['', '  ', 'Hello\r\nBcc: a@b.example', 'Hello\nX: y', 'Hello\rX', 'a\0b', 'a\u2028b'])(
  '%j is no subject',
  (subject) => expect(whyNotMail(aMail({ subject }))).toEqual({ code: 'mail-subject-wrong' }),
)

test('a mail without words is refused', () => {
  expect(whyNotMail(aMail({ text: ' \n' }))).toEqual({ code: 'mail-empty' })
})

test('what people wrote fits into a head once it is in one line', () => {
  expect(inOneLine(' A desk\r\nBcc: a@b.example \0')).toBe('A desk Bcc: a@b.example')
})

describe('a sender', () => {
  test.each([
    ['a@b.example', { name: '', address: 'a@b.example' }],
    ['Checks <a@b.example>', { name: 'Checks', address: 'a@b.example' }],
    ['"The Desk" <a@b.example>', { name: 'The Desk', address: 'a@b.example' }],
    ['<a@b.example>', { name: '', address: 'a@b.example' }],
  ])('%j is read', (text, sender) => expect(senderShape.parse(text)).toEqual(sender))

  test.each(['', 'the desk', 'Desk <a>', 'a@b.example <x>', 'a@b.example\r\nBcc: c@d.example'])(
    '%j is none',
    (text) => expect(senderShape.safeParse(text).success).toBe(false),
  )
})

describe('a mail that was not taken', () => {
  const now = new Date('2026-03-06T08:00:00Z')
  const minutesUntil = (tries: number) => {
    const again = whenAgain(tries, { isFinal: false, now })
    return again && (again.getTime() - now.getTime()) / 60_000
  }
  test('is sent again after longer and longer, and given up after eight tries', () => {
    expect([1, 2, 3, 7, 8].map(minutesUntil)).toEqual([1, 5, 15, 1440, null])
  })
  test('is given up at once when the server says that there is nobody', () => {
    expect(whenAgain(1, { isFinal: true, now })).toBeNull()
  })
})
