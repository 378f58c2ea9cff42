import { expect, test } from 'vitest'
import { extractMail } from '../../server/article/extract/file/mail-text'

const read = (lines: string[]) => extractMail(Buffer.from(lines.join('\r\n'), 'latin1'))
const words = 'Two thousand people were driven from their homes when the dam at Karsell gave way.'
const head = [
  'From: "Weir, Anna" <anna@ledger.example>',
  'To: desk@here.example',
  'Date: Thu, 5 Mar 2026 14:10:00 +0100',
]

test('a mail’s subject, sender and date are title, byline and date', () => {
  const { extraction, address } = read([
    ...head,
    'Subject: =?UTF-8?Q?Br=C3=BCcke?= =?utf-8?B?IGRlciBEw6RtbWU=?=',
    '',
    words,
  ])
  expect(extraction).toMatchObject({
    title: 'Brücke der Dämme',
    byline: ['Weir, Anna'],
    published: '2026-03-05T13:10:00Z',
  })
  expect(extraction.provenance).toMatchObject({ title: 'meta', byline: 'meta', published: 'meta' })
  expect(address).toBeNull()
})

test('of several forms the HTML is read, with its charset and encoding', () => {
  const { extraction, shown } = read([
    ...head,
    'Subject: Dam',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative;',
    '\tboundary="--b(1)"',
    '',
    '----b(1)',
    'Content-Type: text/plain',
    '',
    'plain words',
    '----b(1)',
    'Content-Type: text/html; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    `<html><body><p>${words} The caf=E9 by the =`,
    'river was lost, too.</p></body></html>',
    '----b(1)--',
  ])
  expect(extraction.blocks).toEqual([
    { kind: 'paragraph', text: `${words} The café by the river was lost, too.` },
  ])
  expect(shown).toContain('<p>Two thousand')
})

test('a saved page says its address and its own title', () => {
  const { extraction, address } = read([
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://ledger.example/dam',
    'Subject: Dam gives way',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html',
    'Content-Location: https://ledger.example/dam',
    '',
    `<html><head><title>Dam gives way</title></head><body><article><h1>Dam gives way</h1><p>${words}</p></article></body></html>`,
    '--b',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'AAAA',
    '--b--',
  ])
  expect(address).toBe('https://ledger.example/dam')
  expect(extraction).toMatchObject({ title: 'Dam gives way', published: null, byline: [] })
})

test('bytes that are not of the charset a mail names are read all the same', () => {
  const { extraction } = read([
    ...head,
    'Subject: Dam',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `${words} Caf\xE9.`,
  ])
  expect(extraction.blocks[0]?.text).toContain('Café.')
})

test('a mail with no words is refused', () => {
  expect(() =>
    read([...head, 'Content-Type: image/png', 'Content-Transfer-Encoding: base64', '', 'AAAA']),
  ).toThrow('article-empty')
})
