import { getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { drawInWorker } from '../../server/publication/drawn/draw-in-worker'
import { drawMissing } from '../../server/publication/drawn/draw-missing'
import { checkPaper } from '../../server/publication/drawn/pdf/paper-of'
import { renderOutbox } from '../../server/publication/made/render'
import { editionOf } from '../../server/publication/pages/edition'
import { sampleClaims } from '../../server/publication/pages/sample/sample-claims'
import { readPage } from '../../server/publication/stored/read-page'
import { freshDatabase } from '../database'
import { aClaim, aRationale, aSource } from '../newsroom'
import { aNewsroom, published } from '../publishing'

await freshDatabase()
const room = await aNewsroom()

const failing = (error: unknown) => {
  throw error
}

type Node = { role?: string; type?: string; id?: string; children?: Node[] }

/** A PDF as another's reader has it: words by the elements they belong to, in the order in which they are read. */
async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const parts: { tag: string; text: string }[] = []
  const links: string[] = []
  let text = ''
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const words = new Map<string, string>()
    const open: string[] = []
    for (const item of items) {
      if ('str' in item) {
        const id = open.findLast(Boolean) ?? ''
        words.set(id, `${words.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`)
        text += `${item.str}${item.hasEOL ? '\n' : ''}`
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push('id' in item ? String(item.id ?? '') : '')
    }
    const walk = (node: Node, tag: string): string => {
      if (node.type === 'content') return words.get(node.id ?? '') ?? ''
      const own = node.role ?? tag
      const said = (node.children ?? []).map((child) => walk(child, own)).join('')
      parts.push({ tag: own, text: said.replace(/\s+/g, ' ').trim() })
      return said
    }
    walk((await page.getStructTree()) as Node, '')
    for (const { url, dest } of await page.getAnnotations()) links.push(url ?? `#${dest}`)
  }
  const metadata = await pdf.getMetadata()
  const of = (tag: string) => parts.filter((part) => part.tag === tag).map((part) => part.text)
  return { pdf, of, text, links, info: metadata.info as Record<string, unknown> }
}

const sources = [
  aSource({
    title: 'Register of ships',
    address: 'https://register.example/a?b=1&c=2',
    quote: 'Second of five',
  }),
  aSource({ title: 'Harbour log', address: '', stance: 'context' }),
]
const claim = aClaim({
  statement: 'It is the largest ship',
  shortAnswer: 'No: the second largest.',
  sources,
  rationale: aRationale('The register says otherwise', sources),
})
const { number } = await published(room, claim)
await published(
  room,
  { ...claim, shortAnswer: 'No: the third largest.' },
  { kind: 'factual', publicNote: 'We had overlooked a ship.' },
)
const other = await published(room, aClaim({ statement: 'The pier is closed' }))
await renderOutbox()

async function kept(path: string) {
  const page = await readPage(path)
  if (!page) throw new Error(`nothing is kept under ${path}`)
  return page
}

async function drawn(path: string) {
  await drawMissing({ onError: failing })
  return readPdf((await kept(path)).bytes)
}

test('a check is a PDF with its title, language and structure', async () => {
  const { pdf, info, of } = await drawn(`/c/${number}/v/2/check.pdf`)
  expect(info).toMatchObject({ Title: 'It is the largest ship', Language: 'en', PDFFormatVersion: '1.7' })
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
  expect((await pdf.getOutline()).map(({ title }) => title)).toEqual([
    ...['It is the largest ship', 'Short answer', 'Why we rate it this way', 'Sources', 'Versions'],
  ])
  expect(of('H1')).toEqual(['It is the largest ship'])
  expect(of('H2')).toContain('Sources')
  expect(of('P')).toContain('No: the third largest.')
  expect(of('P')).toContain('Verification status: Misleading / missing context')
})

test('its sources are a numbered list that citations and addresses lead to', async () => {
  const { of, links, pdf } = await drawn(`/c/${number}/v/2/check.pdf`)
  expect(of('Lbl').filter((label) => label.startsWith('['))).toEqual(['[1]', '[2]'])
  expect(of('LBody').some((text) => text.startsWith('Register of ships.'))).toBe(true)
  expect(of('Link')).toContain('https://register.example/a?b=1&c=2')
  expect(links).toContain('https://register.example/a?b=1&c=2')
  const cited = links.find((link) => link.startsWith('#'))?.slice(1) ?? ''
  expect(Object.keys((await pdf.getDestinations()) ?? {})).toContain(cited)
})

test('it says which version it is, where that is read, and what was corrected', async () => {
  const { of, links, text } = await drawn(`/c/${number}/v/2/check.pdf`)
  expect(links.some((link) => link.endsWith(`/c/${number}/v/2`))).toBe(true)
  const versions = of('LI').filter((item) => item.includes('Version '))
  expect(versions).toEqual([
    expect.stringMatching(/Version 2, 9 March 2026, 11:20\. .*We had overlooked a ship\. Approved by/),
    expect.stringMatching(/Version 1, 9 March 2026, 11:20\. .*First published\. Approved by/),
  ])
  expect(text).toContain('Page 1 of ')
})

