import { expect, test } from 'vitest'
import {
  type AuditEntry,
  type AuditLink,
  firstBreak,
  mayName,
  networkOf,
  nextLink,
  thingsIn,
  wordsIn,
} from '../../server/audit/audit'
import { auditFile } from '../../server/audit/audit-view'
import { csv } from '../../server/statistics/csv'

const entry = (parts: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{
    id: 'an entry',
    deskId: 'a desk',
    at: new Date('2026-03-06T08:00:00Z'),
    act: 'discuss',
    way: 'thread.raise',
  },
  ...{
    outcome: 'done',
    memberId: 'ruth',
    personId: 'her',
    things: {},
    words: {},
    requestId: null,
    address: null,
  },
  ...parts,
})

function aChain(ids: string[]) {
  const chain: { link: AuditLink; entry: AuditEntry | null }[] = []
  for (const id of ids) {
    const one = entry({ id })
    chain.push({ link: nextLink(chain.at(-1)?.link ?? null, one), entry: one })
  }
  return chain
}

test('a chain that nobody touched holds', () => {
  expect(firstBreak(null, aChain(['a', 'b', 'c']))).toBeNull()
  expect(firstBreak(null, [])).toBeNull()
})

test.each<[string, (chain: ReturnType<typeof aChain>) => void, object]>([
  [
    'another act',
    (c) => c.splice(1, 1, { ...at(c, 1), entry: entry({ id: 'b', act: 'manage members' }) }),
    { index: 1, why: 'entry-changed' },
  ],
  [
    'another time',
    (c) => c.splice(2, 1, { ...at(c, 2), entry: entry({ id: 'c', at: new Date(0) }) }),
    { index: 2, why: 'entry-changed' },
  ],
  [
    'a row taken out',
    (c) => c.splice(1, 1, { ...at(c, 1), entry: null }),
    { index: 1, why: 'entry-missing' },
  ],
  ['a row and its link taken out', (c) => c.splice(1, 1), { index: 2, why: 'link-missing' }],
  ['the beginning taken out', (c) => c.splice(0, 1), { index: 1, why: 'link-missing' }],
])('%s is told at the first link that does not hold', (_, tamper, found) => {
  const chain = aChain(['a', 'b', 'c', 'd'])
  tamper(chain)
  expect(firstBreak(null, chain)).toMatchObject(found)
})

const at = (chain: ReturnType<typeof aChain>, index: number) => {
  const found = chain[index]
  if (!found) throw new Error('the chain is shorter')
  return found
}

test('a link made anew over a changed entry breaks the one after it', () => {
  const chain = aChain(['a', 'b', 'c'])
  const changed = entry({ id: 'b', outcome: 'own-edits' })
  chain.splice(1, 1, { link: nextLink(at(chain, 0).link, changed), entry: changed })
  expect(firstBreak(null, chain)).toMatchObject({ index: 2, why: 'entry-changed' })
})

test('an address is kept as its network alone', () => {
  expect(networkOf('203.0.113.77')).toBe('203.0.113.0/24')
  expect(networkOf('::ffff:203.0.113.77')).toBe('203.0.113.0/24')
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1::/48')
  expect([networkOf('unknown'), networkOf(null), networkOf('')]).toEqual([null, null, null])
})

const id = '01900000-0000-7000-8000-000000000000'

test('of what was asked only ids and fixed words are kept', () => {
  const asked = {
    claimId: id,
    note: 'Ask the treasury.',
    decision: 'returned',
    password: id,
    role: 'emperor',
  }
  expect(thingsIn(asked)).toEqual({ claimId: id })
  expect(wordsIn(asked)).toEqual({ decision: 'returned' })
  expect(thingsIn({ id: 'a secret', memberId: 'no id' })).toEqual({})
  expect([thingsIn(null), thingsIn('text'), wordsIn(undefined)]).toEqual([{}, {}, {}])
})

test('what was refused before it was looked for is not named', () => {
  expect([mayName('claim-unknown'), mayName('role-too-low')]).toEqual([false, false])
  expect([mayName('done'), mayName('own-edits')]).toEqual([true, true])
})

test('a cell of CSV keeps quotes and lines, and is never a formula', () => {
  expect(
    csv([
      ['a "b"', 'c,d', null, 3],
      ['two\nlines', '=1+1', '-2', -2],
    ]),
  ).toBe(`"a ""b""","c,d",,3\r\n"two\nlines",'=1+1,'-2,-2\r\n`)
})

test('a file of JSON Lines has an entry a line, with its place in the chain', () => {
  const link = { index: 7, hash: 'h', previousHash: 'p' }
  const line = { ...entry(), who: { name: 'Ruth Abel', memberId: id }, words: { role: 'editor' }, link }
  const [row, rest] = auditFile([line], 'jsonl').split('\n')
  expect(JSON.parse(row ?? '')).toMatchObject({
    index: 7,
    who: 'Ruth Abel',
    words: { role: 'editor' },
    hash: 'h',
  })
  expect(rest).toBe('')
  expect(auditFile([line], 'csv').split('\r\n')[1]).toContain('Ruth Abel')
})
