import { expect, test } from 'vitest'
import { followedAt, formPathOf, whyNotEmail } from '../../server/follow/follow'
import { type News, newsLetter } from '../../server/follow/news/letter'

test.each([
  ['/c/12/follow', { kind: 'claim', thing: '12', isAsked: false }],
  ['/a/3/follow/asked', { kind: 'article', thing: '3', isAsked: true }],
  ['/desks/river-desk/follow', { kind: 'desk', thing: 'river-desk', isAsked: false }],
  ['/topics/%EB%B0%95/follow', { kind: 'topic', thing: '박', isAsked: false }],
])('%s is the form of what it names', (path, followed) => {
  expect(followedAt(path)).toEqual(followed)
})

test.each([
  '/c/12',
  '/c/x/follow',
  '/c/12-the-wall/follow',
  '/desks/follow',
  '/topics/a/b/follow',
  '/follow',
])('%s is no form', (path) => {
  expect(followedAt(path)).toBeNull()
})

test('the form of a thing is found again from its path', () => {
  for (const kind of ['claim', 'article'] as const)
    expect(followedAt(formPathOf({ kind, thing: '7' }))).toMatchObject({ kind, thing: '7' })
  expect(followedAt(formPathOf({ kind: 'topic', thing: '박-수' }))).toMatchObject({ thing: '박-수' })
})

test('an address is asked for, and what is none is told so', () => {
  expect(whyNotEmail('')).toEqual({ code: 'follow-email-missing' })
  expect(whyNotEmail('ines@')).toEqual({ code: 'follow-email-wrong' })
  expect(whyNotEmail('ines@reader.example')).toBeNull()
})

test('a statement with line breaks stays in one line of a mail’s head, and a long one is cut', () => {
  const said: News['now'] = {
    ...{ number: 1, version: 2, path: '/c/1-x', verdict: 'false', label: 'False' },
    statement: `It\r\nBcc: all@reader.example ${'said '.repeat(60)}`,
  }
  const news = {
    id: '1',
    kind: 'corrected',
    desk: { name: 'River\nDesk', language: 'en' },
    now: said,
    note: '',
  } as const
  const told = { to: 'ines@reader.example', followerId: '2', origin: 'https://a.example' }
  const { subject, text } = newsLetter({ ...told, news: [news], address: 'https://a.example/leave' })
  expect(subject).not.toMatch(/[\r\n]/)
  expect(subject.length).toBeLessThan(100)
  expect(text).toContain('Changed, River Desk\n')
})
