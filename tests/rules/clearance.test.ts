import { expect, test } from 'vitest'
import {
  type Clearance,
  type Signature,
  standingOf,
  whyNotCleared,
  whyNotLift,
  whyNotRequire,
  whyNotSign,
} from '../../server/clearance/clearance'

const words = { id: 'submission', hash: 'a'.repeat(64) }
const ruth = { id: 'ruth', name: 'Ruth Adeyemi' }
const at = new Date('2026-03-05T12:00:00Z')

const aClearance = (parts: Partial<Clearance> = {}): Clearance => ({
  ...{ id: 'legal', name: 'Legal', why: 'It names a company.', by: ruth, at },
  ...{ of: { id: 'omar', name: 'Omar Haddad', hasLeft: false }, lifted: null, signatures: [] },
  ...parts,
})
const aSignature = (parts: Partial<Signature> = {}): Signature => ({
  ...{ answer: 'given', submissionId: words.id, hash: words.hash, note: '' },
  ...{ by: 'Omar Haddad', isGuest: false, at },
  ...parts,
})
const lifted = { by: 'Ruth Adeyemi', note: 'The name is gone.', at }

test('a required clearance keeps a submission from being approved until it is given', () => {
  expect(whyNotCleared([], words)).toBeNull()
  expect(whyNotCleared([aClearance()], words)).toEqual({
    code: 'clearance-missing',
    values: { names: 'Legal' },
  })
  expect(whyNotCleared([aClearance({ signatures: [aSignature()] })], words)).toBeNull()
})

test('all that are missing are named', () => {
  const both = [aClearance(), aClearance({ id: 'data', name: 'Data desk' })]
  expect(whyNotCleared(both, words)?.values).toEqual({ names: 'Legal, Data desk' })
})

test('a clearance is for one submission and its very words', () => {
  const given = aClearance({ signatures: [aSignature()] })
  expect(standingOf(given, { ...words, id: 'another' })).toBe('open')
  expect(standingOf(given, { ...words, hash: 'b'.repeat(64) })).toBe('open')
})

test('the newest answer holds', () => {
  const refused = aSignature({ answer: 'refused', note: 'The name must go.' })
  const changed = aClearance({ signatures: [refused, aSignature()] })
  expect(standingOf(changed, words)).toBe('refused')
  expect(whyNotCleared([changed, aClearance()], words)?.code).toBe('clearance-refused')
})

test('a lifted clearance keeps nothing', () => {
  expect(whyNotCleared([aClearance({ lifted })], words)).toBeNull()
})

test.each([
  [{ name: ' ', why: 'x' }, 'clearance-needs-name'],
  [{ name: 'Legal', why: '' }, 'clearance-needs-why'],
  [{ name: 'x'.repeat(81), why: 'x' }, 'clearance-too-long'],
  [{ name: ' legal ', why: 'x' }, 'clearance-twice'],
])('nobody can require %j', (wanted, code) => {
  expect(whyNotRequire(wanted, [aClearance()])?.code).toBe(code)
})

test('what was lifted can be required again', () => {
  expect(whyNotRequire({ name: 'Legal', why: 'x' }, [aClearance({ lifted })])).toBeNull()
})

const open = { hash: words.hash, authors: ['lena'], closed: null }
const signing = { answer: 'given' as const, hash: words.hash, note: '' }
const omar = { memberId: 'omar' }

test('who is named gives it', () => {
  expect(whyNotSign(aClearance(), open, { signer: omar, signing })).toBeNull()
})

test('nobody else gives it, nor a guest whose link is for another', () => {
  const by = (clearance: Clearance, signer: Parameters<typeof whyNotSign>[2]['signer']) =>
    whyNotSign(clearance, open, { signer, signing })?.code
  expect(by(aClearance(), { memberId: 'ruth' })).toBe('clearance-not-yours')
  expect(by(aClearance(), { clearanceId: 'legal' })).toBe('clearance-not-yours')
  expect(by(aClearance({ of: null }), omar)).toBe('clearance-not-yours')
  expect(by(aClearance({ of: null }), { clearanceId: 'data' })).toBe('clearance-not-yours')
  expect(by(aClearance({ of: null }), { clearanceId: null })).toBe('clearance-not-yours')
  expect(by(aClearance({ of: null }), { clearanceId: 'legal' })).toBeUndefined()
})

test.each([
  [{ signing: { ...signing, hash: 'b'.repeat(64) } }, 'clearance-other-words'],
  [{ signing: { ...signing, answer: 'refused' as const } }, 'clearance-refusal-needs-note'],
  [{ submission: { ...open, authors: ['omar'] } }, 'clearance-own-edits'],
  [{ submission: { ...open, closed: { code: 'clearance-superseded' as const } } }, 'clearance-superseded'],
  [{ clearance: aClearance({ lifted }) }, 'clearance-lifted'],
])('it is not given where %j', (parts, code) => {
  const asked = { clearance: aClearance(), submission: open, signing, ...parts }
  const refusal = whyNotSign(asked.clearance, asked.submission, { signer: omar, signing: asked.signing })
  expect(refusal?.code).toBe(code)
})

test('who required it lifts it with a reason, and so does an admin', () => {
  const editor = { id: 'ruth', role: 'editor' as const }
  expect(whyNotLift(aClearance(), editor, 'The name is gone.')).toBeNull()
  expect(whyNotLift(aClearance(), editor, ' ')?.code).toBe('clearance-lift-needs-note')
  expect(whyNotLift(aClearance(), { id: 'jonas', role: 'admin' }, 'x')).toBeNull()
  expect(whyNotLift(aClearance(), { id: 'jonas', role: 'editor' }, 'x')?.code).toBe(
    'clearance-not-yours-to-lift',
  )
  expect(whyNotLift(aClearance({ lifted }), editor, 'x')?.code).toBe('clearance-lifted')
})