test('an older version’s PDF knows nothing of later ones', async () => {
  const { text } = await drawn(`/c/${number}/v/1/check.pdf`)
  expect(text).toContain('No: the second largest.')
  expect(text).not.toContain('Version 2')
})

test('an article’s PDF has all its checks as they stand, and is made again when one is added', async () => {
  const { of, pdf } = await drawn('/a/1/checks.pdf')
  expect(of('H1')).toHaveLength(1)
  expect(of('H2').toSorted()).toEqual(['It is the largest ship', 'The pier is closed'])
  const before = (await kept('/a/1/checks.pdf')).etag
  expect(pdf.numPages).toBeGreaterThan(1)
  await published(room, aClaim({ statement: 'A third claim' }))
  await renderOutbox()
  expect((await drawn('/a/1/checks.pdf')).of('H2')).toContain('A third claim')
  expect((await kept('/a/1/checks.pdf')).etag).not.toBe(before)
})

test('pages lead to the PDF as they do to the other files', async () => {
  const html = async (path: string) => (await kept(path)).bytes.toString()
  expect(await html(`/c/${number}`)).toContain(`href="/c/${number}/v/2/check.pdf"`)
  expect(await html(`/c/${other.number}/v/1`)).toContain(`href="/c/${other.number}/v/1/check.pdf"`)
  expect(await html('/a/1')).toContain('href="/a/1/checks.pdf"')
})

const desk = { slug: 'ledger', name: 'The Ledger', timeZone: 'UTC', language: 'en', isDemo: false }
const scripts = {
  Arabic: { language: 'ar', words: 'قال الوزير إن الميزانية ارتفعت في عام 2025' },
  Hebrew: { language: 'he', words: 'השר אמר כי האבטלה ירדה בשנת 2024' },
  Korean: { language: 'ko', words: '서울시의 2025년 예산은 45조 원을 넘었다' },
  Devanagari: { language: 'hi', words: 'सरकार ने कहा कि वृद्धि हुई' },
  Cyrillic: { language: 'uk', words: 'Місто має більше кораблів' },
}

async function paperIn(language: string, words: string) {
  const versions = structuredClone(sampleClaims()[1] ?? [])
  const [shown] = versions
  if (!shown) throw new Error('the sample has a version')
  shown.content.claim.statement = words
  shown.content.claim.shortAnswer = `${words}. `.repeat(30)
  const edition = editionOf({ ...desk, language }, { origin: 'https://ledger.example', stylesheet: '' })
  const bytes = await drawInWorker({ kind: 'paper', paper: checkPaper(shown, versions, edition) })
  return { bytes, ...(await readPdf(bytes)) }
}

for (const [script, { language, words }] of Object.entries(scripts))
  test(`words in ${script} are read back as they were written`, async () => {
    const { of, info } = await paperIn(language, words)
    expect(info).toMatchObject({ Title: words, Language: language })
    // This reader drops a space between words of two directions.
    const bare = (text: string) => text.normalize('NFC').replace(/ (?=\d)/g, '')
    expect(bare(of('H1').join())).toBe(bare(words))
  })

test('lists in lists, however deep, still hold words', async () => {
  const versions = structuredClone(sampleClaims()[1] ?? [])
  const [shown] = versions
  if (!shown) throw new Error('the sample has a version')
  type Nodes = typeof shown.content.claim.rationale.content
  let content: Nodes = [{ type: 'paragraph', content: [{ type: 'text', text: 'deep down' }] }]
  for (let depth = 0; depth < 15; depth++)
    content = [{ type: 'bulletList', content: [{ type: 'listItem', content }] }]
  shown.content.claim.rationale = { type: 'doc', content }
  const edition = editionOf(desk, { origin: 'https://ledger.example', stylesheet: '' })
  const { text } = await readPdf(
    await drawInWorker({ kind: 'paper', paper: checkPaper(shown, versions, edition) }),
  )
  expect(text).toContain('deep down')
})

test('a PDF holds the letters that it uses and not whole fonts', async () => {
  const { bytes } = await paperIn('ko', scripts.Korean.words)
  expect(bytes.length).toBeLessThan(120_000)
  expect(bytes.toString('latin1').match(/\/FontFile2/g)?.length).toBeGreaterThan(2)
})

test('the same check is the same PDF each time', async () => {
  const [one, again] = [await paperIn('ar', scripts.Arabic.words), await paperIn('ar', scripts.Arabic.words)]
  expect(one.bytes.equals(again.bytes)).toBe(true)
})

test('words that are PDF’s own signs or markup stay words', async () => {
  const words = '>> endobj ) Tj (x\\ %PDF <b>&amp;</b>'
  expect((await paperIn('en', words)).of('H1')).toEqual([words])
})
