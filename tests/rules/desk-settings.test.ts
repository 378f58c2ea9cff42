import { expect, test } from 'vitest'
import { changeOf, faceShape, isAsSeen, sourcesNeededShape } from '../../server/member/settings/desk-settings'

const face = { name: 'Meridian Fact Desk', timeZone: 'Europe/Berlin', language: 'de' }

test('settings are as seen only while each of them is', () => {
  expect(isAsSeen({ ...face, sourcesNeeded: 2 }, { sourcesNeeded: 2, language: 'de' })).toBe(true)
  expect(isAsSeen({ ...face, sourcesNeeded: 3 }, { sourcesNeeded: 2, language: 'de' })).toBe(false)
})

test('a change names the settings of its own subject, and no others', () => {
  const change = changeOf(faceShape)
  expect(change.safeParse({ was: face, to: { ...face, name: 'Meridian' } }).success).toBe(true)
  expect(change.safeParse({ was: face, to: { ...face, isDemo: false } }).success).toBe(false)
  expect(change.safeParse({ to: face }).success).toBe(false)
})

test.each([
  ['a name of one letter', { name: 'M' }],
  ['a zone that is none', { timeZone: 'Mars/Olympus' }],
  ['a language nobody speaks', { language: 'xx' }],
  ['a language with markup', { language: '"><script>' }],
])('%s is no public face', (_, wrong) => {
  expect(faceShape.safeParse({ ...face, ...wrong }).success).toBe(false)
})

test.each([0, 11, 1.5, Number.NaN, '2'])('a claim cannot need %s sources', (sourcesNeeded) => {
  expect(sourcesNeededShape.safeParse({ sourcesNeeded }).success).toBe(false)
})
