import { expect, test } from 'vitest'
import { needsProof, whyNotProven } from '../../server/session/proof/proof'

const now = new Date('2026-03-06T08:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const asked = { code: 'prove-identity-first', values: { minutes: 15 } }

test('a desk that does not ask lets everybody act', () => {
  expect(whyNotProven({ isAsked: false, provedAt: null }, now)).toBeNull()
  expect(whyNotProven({ isAsked: false, provedAt: ago(900) }, now)).toBeNull()
})

test('who showed who they are less than fifteen minutes ago acts', () => {
  expect(whyNotProven({ isAsked: true, provedAt: ago(0) }, now)).toBeNull()
  expect(whyNotProven({ isAsked: true, provedAt: ago(14.9) }, now)).toBeNull()
})

test('who did so longer ago, or never, is asked', () => {
  for (const provedAt of [ago(15), ago(900), null])
    expect(whyNotProven({ isAsked: true, provedAt }, now)).toEqual(asked)
})

test('deciding and changing who may decide wait for it, discussing does not', () => {
  expect(
    (['decide on submissions', 'put claims under review', 'manage the desk'] as const).every(needsProof),
  ).toBe(true)
  expect((['discuss', 'submit claims', 'read the desk', 'edit rooms'] as const).some(needsProof)).toBe(false)
})
