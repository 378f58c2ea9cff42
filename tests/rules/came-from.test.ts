import { expect, test } from 'vitest'
import { cameFrom, networkOf } from '../../server/address/came-from'

const trusted = ['127.0.0.1', '10.0.0.0/8', 'fd00::/8']

test('a proxy that the settings trust is believed, its last word counts', () => {
  expect(cameFrom('127.0.0.1', '203.0.113.9', trusted)).toBe('203.0.113.9')
  expect(cameFrom('::ffff:10.0.0.2', 'made-up, 203.0.113.9', trusted)).toBe('203.0.113.9')
  expect(cameFrom('fd00::1', '2001:db8::7', trusted)).toBe('2001:db8::7')
})

test('any other sender is not believed about itself, however near', () => {
  expect(cameFrom('198.51.100.4', '203.0.113.9', trusted)).toBe('198.51.100.4')
  expect(cameFrom('::ffff:198.51.100.4', undefined, trusted)).toBe('198.51.100.4')
  expect(cameFrom('127.0.0.2', '203.0.113.9', trusted)).toBe('127.0.0.2')
  expect(cameFrom('127.0.0.1', '203.0.113.9', [])).toBe('127.0.0.1')
})

test('without a proxy the sender counts, and nonsense counts as nobody', () => {
  expect(cameFrom('127.0.0.1', undefined, trusted)).toBe('127.0.0.1')
  expect(cameFrom('127.0.0.1', 'unknown', trusted)).toBe('127.0.0.1')
  expect(cameFrom(undefined, '203.0.113.9', trusted)).toBe('unknown')
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['unknown', 'unknown'],
])('%s counts as the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
