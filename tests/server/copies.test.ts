import { strFromU8, unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { renderOutbox } from '../../server/publication/made/render'
import { readHead } from '../../server/publication/stored/read-head'
import { readPage } from '../../server/publication/stored/read-page'
import { answerTo, policyWith } from '../../server/publication/stored/stored-page'
import { freshDatabase } from '../database'
import { aClaim, aSource } from '../newsroom'
import { aNewsroom, published } from '../publishing'

await freshDatabase()
const room = await aNewsroom()
const sources = [
  aSource({
    title: 'Register of <ships> & boats',
    address: 'https://register.example/a?b=1&c=2',
    quote: 'Second of five',
  }),
  aSource({ title: 'Harbour log', address: '', stance: 'context' }),
]
const text = (words: string) => ({ type: 'text' as const, text: words })
const item = (words: string) => ({
  type: 'listItem' as const,
  content: [{ type: 'paragraph' as const, content: [text(words)] }],
})
const claim = aClaim({
  statement: 'It is the “largest” <ship> \u0007& more',
  shortAnswer: 'No: the second largest.',
  notKnown: 'Who built it.',
  sources,
  rationale: {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'The register', marks: [{ type: 'bold' }] },
          text(' says so'),
          { type: 'citation', attrs: { source: sources[0]?.id ?? '' } },
        ],
      },
      { type: 'orderedList', content: [item('first reason'), item('second reason')] },
      { type: 'paragraph', content: [text('And then')] },
      { type: 'orderedList', content: [item('begins again')] },
      { type: 'bulletList', content: [item('a point')] },
    ],
  },
})
const { number } = await published(room, claim)
const other = await published(room, aClaim({ statement: 'The pier is closed' }))
await renderOutbox()

async function kept(path: string) {
  const page = await readPage(path)
  if (!page) throw new Error(`nothing is kept under ${path}`)
  return page
}

async function html(path: string) {
  const { document } = parseHTML(`<html><body>${(await kept(path)).bytes}</body></html>`)
  return document
}

async function word(path: string) {
  const { bytes } = await kept(path)
  const { value, messages } = await mammoth.convertToHtml({ buffer: bytes })
  // Styles of ours that mammoth has no element for are told, nothing else may be.
  expect(messages.filter(({ message }) => !/Unrecognised paragraph style/.test(message))).toEqual([])
  return parseHTML(`<html><body>${value}</body></html>`).document
}

const textsOf = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent)

test('a check goes out as clean HTML: no class, style or script, its sources numbered and cited', async () => {
  const document = await html(`/c/${number}/v/1/check.html`)
  expect(document.querySelectorAll('[class], [style], script, link, svg')).toHaveLength(0)
  expect(document.querySelector('article')?.getAttribute('lang')).toBe('en')
  expect(textsOf(document, 'h2')).toEqual([claim.statement])
  expect(textsOf(document, 'strong')).toContain('Misleading / missing context')
  const [cited] = document.querySelectorAll('a[href^="#"]')
  const source = document.getElementById(cited?.getAttribute('href')?.slice(1) ?? '')
  expect(source?.textContent).toContain('Register of <ships> & boats')
  expect(source?.textContent).toContain('“Second of five” https://register.example/a?b=1&c=2')
  expect(textsOf(document, 'ol > li > p')).toEqual(['first reason', 'second reason', 'begins again'])
  expect(document.body.textContent).toContain(`/c/${number}/v/1`)
})

test('a check goes out as plain text with numbered sources, version and address', async () => {
  const words = (await kept(`/c/${number}/v/1/check.txt`)).bytes.toString('utf8')
  expect(words).toMatch(
    /The register says so\[1\]\n\n1\. first reason\n2\. second reason\n\nAnd then\n\n1\. begins again\n\n- a point\n/,
  )
  expect(words).toMatch(/^\[1\] Register of <ships> & boats\. .*https:\/\/register\.example\/a\?b=1&c=2$/m)
  expect(words).toMatch(/^\[2\] Harbour log\. /m)
  expect(words).toContain('Version 1, 9 March 2026')
  expect(words).toMatch(new RegExp(`https?://\\S+/c/${number}/v/1$`, 'm'))
})

