import { expect, test } from 'vitest'
import { addressAt, clock } from '../../server/article/speech/recording'

test.each([
  [0, '0:00'],
  [42, '0:42'],
  [725, '12:05'],
  [3723, '1:02:03'],
])('second %i is shown as %s', (seconds, shown) => {
  expect(clock(seconds)).toBe(shown)
})

test.each([
  ['https://ledger.example/talk.mp3', 'https://ledger.example/talk.mp3#t=42'],
  ['https://ledger.example/talk#t=9', 'https://ledger.example/talk#t=42'],
  ['https://ledger.example/talk#part-2', 'https://ledger.example/talk#part-2'],
  ['https://www.youtube.com/watch?v=a1&t=9', 'https://www.youtube.com/watch?v=a1&t=42s'],
  ['https://youtu.be/a1', 'https://youtu.be/a1?t=42s'],
  ['https://vimeo.com/12', 'https://vimeo.com/12#t=42s'],
])('%s leads to its second 42', (address, expected) => {
  expect(addressAt(address, 42)).toBe(expected)
})

test('what is no address leads nowhere', () => {
  expect(addressAt('ledger', 42)).toBeNull()
})
