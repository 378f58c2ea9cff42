import { expect, test } from 'vitest'
import { extractFileInWorker, extractInWorker } from '../../server/article/extract/extract-in-worker'
import { extract } from '../../server/article/page-text'
import { aPackedPdf } from '../write-files'

const html =
  '<html lang="en"><head><title>Lock closed</title></head><body><article><h1>Lock closed</h1><p>The lock at Oster was closed on Monday after a gate was found to be cracked, the canal office said.</p></article></body></html>'
const address = 'https://canal.example/lock'

/** A page whose tags lie so deep inside each other that reading it takes far longer than the limit of the test. */
const tangled = `<html><body>${'<div><p>word '.repeat(60_000)}</body></html>`

test('a page read in the worker is what the same page gives without one', async () => {
  expect(await extractInWorker({ kind: 'html', html, url: address })).toEqual(extract(html, address))
})

test('raw text is read, too', async () => {
  const { blocks } = await extractInWorker({ kind: 'text', raw: 'Ships waited for six hours.' })
  expect(blocks).toEqual([{ kind: 'paragraph', text: 'Ships waited for six hours.' }])
})

test('pages asked for at once each get their own answer', async () => {
  const asked = ['One ship waited.', 'Two ships waited.', 'Three ships waited.']
  const read = await Promise.all(asked.map((raw) => extractInWorker({ kind: 'text', raw })))
  expect(read.map(({ blocks }) => blocks[0]?.text)).toEqual(asked)
})

test('a page that takes too long is refused, and the next one is read', async () => {
  await expect(
    extractInWorker({ kind: 'html', html: tangled, url: address }, { longest: 50 }),
  ).rejects.toMatchObject({
    refusal: { code: 'page-too-heavy' },
  })
  expect((await extractInWorker({ kind: 'text', raw: 'Ships waited.' })).blocks).toHaveLength(1)
})

test('a page that takes too much memory is refused, and the next one is read', async () => {
  await expect(
    extractInWorker({ kind: 'html', html: tangled, url: address }, { megabytes: 12 }),
  ).rejects.toMatchObject({
    refusal: { code: 'page-too-heavy' },
  })
  expect((await extractInWorker({ kind: 'text', raw: 'Ships waited.' })).blocks).toHaveLength(1)
})

test('a page whose tags lie too deep in each other is refused', async () => {
  const deep = `<html><body>${'<div>'.repeat(20_000)}word</body></html>`
  await expect(extractInWorker({ kind: 'html', html: deep, url: address })).rejects.toMatchObject({
    refusal: { code: 'page-too-heavy' },
  })
})

test('input over five million letters is refused before it is read', async () => {
  await expect(extractInWorker({ kind: 'text', raw: 'x'.repeat(5_000_001) })).rejects.toMatchObject({
    refusal: { code: 'page-too-large' },
  })
})

const within = (body: string) => `<html lang="en"><head><title>Dam</title></head><body>${body}</body></html>`
const read = (body: string) => extractInWorker({ kind: 'html', html: within(body), url: address })

test('a page of a million nodes is refused before it is read', async () => {
  await expect(read('<p>a</p>'.repeat(500_000))).rejects.toMatchObject({
    refusal: { code: 'page-too-heavy' },
  })
})

test('an article of 100,000 words is read whole', async () => {
  const about = (number: number) =>
    `The dam number ${number} of the valley gave way on Monday morning. `.repeat(9)
  const paragraphs = Array.from({ length: 1000 }, (_, at) => `<p>${about(at)}</p>`)
  const { blocks } = await read(`<article><h1>Dam</h1>${paragraphs.join('')}</article>`)
  expect(blocks).toHaveLength(1000)
})

test('a page of links alone, and one of scripts alone, have no article', async () => {
  expect((await read('<ul><li><a href="/a">One story of many</a></li></ul>'.repeat(300))).blocks).toEqual([])
  expect((await read('<script>document.write("<p>The dam gave way.</p>")</script>')).blocks).toEqual([])
})

test('tables that lie in tables give their words', async () => {
  const deep = `${'<table><tr><td>'.repeat(200)}<p>The dam gave way on Monday morning, and nobody had acted before.</p>${'</td></tr></table>'.repeat(200)}`
  expect((await read(deep)).blocks.map(({ text }) => text)).toEqual([
    'The dam gave way on Monday morning, and nobody had acted before.',
  ])
})

test('a file of 200 MB is refused before it is read', async () => {
  const task = { kind: 'file', type: 'html', bytes: new Uint8Array(200_000_000) } as const
  await expect(extractFileInWorker(task)).rejects.toMatchObject({ refusal: { code: 'file-too-large' } })
})

test('a PDF whose words unpack to far more than it has bytes is refused, and the next file is read', async () => {
  const bomb = aPackedPdf(Buffer.concat([Buffer.from('BT '), Buffer.alloc(400_000_000, ' ')]))
  const task = { kind: 'file', type: 'pdf', bytes: bomb } as const
  await expect(extractFileInWorker(task, { longest: 5_000 })).rejects.toMatchObject({
    refusal: { code: expect.stringMatching(/page-too-heavy|file-scanned/) },
  })
  expect((await extractInWorker({ kind: 'text', raw: 'Ships waited.' })).blocks).toHaveLength(1)
})
