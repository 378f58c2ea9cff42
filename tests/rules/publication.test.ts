import { expect, test } from 'vitest'
import { describeQuote } from '../../server/claim/quote'
import { articlePath, claimPath, contextOf, slugOf } from '../../server/publication/publication'
import { answerTo, type Coding, keptUnder } from '../../server/publication/stored/stored-page'

test('a slug has the words of a title, in small letters with hyphens', () => {
  expect(slugOf('  “Two thousand” driven out – Café, 2026! ')).toBe('two-thousand-driven-out-cafe-2026')
})

test('a slug is never longer than 60 characters, and never empty', () => {
  expect(slugOf('word '.repeat(40))).toMatch(/^(word-){11}word$/)
  expect(slugOf('?!')).toBe('untitled')
})

test('a slug keeps syllables and vowel signs whole, and is cut between characters', () => {
  expect(slugOf('한국의 물가')).toBe('한국의-물가')
  expect(slugOf('가'.repeat(70))).toBe('가'.repeat(60))
  expect(slugOf('हिन्दी में दावा')).toBe('हिन्दी-में-दावा')
  expect(slugOf('हि'.repeat(40))).toBe('हि'.repeat(30))
  expect(slugOf('กำแพงที่เก่า')).toBe('กําแพงที่เก่า')
  expect(slugOf('がぎぐ')).toBe('がぎぐ')
})

test('a slug leaves out accents and the vowel marks that some write and some do not', () => {
  expect(slugOf('Đà Nẵng, Ёлка, Άνοιξη')).toBe('đa-nang-елка-ανοιξη')
  expect(slugOf('ارتفعتِ الأسعارُ')).toBe(slugOf('ارتفعت الاسعار'))
})

test('an address in other letters is written as addresses are', () => {
  expect(claimPath(4, 'Über Größe')).toBe('/c/4-uber-gro%C3%9Fe')
  expect(articlePath(7, 'Дамба')).toBe('/a/7-%D0%B4%D0%B0%D0%BC%D0%B1%D0%B0')
})

const text = ['Zero.', `One ${'early '.repeat(60)}THE QUOTE${' late'.repeat(60)} end.`, 'Two.'].join('\n\n')
const selectors = (words: string) => {
  const start = text.indexOf(words)
  const found = describeQuote(text, { start, end: start + words.length })
  if (!found) throw new Error(`no ${words}`)
  return found
}

test('context is a few whole words on each side', () => {
  const { before, after } = contextOf(text, selectors('THE QUOTE'))
  expect(before).toMatch(/^… (early ){20,23}$/)
  expect(after).toMatch(/^( late){20,28} …$/)
})

test('context never comes from another block', () => {
  expect(contextOf(text, selectors('Two.'))).toEqual({ before: '', after: '' })
  expect(contextOf(text, selectors('One')).before).toBe('')
})

test('short context is whole, without marks of omission', () => {
  const found = describeQuote('A dam broke today.', { start: 6, end: 11 })
  expect(found && contextOf('A dam broke today.', found)).toEqual({ before: 'A dam ', after: ' today.' })
})

const page = {
  path: '/c/12',
  canonical: '/c/12-a-dam',
  contentType: 'text/html; charset=utf-8',
  etag: 'abc',
  madeAt: new Date('2026-03-09T10:20:00.500Z'),
  codings: ['bytes', 'brotli', 'gzip'] satisfies Coding[],
  styles: [],
}
const asked = { path: '/c/12-a-dam', acceptEncoding: '', ifNoneMatch: '' }

test('a claim is found by its number, and what is below it, whatever slug is written', () => {
  expect(['/c/12', '/c/12-old', '/c/12/v/3', '/a/7-x', '/c/12-a/v/3', '/desks/a-1'].map(keptUnder)).toEqual([
    '/c/12',
    '/c/12',
    '/c/12/v/3',
    '/a/7',
    '/c/12/v/3',
    '/desks/a-1',
  ])
})

test('another slug leads to the right one', () => {
  expect(answerTo({ ...asked, path: '/c/12-old' }, page)).toMatchObject({
    status: 301,
    headers: { location: '/c/12-a-dam' },
  })
})

test.each([
  ['gzip, deflate, br', 'brotli'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['identity', 'bytes'],
  ['', 'bytes'],
])('who accepts "%s" gets %s', (acceptEncoding, body) => {
  expect(answerTo({ ...asked, acceptEncoding }, page).body).toBe(body)
})

test('who has the page already is told so, in the encoding they have', () => {
  const { headers } = answerTo({ ...asked, acceptEncoding: 'br' }, page)
  const again = { ...asked, acceptEncoding: 'br', ifNoneMatch: `"x", W/${headers.etag}` }
  expect(answerTo(again, page)).toMatchObject({ status: 304, body: null })
  expect(answerTo({ ...again, acceptEncoding: 'gzip' }, page).status).toBe(200)
})

test('a page runs nothing and loads nothing from elsewhere', () => {
  const policy = answerTo(asked, page).headers['content-security-policy']
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('script')
  expect(policy).not.toContain('unsafe')
})

test('a style inside a page is allowed by its hash alone', () => {
  const styled = { ...page, styles: ["'sha256-x'"] }
  expect(answerTo(asked, styled).headers['content-security-policy']).toContain("style-src 'self' 'sha256-x';")
})

test('newest pages are asked for again, versions and assets are kept', () => {
  const caching = (path: string) =>
    answerTo({ ...asked, path }, { ...page, path, canonical: path }).headers['cache-control']
  expect(caching('/a/7-x')).toBe('public, max-age=0, must-revalidate')
  expect(caching('/c/12/v/1')).toBe('public, max-age=3600')
  expect(caching('/assets/public-1.css')).toContain('immutable')
})
