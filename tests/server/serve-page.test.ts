import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, get, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { answerPage } from '../../app/(public)/answer-page'
import { closeDatabase, db, openDatabase } from '../../db/client'
import { pages } from '../../db/schema'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { openPages, type PublicPages } from '../../server/publication/serve-page'
import { databaseUrl, freshDatabase } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, published } from '../publishing'

await freshDatabase()
const room = await aNewsroom()
const dataDir = mkdtempSync(join(tmpdir(), 'proofroom-pages-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const fail = (error: unknown) => {
  throw error
}

type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** Serves pages on a port of its own; what they do not answer is 404, as if Next had said so. */
async function serving(publicPages: PublicPages) {
  const server = createServer((request, response) => {
    if (!publicPages.servePage(request, response)) response.writeHead(404).end('Next')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // A server on a port has one.
  return {
    ask: (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      new Promise<Got>((resolve, reject) => {
        const request = get({ port, path, headers, method, agent: false }, (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(parts),
            }),
          )
        })
        request.on('error', reject)
      }),
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await publicPages.close()
    },
  }
}

const claim = aClaim()
const first = await published(room, claim)
await renderStale()
await renderOutbox()

test('a page comes in the encoding that is asked for, with its own policy and no cookie', async () => {
  const { ask, close } = await serving(await openPages({ dataDir, onError: fail }))
  const [plain, gzip, brotli] = await Promise.all([
    ask(first.path),
    ask(first.path, { 'accept-encoding': 'gzip' }),
    ask(first.path, { 'accept-encoding': 'gzip, br' }),
  ])
  expect(plain.body.toString()).toContain('the largest relief package')
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
  expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true)
  expect(brotli.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-length': String(brotli.body.length),
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  })
  expect(brotli.headers).not.toHaveProperty('set-cookie')
  await close()
})

test('a number alone, and an old slug, lead to the newest address; what is below is found with a slug, too', async () => {
  const { ask, close } = await serving(await openPages({ dataDir, onError: fail }))
  for (const path of [`/c/${first.number}`, `/c/${first.number}-something-old?from=mail`])
    expect(await ask(path)).toMatchObject({ status: 301, headers: { location: first.path } })
  for (const below of ['v/1', 'v/1/record.json', 'v/1/check.txt'])
    expect(await ask(`${first.path}/${below}`)).toMatchObject({
      ...{ status: 301, headers: { location: `/c/${first.number}/${below}` } },
    })
  await close()
})

test('who has the page is told it has not changed', async () => {
  const { ask, close } = await serving(await openPages({ dataDir, onError: fail }))
  const { headers } = await ask(first.path)
  const again = await ask(first.path, { 'if-none-match': headers.etag ?? '' })
  expect({ status: again.status, length: again.body.length }).toEqual({ status: 304, length: 0 })
  await close()
})

test('who has it since it last changed is told so, too', async () => {
  const { ask, close } = await serving(await openPages({ dataDir, onError: fail }))
  const { headers } = await ask(first.path)
  const since = headers['last-modified'] ?? ''
  const before = new Date(Date.parse(since) - 1_000).toUTCString()
  const status = async (headers: Record<string, string>) => (await ask(first.path, headers)).status
  expect(await status({ 'if-modified-since': since })).toBe(304)
  expect(await status({ 'if-modified-since': before })).toBe(200)
  expect(await status({ 'if-modified-since': 'yesterday' })).toBe(200)
  // Of two that disagree the tag is right: it may have changed twice within a second.
  expect(await status({ 'if-modified-since': since, 'if-none-match': '"other"' })).toBe(200)
  await close()
})

test('HEAD gives the headers alone; anything but reading is left to Next', async () => {
  const { ask, close } = await serving(await openPages({ dataDir, onError: fail }))
  const head = await ask(first.path, {}, 'HEAD')
  expect(head.status).toBe(200)
  expect(Number(head.headers['content-length'])).toBeGreaterThan(1000)
  expect(head.body).toHaveLength(0)
  expect((await ask(first.path, {}, 'POST')).status).toBe(404)
  await close()
})

test.each([
  '/c/9999',
  '/c/0/v/1',
  '/',
  '/desk/x',
  '/c/1/../../etc/passwd',
  '/assets/..%2f..%2fpackage.json',
  '//c/1',
])('%s is left to Next', async (path) => {
  const { ask, close } = await serving(await openPages({ dataDir, onError: fail }))
  expect((await ask(path)).status).toBe(404)
  await close()
})

