import { expect, test } from 'vitest'
import { bookmarklet, sentPage, sharedAddress, whyNotImport } from '../../server/article/draft/sent-page'
import { slugOf } from '../../server/member/desk'

const page = { proofroom: 'page', html: '<p>Dam', address: 'https://ledger.example/dam' }

test('a page that a window sent is taken where its address is of the origin it came from', () => {
  expect(sentPage({ data: page, origin: 'https://ledger.example' })).toEqual(page)
})

test.each([
  ['claims another’s address', { data: page, origin: 'https://evil.example' }],
  ['has no address', { data: { ...page, address: 'dam' }, origin: 'https://ledger.example' }],
  ['has no page', { data: { ...page, html: '' }, origin: 'https://ledger.example' }],
  ['says something else', { data: { proofroom: 'ready' }, origin: 'https://ledger.example' }],
])('a message that %s is none', (_, message) => {
  expect(sentPage(message)).toBeNull()
})

test('a page that is too long to be read is taken, and refused with the reason', () => {
  const html = 'x'.repeat(5_000_001)
  expect(sentPage({ data: { ...page, html }, origin: 'https://ledger.example' })).toMatchObject({ html })
  expect(whyNotImport({ html })).toEqual({ code: 'page-too-large' })
  expect(whyNotImport(page)).toBeNull()
})

test('the bookmark gives the page to our origin and to nobody else', () => {
  const code = decodeURIComponent(bookmarklet('https://desk.example'))
  expect(code).toMatch(/^javascript:/)
  expect(code).toContain('e.origin!=="https://desk.example"')
  expect(code).toMatch(/postMessage\(\{.*\},"https:\/\/desk\.example"\)/)
})

test('a shared address is found wherever a program puts it', () => {
  expect(sharedAddress([undefined, 'Dam gives way https://ledger.example/dam', 'Dam'])).toBe(
    'https://ledger.example/dam',
  )
  expect(sharedAddress(['javascript:alert(1)', ''])).toBeNull()
})

test('no desk has the address that leads to the import', () => {
  expect(slugOf('Import')).toBe('import-desk')
})
