import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { extractWord } from '../../server/article/extract/file/word-text'
import { aWordFile } from '../write-files'

const words = 'Two thousand people were driven from their homes when the dam at Karsell gave way.'
const read = async (file: Buffer) => (await extractWord(file)).extraction

test('a Word document keeps its headings, lists, quotes and tables', async () => {
  const file = aWordFile([
    { text: 'Dam gives way', style: 'Title' },
    { text: 'By Anna Weir' },
    { text: words },
    { text: 'What was known', style: 'Heading1' },
    { text: 'Cracks in the wall', style: 'list' },
    { text: 'Nobody acted, said the engineer.', style: 'Quote' },
    {
      rows: [
        ['Year', 'Marks'],
        ['2019', '14'],
      ],
    },
  ])
  const { title, byline, blocks } = await read(file)
  expect({ title, byline }).toEqual({ title: 'Dam gives way', byline: ['Anna Weir'] })
  expect(blocks).toEqual([
    { kind: 'paragraph', text: 'By Anna Weir' },
    { kind: 'paragraph', text: words },
    { kind: 'heading', text: 'What was known' },
    { kind: 'list-item', text: 'Cracks in the wall' },
    { kind: 'quote', text: 'Nobody acted, said the engineer.' },
    {
      kind: 'table',
      text: 'Year\tMarks\n2019\t14',
      rows: [
        ['Year', 'Marks'],
        ['2019', '14'],
      ],
    },
  ])
})

test('where the text names no title and nobody, the properties of the file do', async () => {
  const file = aWordFile(
    [{ text: words }],
    '<dc:title>Dam &amp; weir</dc:title><dc:creator>Anna Weir</dc:creator>',
  )
  const { title, byline, provenance } = await read(file)
  expect({ title, byline }).toEqual({ title: 'Dam & weir', byline: ['Anna Weir'] })
  expect(provenance).toMatchObject({ title: 'meta', byline: 'meta' })
})

test('a date of the text is none of the file', async () => {
  const { published } = await read(
    aWordFile([{ text: `${words} That was on 5 March 2026, a Thursday, at noon.` }]),
  )
  expect(published).toBeNull()
})

test('a document that unpacks to far more than any text is refused before it is unpacked', async () => {
  const parts = unzipSync(aWordFile([{ text: words }]))
  const bomb = zipSync({ ...parts, 'word/document.xml': new Uint8Array(70_000_000) })
  await expect(extractWord(bomb)).rejects.toMatchObject({ refusal: { code: 'page-too-heavy' } })
})

test('pictures and whatever else lies in it are never unpacked', async () => {
  const parts = unzipSync(aWordFile([{ text: words }]))
  const file = zipSync({ ...parts, 'word/media/image1.png': new Uint8Array(70_000_000) })
  expect((await extractWord(file)).extraction.blocks).toHaveLength(1)
})

test.each([
  ['cut short', (file: Buffer) => file.subarray(0, file.length / 2)],
  ['without its text', () => Buffer.from(zipSync({ 'word/styles.xml': strToU8('<w/>') }))],
  [
    'with a text that is no XML',
    (file: Buffer) =>
      Buffer.from(zipSync({ ...unzipSync(file), 'word/document.xml': strToU8('<w:document') })),
  ],
])('a document that is damaged (%s) is refused as that', async (_, damage) => {
  await expect(extractWord(damage(aWordFile([{ text: words }])))).rejects.toMatchObject({
    refusal: { code: 'file-damaged' },
  })
})

test('a document without words is refused', async () => {
  await expect(extractWord(aWordFile([]))).rejects.toMatchObject({ refusal: { code: 'article-empty' } })
})