test('pages of any host may ask for what programs read, also again with the tag that they got, and not for readers’ pages', async () => {
  const { ask, close } = await serving(await openPages({ dataDir, onError: fail }))
  for (const path of ['/feeds/latest.atom', '/log/checkpoint', '/c/1/v/1/record.json', '/embed/c/1']) {
    const before = await ask(path, { origin: 'https://reader.example' }, 'OPTIONS')
    expect([path, before.status, before.body.length]).toEqual([path, 204, 0])
    expect(before.headers).toMatchObject({
      ...{ 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, HEAD' },
      'access-control-allow-headers': 'if-none-match, if-modified-since',
    })
    const read = await ask(path)
    expect(read.headers['access-control-expose-headers']).toContain('etag')
    expect((await ask(path, { 'if-none-match': read.headers.etag ?? '' })).status).toBe(304)
  }
  for (const path of ['/c/1', '/latest', '/c/99', '/feeds/nothing.atom'])
    expect((await ask(path, {}, 'OPTIONS')).headers['access-control-allow-origin']).toBeUndefined()
  await close()
})

test('the fonts that a page names are served, to be kept', async () => {
  const { ask, close } = await serving(await openPages({ dataDir, onError: fail }))
  const html = (await ask(first.path)).body.toString()
  const font = /url\(([^)]*)\)/.exec(html)?.[1] ?? ''
  expect((await ask(font)).headers['cache-control']).toContain('immutable')
  expect((await ask(font, { 'accept-encoding': 'br' })).headers).toMatchObject({
    'content-type': 'font/woff2',
  })
  await close()
})

test('a new version is served as soon as its page is made', async () => {
  const { ask, close } = await serving(await openPages({ dataDir, onError: fail }))
  const moving = aClaim()
  const one = await published(room, moving)
  await renderOutbox()
  await expect.poll(async () => (await ask(one.path)).status, { timeout: 30_000 }).toBe(200)
  const statement = 'It was the second largest'
  const two = await published(
    room,
    { ...moving, statement },
    { kind: 'factual', publicNote: 'Counted again.' },
  )
  await renderOutbox()
  await expect
    .poll(async () => (await ask(two.path)).body.toString(), { timeout: 30_000 })
    .toContain('Counted again.')
  expect((await ask(one.path)).headers.location).toBe(two.path)
  await close()
})

test('pages are read while the database is away, also by a process that starts meanwhile', async () => {
  const errors: unknown[] = []
  const onError = (error: unknown) => errors.push(error)
  const before = await serving(await openPages({ dataDir, onError }))
  await closeDatabase()
  expect((await before.ask(first.path)).status).toBe(200)
  openDatabase('postgres://nobody@127.0.0.1:1/none')
  const during = await serving(await openPages({ dataDir, onError }))
  const { status, body } = await during.ask(first.path)
  expect(status).toBe(200)
  expect(body.toString()).toContain('the largest relief package')
  expect(errors.length).toBeGreaterThan(0)
  await closeDatabase()
  openDatabase(databaseUrl())
  await Promise.all([before.close(), during.close()])
})

test('the page for what is missing has no address of its own, and comes with 404', async () => {
  const { ask, close } = await serving(await openPages({ dataDir, onError: fail }))
  expect((await ask('/c/missing')).status).toBe(404)
  const answer = await answerPage(new Request('http://here/c/missing'))
  expect(answer.status).toBe(404)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.text()).toContain('<h1>')
  await close()
})

test('whether a page is there cannot be told while the database is away', async () => {
  await closeDatabase()
  openDatabase('postgres://nobody@127.0.0.1:1/none')
  const answer = await answerPage(new Request('http://here/c/99999-gone'))
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('Try again in a minute.')
  await closeDatabase()
  openDatabase(databaseUrl())
})

test('a page that was removed is gone from memory and files at the next start', async () => {
  const gone = await published(room, aClaim())
  await renderOutbox()
  await (await openPages({ dataDir, onError: fail })).close()
  const files = () => readdirSync(join(dataDir, 'pages')).length
  const before = files()
  await db()
    .delete(pages)
    .where(eq(pages.path, `/c/${gone.number}/v/1`))
  const { ask, close } = await serving(await openPages({ dataDir, onError: fail }))
  expect((await ask(`/c/${gone.number}/v/1`)).status).toBe(404)
  expect(files()).toBe(before - 1)
  await close()
})
