import { expect, test } from 'vitest'
import { whyNotMail } from '../../server/mail/mail'
import { invitationLetter } from '../../server/member/invitation/invitation'
import { resetDoneLetter, resetLetter, whyNotReset } from '../../server/session/reset/reset'

const now = new Date('2026-03-06T08:00:00Z')
const later = new Date('2026-03-06T09:00:00Z')

test('a link that is neither used nor old sets a new password', () => {
  expect(whyNotReset({ usedAt: null, expiresAt: later }, now)).toBeNull()
})

test('a link works once, and not at the end of its time', () => {
  expect(whyNotReset({ usedAt: now, expiresAt: later }, now)).toEqual({ code: 'reset-used' })
  expect(whyNotReset({ usedAt: null, expiresAt: now }, now)).toEqual({ code: 'reset-expired' })
})

test('letters name the person and the link, and nothing secret is in their key', () => {
  const whom = {
    name: 'Ruth <b>Abel</b> {name}',
    email: 'ruth@desk.example',
    id: '0190',
    language: 'en',
  } as const
  const letter = resetLetter({ ...whom, link: 'https://checks.example/reset/s3cret' })
  expect(letter.text).toContain('Ruth <b>Abel</b> {name}')
  expect(letter.text).toContain('\nhttps://checks.example/reset/s3cret\n')
  expect(letter.key).toBe('password reset 0190')
  expect([whyNotMail(letter), whyNotMail(resetDoneLetter(whom))]).toEqual([null, null])
})

test('a desk’s name brings no head of its own into an invitation', () => {
  const letter = invitationLetter({
    ...{ id: '0190', email: 'tomas@desk.example', role: 'editor', inviter: 'Ruth Abel' },
    ...{
      desk: { name: 'Desk\r\nBcc: a@b.example', language: 'en' },
      link: 'https://checks.example/invite/x',
    },
  })
  expect(letter.subject).toBe('Ruth Abel invites you to Desk Bcc: a@b.example')
  expect(letter.text).toContain('as editor')
  expect(whyNotMail(letter)).toBeNull()
})
