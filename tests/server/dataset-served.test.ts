import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { openCopies } from '../../server/publication/dataset/copies/open-copies'
import { openFiles } from '../../server/publication/dataset/copies/serve-files'
import { writeDataset } from '../../server/publication/dataset/write-dataset'
import { freshDatabase } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, published } from '../publishing'

await freshDatabase()
const room = await aNewsroom()
await published(room, aClaim({ statement: 'The wall is older' }))
await writeDataset(new Date())

const dataDir = mkdtempSync(join(tmpdir(), 'proofroom-dataset-'))
const onError = (error: unknown) => {
  throw error
}
const files = openFiles({ dataDir, onError })
const server = createServer((request, response) => {
  if (!files.serveFile(request, response)) response.writeHead(404).end()
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo // A server on a port has one.
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await files.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const ask = (name: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`http://127.0.0.1:${port}/dataset/${name}`, { method, headers })

test('a file is handed out packed or not, as whoever asks takes it, with its length', async () => {
  await files.settled()
  const plain = await ask('claims.csv', { 'accept-encoding': 'identity' })
  expect(plain.headers.get('content-encoding')).toBeNull()
  const text = await plain.text()
  expect(text).toContain('The wall is older')
  expect(plain.headers.get('content-length')).toBe(String(Buffer.byteLength(text)))
  const packed = await ask('claims.csv', { 'accept-encoding': 'gzip' })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(await packed.text()).toBe(text)
  const head = await ask('claims.csv', { 'accept-encoding': 'identity' }, 'HEAD')
  expect(head.headers.get('content-length')).toBe(plain.headers.get('content-length'))
  const again = await ask('claims.csv', { 'if-none-match': packed.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
})

test('pages of any host may ask for a file again with the tag that they got', async () => {
  const before = await ask('claims.csv', { origin: 'https://reader.example' }, 'OPTIONS')
  expect(before.status).toBe(204)
  expect(before.headers.get('access-control-allow-headers')).toContain('if-none-match')
  expect((await ask('claims.csv')).headers.get('access-control-expose-headers')).toContain('etag')
  expect((await ask('claims.xls', {}, 'OPTIONS')).status).toBe(404)
})

test('what is no file of it, or is asked for otherwise, is left to others', async () => {
  expect((await ask('claims.xls')).status).toBe(404)
  expect((await ask('claims.csv', {}, 'POST')).status).toBe(404)
})

test('whoever is reading gets the end of the old file, and the next one the new', async () => {
  const reading = await ask('claims.parquet')
  await published(room, aClaim({ statement: 'The pier is closed' }))
  await writeDataset(new Date())
  await expect
    .poll(async () => (await ask('claims.csv')).text(), { timeout: 30_000 })
    .toContain('The pier is closed')
  expect((await reading.arrayBuffer()).byteLength).toBe(Number(reading.headers.get('content-length')))
  await files.settled()
  expect(readdirSync(join(dataDir, 'dataset'))).toHaveLength(4)
})

test('a process that starts hands out what an earlier one left, before the database is asked', () => {
  const { at, open } = openCopies(join(dataDir, 'dataset'))
  const file = at('/dataset/claims.jsonl')
  const copy = file && open(file)
  expect(copy).not.toBeNull()
  expect(gunzipSync(readFileSync(copy ?? 0)).toString('utf8')).toContain('The pier is closed')
})
