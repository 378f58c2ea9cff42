import { expect, test } from 'vitest'
import { whyNotBeside, whyNotTogether } from '../../server/process/others/beside'

const self = { address: 'http://10.0.0.1:3000', likeness: 'same' }
const other = { address: 'http://10.0.0.2:3000', likeness: 'same' }
const settings = {
  role: 'all' as const,
  databaseUrl: 'postgres://db/desk',
  advertiseUrl: 'http://10.0.0.1:3000',
  clusterSecret: 'x'.repeat(32),
}

test('a process that is alone needs nothing', () => {
  expect(whyNotBeside({ address: null, likeness: '' }, [], false)).toBeNull()
})

test('processes that know each other and share a folder work side by side', () => {
  expect(whyNotBeside(self, [other, other], true)).toBeNull()
})

test.each([
  ['a second one without an address of its own', { ...self, address: null }, [other], true, /ADVERTISE_URL/],
  [
    'one beside a first that has no address',
    self,
    [other, { ...other, address: null }],
    true,
    /ADVERTISE_URL/,
  ],
  ['one with another secret', { ...self, likeness: 'another' }, [other], true, /must be the same/],
  ['one with a folder of its own', self, [other], false, /DATA_DIR/],
])('%s is refused with a sentence', (_, one, others, sharesFolder, sentence) => {
  expect(whyNotBeside(one, others, sharesFolder)).toMatch(sentence)
})

test.each([
  ['an address without a secret', { ...settings, clusterSecret: null }, /belong together/],
  ['a secret without an address', { ...settings, advertiseUrl: null }, /belong together/],
  [
    'a process for pages that is alone',
    { ...settings, role: 'web' as const, advertiseUrl: null, clusterSecret: null },
    /needs other processes/,
  ],
  ['several processes on the built-in database', { ...settings, databaseUrl: null }, /set DATABASE_URL/],
])('%s is refused with a sentence', (_, bad, sentence) => {
  expect(whyNotTogether(bad)).toMatch(sentence)
})

test('one process, or several with all they need, are not refused', () => {
  expect(whyNotTogether(settings)).toBeNull()
  expect(
    whyNotTogether({ role: 'all', databaseUrl: null, advertiseUrl: null, clusterSecret: null }),
  ).toBeNull()
})
