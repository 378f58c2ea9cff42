import { expect, test } from 'vitest'
import { isFirstOfTwo, namesOf } from '../../app/_keys/key-press'

test('after G, A goes to approvals before it approves', () => {
  expect(namesOf({ key: 'a', withModifier: false }, 'g')).toEqual(['g a', 'a'])
  expect(namesOf({ key: 'a', withModifier: false }, null)).toEqual(['a'])
})

test('a key with Ctrl is never the key alone', () => {
  expect(namesOf({ key: 'Z', withModifier: true }, null)).toEqual(['mod+z'])
  expect(namesOf({ key: 'a', withModifier: true }, 'g')).toEqual(['mod+a'])
})

test('G begins a command only where there is one that begins with it', () => {
  expect(isFirstOfTwo('G', ['g d', 'j'])).toBe(true)
  expect(isFirstOfTwo('g', ['j', 'g'])).toBe(false)
})
