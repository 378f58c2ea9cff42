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

test('a letter with Shift is asked for by that name first, and is the letter where nothing asks for it', () => {
  expect(namesOf({ key: 'J', withModifier: false, withShift: true }, null)).toEqual(['shift+j', 'j'])
  expect(namesOf({ key: 'J', withModifier: false }, null)).toEqual(['j'])
})
