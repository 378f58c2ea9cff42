import { beforeAll, expect, test } from 'vitest'
import { extractInWorker } from '../../server/article/extract/extract-in-worker'
import { extract } from '../../server/article/page-text'
import { buildWorkers } from '../../server/command/build-workers.mjs'

beforeAll(() => buildWorkers(process.cwd()))

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
    extractInWorker({ kind: 'html', html: tangled, url: address }, { timeout: 50 }),
  ).rejects.toMatchObject({
    refusal: { code: 'page-too-heavy' },
  })
  expect((await extractInWorker({ kind: 'text', raw: 'Ships waited.' })).blocks).toHaveLength(1)
})

test('a page that takes too much memory is refused, and the next one is read', async () => {
  await expect(
    extractInWorker({ kind: 'html', html: tangled, url: address }, { heap: 12 }),
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
