import { expect, test } from 'vitest'
import { passkeysAt, rpIdOf, whyNotAddPasskey } from '../../server/session/passkey/passkey'

test.each([
  ['https://checks.example.org', true],
  ['http://localhost:3000', true],
  ['http://checks.example.org', false],
  ['http://127.0.0.1:3000', false],
  ['https://192.0.2.7', false],
  ['https://[2001:db8::1]', false],
])('at %s browsers make passkeys: %s', (origin, isOffered) => {
  expect(passkeysAt(origin)).toBe(isOffered ? origin : null)
})

test('a passkey is for the host of our address, whatever its port', () => {
  expect(rpIdOf('https://checks.example.org:8443')).toBe('checks.example.org')
})

test('the eleventh passkey is refused', () => {
  expect(whyNotAddPasskey(9)).toBeNull()
  expect(whyNotAddPasskey(10)).toEqual({ code: 'passkeys-too-many', values: { most: 10 } })
})
