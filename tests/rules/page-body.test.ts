import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extract } from '../../server/article/page-text'

const address = 'https://bote.example/muehle'
const sentence = (about: string) =>
  `The river board said on Monday that ${about} would be looked at again before the summer.`

describe('a page whose lead, body and comments are told apart by their names', () => {
  const page = extract(readFileSync(join(process.cwd(), 'tests/pages/mill-wheel.html'), 'utf8'), address)
  const texts = page.blocks.map((block) => block.text)

  test('gives a standfirst that is named as one beside its blocks', () => {
    expect(page.standfirst).toBe('Zum ersten Mal seit 1874 fehlt der Mühle das Wasser.')
    expect(page.provenance.standfirst).toBe('page')
    expect(texts).not.toContain(page.standfirst)
  })

  test('begins with the paragraph that leads to the body, a teaser without a link', () => {
    expect(texts[0]).toMatch(/^Der Fluss Reach führt/)
  })

  test('has its sentences in order, though its readers wrote more than its author', () => {
    expect(
      page.blocks
        .filter((block) => block.kind === 'paragraph')
        .map((block) => block.text.split(' ', 3).join(' ')),
    ).toEqual(['Der Fluss Reach', 'Die Mühle in', 'Der Müller Karl', 'Das Amt für', 'Bis dahin mahlt'])
  })

  test('takes words under a picture, or with its owner behind them, for captions', () => {
    expect(page.blocks.filter((block) => block.kind === 'caption').map((block) => block.text)).toEqual([
      'Das Rad am Montag.',
      'Der leere Graben hinter der Mühle am Dienstag. Foto: Ida Brandt',
    ])
  })

  test('leaves out pointers, related articles and the address of the newsroom', () => {
    expect(texts.join(' ')).not.toMatch(/Lesen Sie auch|interessieren|Aale|Kontakt|Am Graben|Lesezeit/)
  })
})

describe('where the body of a page is', () => {
  test('a part that names itself the body is taken, whatever is longer beside it', () => {
    const beside = Array.from(
      { length: 30 },
      (_, day) => `<p>${sentence(`the gate of day ${day}`)}</p>`,
    ).join('')
    const html = `<html><body><div class="panel"><div class="entry-content"><p>${sentence('the mill')}</p><p>${sentence('the weir')}</p></div></div><div class="disqus_thread comments">${beside}</div></body></html>`
    expect(extract(html, address).blocks.map((block) => block.text)).toEqual([
      sentence('the mill'),
      sentence('the weir'),
    ])
  })

  test('a class that tells of a state does not make a part furniture', () => {
    const html = `<html><body><article><h1>Mill</h1><div class="text text--has-ads"><p>${sentence('the mill')}</p></div><div class="field--label-hidden"><p>${sentence('the weir')}</p></div></article></body></html>`
    expect(extract(html, address).blocks).toHaveLength(2)
  })

  test('a sentence that begins like a pointer does not end the article', () => {
    const body = ['the mill', 'the weir', 'the lock', 'the ferry'].map((about) => `<p>${sentence(about)}</p>`)
    const html = `<html><body><article>${body.join('<p>Next up is the story of the lock.</p>')}</article></body></html>`
    expect(extract(html, address).blocks.at(-1)?.text).toBe(sentence('the ferry'))
  })
})

describe('pages that are hard to read', () => {
  test('tables nested 500 deep give the words in them', () => {
    const html = `<html><body>${'<table><tr><td>'.repeat(500)}<p>${sentence('the mill')}</p>${'</td></tr></table>'.repeat(500)}</body></html>`
    expect(extract(html, address).blocks.map((block) => block.text)).toEqual([sentence('the mill')])
  })

  test('a page of links alone gives no article', () => {
    const links = Array.from(
      { length: 300 },
      (_, at) => `<a href="/${at}">Story number ${at} about the river</a> `,
    )
    expect(extract(`<html><body><div>${links.join('')}</div></body></html>`, address).blocks).toEqual([])
  })

  test('50,000 short paragraphs are all read', () => {
    const html = `<html><body><article>${'<p>Water rose again today.</p><p>Nobody knows quite why.</p>'.repeat(25_000)}</article></body></html>`
    expect(extract(html, address).blocks).toHaveLength(50_000)
  })
})
