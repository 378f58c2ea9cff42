import { verify } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  beforeTheLog,
  firstBrokenEntry,
  type LogBody,
  type LogEntry,
  nextEntry,
} from '../../server/publication/log/log'
import { logKeyOf } from '../../server/publication/log/read-log-key'

const body = (claim: number): LogBody => ({
  claim,
  version: 1,
  contentHash: 'c'.repeat(64),
  desk: 'meridian',
  at: '2026-03-09T10:20:00.000Z',
  key: '0123456789abcdef',
})

function logOf(length: number): LogEntry[] {
  const entries: LogEntry[] = []
  for (let claim = 1; claim <= length; claim++)
    entries.push(nextEntry(entries.at(-1) ?? null, 'publication', body(claim)))
  return entries
}

test('the first entry has nothing before it and index 0', () => {
  expect(nextEntry(null, 'publication', body(1))).toMatchObject({ index: 0, previousHash: beforeTheLog })
})

test('an entry names the hash of the one before it', () => {
  const [first, second] = logOf(2)
  expect(second?.previousHash).toBe(first?.hash)
})

test('a log as it was written holds', () => {
  expect(firstBrokenEntry(logOf(5))).toBeNull()
})

test('an entry changed later is found', () => {
  const log = logOf(5).map((entry) => (entry.index === 2 ? { ...entry, body: body(99) } : entry))
  expect(firstBrokenEntry(log)).toBe(2)
})

test('an entry changed together with its own hash breaks the next one', () => {
  const log = logOf(5)
  const forged = nextEntry(log[1] ?? null, 'publication', body(99))
  expect(firstBrokenEntry(log.with(2, forged))).toBe(3)
})

test('an entry taken out is found', () => {
  expect(firstBrokenEntry(logOf(5).filter(({ index }) => index !== 1))).toBe(2)
})

test('the public half of the key checks a signature, and of nothing else', () => {
  const key = logKeyOf('07'.repeat(32))
  const other = logKeyOf('08'.repeat(32))
  const hash = 'ab'.repeat(32)
  const signature = Buffer.from(key.sign(hash), 'hex')
  expect(verify(null, Buffer.from(hash, 'hex'), key.publicKey, signature)).toBe(true)
  expect(verify(null, Buffer.from(hash, 'hex'), other.publicKey, signature)).toBe(false)
  expect(key.id).not.toBe(other.id)
})

test('the key is the one that RFC 8032 derives from the seed', () => {
  const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
  const { publicKey } = logKeyOf(seed)
  expect(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')).toBe(
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  )
})
