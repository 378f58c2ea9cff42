import { expect, test } from 'vitest'
import { decodeFile, isBinary } from '../../server/article/fetch/page-charset'

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

test('a text file that is no UTF-8 is read as Windows-1252', () => {
  expect(decodeFile(latin1('Müller für 5 £'))).toBe('Müller für 5 £')
})

test('a text file in UTF-8 is read as it is, and without its byte order mark', () => {
  expect(decodeFile(new TextEncoder().encode('\uFEFFMüller 5€'))).toBe('Müller 5€')
})

test('an HTML file is read in the charset that it names', () => {
  const page = '<meta charset="iso-8859-2"><p>\xB1</p>'
  expect(decodeFile(latin1(page))).toContain('<p>ą</p>')
})

test('a text file in UTF-16 is no binary', () => {
  const bytes = new Uint8Array([0xff, 0xfe, 0x41, 0x00])
  expect(isBinary(bytes)).toBe(false)
  expect(decodeFile(bytes)).toBe('A')
})

test('a file that names UTF-8 and is Windows-1252 is read as what it is', () => {
  const file = Buffer.from('<meta charset="utf-8"><p>Caf\xE9 Stra\xDFe', 'latin1')
  expect(decodeFile(file)).toContain('Café Straße')
})

test('a file of UTF-8 with one broken letter stays UTF-8', () => {
  const file = Buffer.concat([Buffer.from('<meta charset="utf-8"><p>Café Straße '), Buffer.from([0xe9])])
  expect(decodeFile(file)).toContain('Café Straße')
})
