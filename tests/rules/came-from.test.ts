import { expect, test } from 'vitest'
import { cameFrom } from '../../server/came-from'

test('a proxy on the own machine or network is believed, its last word counts', () => {
  expect(cameFrom('127.0.0.1', '203.0.113.9')).toBe('203.0.113.9')
  expect(cameFrom('::ffff:10.0.0.2', 'made-up, 203.0.113.9')).toBe('203.0.113.9')
  expect(cameFrom('fd00::1', '2001:db8::7')).toBe('2001:db8::7')
})

test('a distant sender is not believed about itself', () => {
  expect(cameFrom('198.51.100.4', '203.0.113.9')).toBe('198.51.100.4')
  expect(cameFrom('::ffff:198.51.100.4', undefined)).toBe('198.51.100.4')
})

test('without a proxy the sender counts, and nonsense counts as nobody', () => {
  expect(cameFrom('127.0.0.1', undefined)).toBe('127.0.0.1')
  expect(cameFrom('127.0.0.1', 'unknown')).toBe('127.0.0.1')
  expect(cameFrom(undefined, '203.0.113.9')).toBe('unknown')
})