test('a check goes out as a Word file that another program reads', async () => {
  const document = await word(`/c/${number}/v/1/check.docx`)
  expect(textsOf(document, 'h1')).toEqual(['It is the “largest” <ship> & more'])
  expect(textsOf(document, 'h2')).toContain('Sources')
  expect(textsOf(document, 'ol')).toEqual(['first reasonsecond reason', 'begins again'])
  expect(textsOf(document, 'ul')).toEqual(['a point'])
  const links = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))
  expect(links).toContain('https://register.example/a?b=1&c=2')
  const [cited] = document.querySelectorAll('a[href^="#"]')
  const place = document.getElementById(cited?.getAttribute('href')?.slice(1) ?? '')
  expect(place?.closest('p')?.textContent).toMatch(/^\[1\] Register of <ships> & boats/)
})

test('each ordered list of a Word file counts from one', async () => {
  const files = unzipSync(new Uint8Array((await kept(`/c/${number}/v/1/check.docx`)).bytes))
  const numbers = [
    ...strFromU8(files['word/document.xml'] ?? new Uint8Array()).matchAll(/<w:numId w:val="(\d)"/g),
  ]
  expect(numbers.map(([, list]) => list)).toEqual(['2', '2', '3', '1'])
  expect(strFromU8(files['word/numbering.xml'] ?? new Uint8Array())).toContain('<w:num w:numId="3">')
})

test('all checks of an article go out together, and none names its parts like another', async () => {
  const document = await html('/a/1/checks.html')
  expect(textsOf(document, 'article h2')).toHaveLength(2)
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect((await kept('/a/1/checks.txt')).bytes.toString('utf8')).toMatch(/\n\* \* \*\n/)
  expect(textsOf(await word('/a/1/checks.docx'), 'h1')).toHaveLength(2)
})

test('pages of claims and articles lead to the files', async () => {
  for (const [page, file] of [
    [`/c/${number}`, `/c/${number}/v/1/check`],
    [`/c/${number}/v/1`, `/c/${number}/v/1/check`],
    ['/a/1', '/a/1/checks'],
  ] as const) {
    const { document } = parseHTML((await kept(page)).bytes.toString('utf8'))
    const links = [...document.querySelectorAll('a[download]')].map((link) => link.getAttribute('href') ?? '')
    const files = links.filter((link) => !link.endsWith('.png'))
    expect(files).toEqual(['pdf', 'html', 'docx', 'txt'].map((format) => `${file}.${format}`))
    // The PDF is drawn after the pages.
    for (const link of files.slice(1)) await kept(link)
  }
})

test('programs elsewhere may fetch the files, search engines leave them, and nothing runs in them', async () => {
  for (const format of ['html', 'docx', 'txt']) {
    const page = await kept(`/c/${number}/v/1/check.${format}`)
    const asked = { path: page.path, acceptEncoding: '', ifNoneMatch: '' }
    const { headers } = answerTo(asked, readHead(page))
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['x-robots-tag']).toBe('noindex')
    expect(answerTo({ ...asked, ifNoneMatch: headers.etag ?? '' }, readHead(page)).status).toBe(304)
    if (format === 'html') expect(headers['content-security-policy']).toBe(policyWith([]))
  }
})

test('a correction makes files of its own, and those of the version before stay as they were', async () => {
  const before = await kept(`/c/${number}/v/1/check.docx`)
  await published(
    room,
    { ...claim, verdict: 'true' },
    { kind: 'verdict-change', publicNote: 'We had it wrong.' },
  )
  await renderOutbox()
  expect((await kept(`/c/${number}/v/1/check.docx`)).etag).toBe(before.etag)
  expect((await html(`/c/${number}/v/2/check.html`)).body.textContent).toContain('We had it wrong.')
  expect((await kept('/a/1/checks.txt')).bytes.toString('utf8')).toContain(`/c/${number}/v/2`)
})

test('a retracted check says so before anything else', async () => {
  await published(room, claim, { kind: 'retraction', publicNote: 'The register was wrong.' })
  await renderOutbox()
  const words = (await kept(`/c/${number}/v/3/check.txt`)).bytes.toString('utf8')
  expect(words).toMatch(/^Retracted, 9 March 2026\. The register was wrong\./)
  expect(words).toContain('Until it was retracted')
  expect((await kept(`/c/${other.number}/v/1/check.txt`)).bytes.toString('utf8')).not.toContain('Retracted')
})
