import { describe, expect, test } from 'vitest'
import {
  addressKey,
  kindOf,
  provenanceAfter,
  quotable,
  wholeAddress,
  whyNotCorrect,
  whyNotFreeze,
  withStandfirst,
} from '../../server/article/article'
import type { Extraction } from '../../server/article/extract/extraction'

describe('addresses', () => {
  test.each([
    ['https://www.ledger.example/a/', 'http://ledger.example/a'],
    ['https://ledger.example/a?utm_source=mail&id=7', 'https://ledger.example/a?id=7'],
    ['https://ledger.example/a?b=2&a=1', 'https://ledger.example/a?a=1&b=2'],
    ['https://LEDGER.example/a#part', 'https://ledger.example/a'],
  ])('%s and %s are the same article', (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other))
  })

  test('pages that differ in what they name are two articles', () => {
    expect(addressKey('https://ledger.example/a?id=7')).not.toBe(addressKey('https://ledger.example/a?id=8'))
    expect(addressKey('https://ledger.example/a')).not.toBe(addressKey('https://ledger.example/A'))
  })

  test('an address typed without its scheme is taken as https', () => {
    expect(wholeAddress(' ledger.example/a ')).toBe('https://ledger.example/a')
    expect(wholeAddress('ledger.example:8080/a')).toBe('https://ledger.example:8080/a')
  })

  test.each(['', 'a word', 'javascript:alert(1)', 'file:///etc/passwd', 'ftp://ledger.example/a', 'ledger'])(
    '“%s” is no address of a page',
    (typed) => {
      expect(wholeAddress(typed)).toBeNull()
    },
  )
})

const extraction: Extraction = {
  title: 'Dam gives way',
  byline: ['Calla Brandt'],
  published: '2026-03-05',
  updated: null,
  publisher: null,
  language: 'en',
  standfirst: null,
  blocks: [{ kind: 'paragraph', text: 'The dam gave way.' }],
  provenance: {
    title: 'meta',
    byline: 'page',
    published: 'json-ld',
    updated: null,
    publisher: null,
    language: 'page',
    standfirst: null,
  },
}
const { blocks: _, provenance: __, standfirst: ___, ...read } = extraction
const corrections = { ...read, title: 'Dam gives way', isOwn: false, leftOut: [] }

describe('a standfirst', () => {
  const shown: Extraction = {
    ...extraction,
    standfirst: 'Nobody was hurt.',
    provenance: { ...extraction.provenance, standfirst: 'page' },
  }

  test('that the page shows is the first block to be checked', () => {
    expect(withStandfirst(shown).blocks.map((block) => block.text)).toEqual([
      'Nobody was hurt.',
      'The dam gave way.',
    ])
  })

  test('that only search engines are told is no text of the article', () => {
    const told: Extraction = { ...shown, provenance: { ...shown.provenance, standfirst: 'meta' } }
    expect(withStandfirst(told).blocks).toEqual(extraction.blocks)
  })
})

describe('freezing', () => {
  test('a picture without words is quoted by its address, one with words by them', () => {
    const address = 'https://ledger.example/dam.jpg'
    expect(quotable({ kind: 'picture', text: '', address }).text).toBe(address)
    expect(quotable({ kind: 'picture', text: 'The dam', address }).text).toBe('The dam')
  })

  test('an article needs a title', () => {
    expect(whyNotFreeze('  ', extraction.blocks)).toEqual({ code: 'article-untitled' })
  })

  test('an article needs text', () => {
    expect(whyNotFreeze('Dam gives way', [{ kind: 'picture', text: '' }])).toEqual({ code: 'article-empty' })
  })

  test('a field that somebody corrected is theirs, the others keep their origin', () => {
    expect(provenanceAfter(extraction, { ...corrections, publisher: 'The Ledger' })).toEqual({
      ...extraction.provenance,
      publisher: 'member',
    })
  })

  test('what nobody touched keeps its origin', () => {
    expect(provenanceAfter(extraction, corrections)).toEqual(extraction.provenance)
  })

  test.each(['2026', '2026-03', '2026-03-05', '2026-03-05T14:10+01:00', '2026-03-05T13:10:00.000Z'])(
    'a date may be as precise as %s',
    (published) => {
      expect(whyNotCorrect({ ...corrections, address: null, published })).toBeNull()
    },
  )

  test.each([
    'yesterday',
    '5 March 2026',
    '2026-3-5',
    '05/03/2026',
    '2026-13',
    '2026-02-31',
    '2026-03-05T25:00',
  ])('“%s” is refused as a date', (updated) => {
    expect(whyNotCorrect({ ...corrections, address: null, updated })).toEqual({ code: 'date-unreadable' })
  })

  test.each(['en', 'pt-BR', 'zh-Hans', ' de ', null])('“%s” may stand as the language', (language) => {
    expect(whyNotCorrect({ ...corrections, address: null, language })).toBeNull()
  })

  test.each(['English', 'en_GB', '?'])('“%s” is refused as a language', (language) => {
    expect(whyNotCorrect({ ...corrections, address: null, language })).toEqual({
      code: 'language-unreadable',
    })
  })
})

describe('what arrives by paste or as a file', () => {
  test.each([
    ['page.html', 'Dam gives way'],
    ['page.XHTML', ''],
    ['', '<!doctype html><p>Dam'],
    ['saved.txt', ' <p class="x">Dam'],
  ])('“%s” with “%s” in it is read as HTML', (name, content) => {
    expect(kindOf(content, name)).toBe('html')
  })

  test.each([
    ['page.txt', 'Dam gives way'],
    ['', '< 5 dams, 3 > 2'],
    ['html', 'Dam'],
  ])('“%s” with “%s” in it is read as text', (name, content) => {
    expect(kindOf(content, name)).toBe('text')
  })
})
