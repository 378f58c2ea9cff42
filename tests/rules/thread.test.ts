import { expect, test } from 'vitest'
import {
  asLine,
  asTyped,
  longestComment,
  mentionableOf,
  mentionedIn,
  piecesOf,
  whyNotEdit,
  whyNotSay,
  whyNotSettle,
  withMentions,
} from '../../server/thread/thread'
import { aMember } from '../newsroom'

const ana = '0190a7c4-0000-7000-8000-00000000000a'
const anaMaria = '0190a7c4-0000-7000-8000-00000000000b'
const someoneElse = '0190a7c4-0000-7000-8000-00000000000c'
const mentionable = [
  { token: ana, name: 'Ana', canAnswer: true },
  { token: anaMaria, name: 'Ana Maria', canAnswer: true },
  { token: 'editor', name: 'editors', canAnswer: true },
]

test('names of people and roles become mentions, the longest name first', () => {
  const text = withMentions(
    '@Ana Maria, did @Ana ask the @editors? Not @Anabel, nor ana@desk.example.',
    mentionable,
  )
  expect(text).toBe(`<@${anaMaria}>, did <@${ana}> ask the <@editor>? Not @Anabel, nor ana@desk.example.`)
  expect(mentionedIn(text)).toEqual({ memberIds: [anaMaria, ana], roles: ['editor'] })
})

test('two people of one name are told apart, and who cannot answer is no mention', () => {
  const people = [
    { id: ana, name: 'Ana', email: 'ana@desk.example', role: 'reviewer' as const },
    { id: anaMaria, name: 'Ana', email: 'other@desk.example', role: 'editor' as const },
    { id: someoneElse, name: 'Ole', email: 'ole@desk.example', role: 'observer' as const },
  ]
  const all = mentionableOf(people, (role) => `${role}s`)
  const text = withMentions('@Ana (other@desk.example) @Ole @observers @reviewers', all)
  expect(text).toBe(`<@${anaMaria}> @Ole @observers <@reviewer>`)
})

test('whoever edits reads what they typed', () => {
  const typed = 'Is this right, @Ana Maria? @editors'
  expect(asTyped(withMentions(typed, mentionable), mentionable)).toBe(typed)
})

test('a comment is shown as words and mentions, whatever is in it', () => {
  expect(piecesOf(`<@${ana}> <b>no</b> <@nobody> <@editor>`)).toEqual([
    { memberId: ana },
    { words: ' <b>no</b> <@nobody> ' },
    { role: 'editor' },
  ])
  expect(piecesOf('')).toEqual([])
})

test('a line about a comment leaves out whom it addresses, and names who else is mentioned', () => {
  const names = new Map([[anaMaria, 'Ana Maria']])
  expect(asLine(`<@${ana}>, is <@${anaMaria}> right?`, names)).toBe('is @Ana Maria right?')
  expect(asLine(`Is that so,\n<@editor>? <@${ana}>?`, names)).toBe('Is that so, @editors? @…?')
  expect(asLine(`<@${ana}>`, names)).toBe('@…')
})

test('nothing, and more than there is room for, is not said', () => {
  expect(whyNotSay(' \n ')?.code).toBe('comment-empty')
  expect(whyNotSay('x'.repeat(longestComment))).toBeNull()
  expect(whyNotSay('x'.repeat(longestComment + 1))?.code).toBe('comment-too-long')
})

test('only who said something changes it, and only what they have read', () => {
  const member = aMember()
  expect(whyNotEdit({ memberId: member.id, version: 2 }, { member, version: 2 })).toBeNull()
  expect(whyNotEdit({ memberId: member.id, version: 3 }, { member, version: 2 })?.code).toBe(
    'comment-changed',
  )
  expect(whyNotEdit({ memberId: ana, version: 2 }, { member, version: 2 })?.code).toBe('comment-not-yours')
})

test('whoever raised a thread or an editor resolves it', () => {
  const reviewer = aMember({ role: 'reviewer' })
  expect(whyNotSettle({ raisedBy: reviewer.id }, reviewer)).toBeNull()
  expect(whyNotSettle({ raisedBy: ana }, reviewer)?.code).toBe('thread-not-yours')
  expect(whyNotSettle({ raisedBy: ana }, aMember({ role: 'editor' }))).toBeNull()
})
