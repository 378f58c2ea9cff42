import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { eq, like } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import { parseHTML } from 'linkedom'
import { pino } from 'pino'
import { extractText } from 'unpdf'
import { afterAll, expect, test } from 'vitest'
import { POST as mcp } from '../../app/(public)/api/mcp/route'
import { GET as changes } from '../../app/(public)/api/v1/changes/route'
import { GET as factChecks } from '../../app/(public)/api/v1alpha1/[method]/route'
import { articles, pages as kept, logEntries, publications, redactions, revisions } from '../../db/schema'
import { verifyLog } from '../../server/command/verify/verify-log.mjs'
import { readChosen } from '../../server/publication/copy/chosen/read-chosen'
import { readFiles, readUnpacked } from '../../server/publication/dataset/copies/read-files'
import { writeDataset } from '../../server/publication/dataset/write-dataset'
import { drawMissing } from '../../server/publication/drawn/draw-missing'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { servePreview } from '../../server/publication/next/serve-preview'
import { askRedaction } from '../../server/publication/redaction/ask-redaction'
import { confirmRedaction } from '../../server/publication/redaction/decide-redaction'
import { readWordsFound } from '../../server/publication/redaction/read-redactions'
import { freshDatabase } from '../database'
import { aClaim, anArticle, damText, onDesk } from '../newsroom'
import { aNewsroom, published, submitted } from '../publishing'
import { servedPages } from '../served-pages'
import { cookieOf } from '../signed-in'

const db = await freshDatabase()
const room = await aNewsroom()
const second = await onDesk('editor', room.desk)
const { pages, dataDir, address } = await servedPages()

// In the text alone, and once from the end of a block to the beginning of the next.
const [inText, acrossBlocks, inBoth] = ['Gerhild Brannock', 'Ottoline Vesper', 'Casimir Thorne']
const hasWords = (text: string) => /gerhild|brannock|ottoline|vesper|casimir|thorne/i.test(text)
const blocks = [
  {
    kind: 'paragraph' as const,
    text: `The wall gave way, said ${inText}, and ${inBoth} agreed with Ottoline`,
  },
  { kind: 'paragraph' as const, text: 'Vesper stood beside them. The northern wall is older.' },
]
const text = blocks.map((block) => block.text).join('\n\n')
const order = { law: 'GDPR Art. 17', court: 'LG Hamburg', number: '324 O 7/26' }
const note = 'By order of a court.'

const article = await anOwnArticle()
const home = { ...room, article }
const quoted = text.indexOf('northern wall')
const at = { start: quoted, end: quoted + 'northern wall'.length }
const inQuote = {
  selectors: {
    quote: { exact: 'northern wall', prefix: 'stood beside them. The ', suffix: ' is older.' },
    position: at,
  },
  revision: article.hash,
}
const claim = aClaim({ statement: 'The northern wall is older', ...inQuote })
const { number } = await published(home, claim)
await published(home, aClaim({ statement: `${inBoth} built the wall`, ...inQuote }))

async function anOwnArticle() {
  const { id, hash } = await anArticle(room.author)
  await db.update(articles).set({ isOwn: true }).where(eq(articles.id, id))
  await db.execute('alter table revisions disable trigger all')
  await db.update(revisions).set({ blocks, text }).where(eq(revisions.articleId, id))
  await db.execute('alter table revisions enable trigger all')
  return { id, deskId: room.desk.id, text, hash }
}

async function made() {
  await renderStale()
  await renderOutbox()
  await writeDataset(new Date())
  await drawMissing({ onError: (error) => expect.fail(String(error)) })
  await pages.settled()
}

/** Every page, file and drawing that is kept for readers, as what somebody reads who unpacks it. */
async function everythingKept(): Promise<{ path: string; text: string }[]> {
  const rows = await db.select().from(kept)
  const files = (await readFiles()).map(async (file) => {
    const path = `/dataset/${file.name}`
    return { path, text: await wordsOf(path, await buffer(readUnpacked(file))) }
  })
  return Promise.all([
    ...files,
    ...rows.map(async ({ path, canonical, bytes, gzip, brotli }) => {
      const packed = [
        gzip.length ? gunzipSync(gzip) : gzip,
        brotli.length ? brotliDecompressSync(brotli) : brotli,
      ]
      const forms = [path, canonical, await wordsOf(path, bytes), ...packed.map(String)]
      return { path, text: forms.join('\n') }
    }),
  ])
}

async function wordsOf(path: string, bytes: Buffer): Promise<string> {
  const form = path.slice(path.lastIndexOf('.'))
  if (form === '.pdf') {
    const { text: said } = await extractText(new Uint8Array(bytes), { mergePages: true })
    return said.replace(/\s+/g, ' ')
  }
  if (form === '.docx')
    return Object.values(unzipSync(new Uint8Array(bytes)))
      .map((file) => strFromU8(file))
      .join('\n')
  if (form === '.parquet') {
    const { byteOffset, length } = bytes
    const file = bytes.buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer
    return JSON.stringify(await parquetReadObjects({ file }), plain)
  }
  return bytes.toString('utf8')
}

const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)

/** What the copy on disk has, as it is answered while the database is away. */
const everythingOnDisk = () => {
  const folder = join(dataDir, 'pages')
  return readdirSync(folder).filter((file) => hasWords(readFileSync(join(folder, file)).toString('latin1')))
}

const withWords = async () => (await everythingKept()).flatMap((one) => (hasWords(one.text) ? one.path : []))

/** What is looked up when it is asked for. */
async function everythingAsked(): Promise<string> {
  const get = async (route: (request: Request) => Promise<Response>, path: string) =>
    (
      await route(
        new Request(`http://here${path}`, { headers: { 'x-forwarded-for': `203.0.113.${++askers}` } }),
      )
    ).text()
  const tool = async (name: string, args: object) => {
    const body = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } }
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
    const asked = new Request('http://here/api/mcp', { method: 'POST', headers, body: JSON.stringify(body) })
    return (await mcp(asked)).text()
  }
  return [
    await get(changes, '/api/v1/changes'),
    await get(factChecks, '/api/v1alpha1/claims:search?query=wall'),
    await tool('search', { query: 'wall' }),
    await tool('claim', { number }),
    await tool('versions', { number }),
    await tool('article', { number: 1 }),
    JSON.stringify(await readChosen([number, number + 1])),
    await previewed(),
  ].join('\n')
}

let askers = 0
const log = pino({ level: 'silent' })
const server = createServer((request, response) => void servePreview(request, response, log))
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())

/** The page that the next version would be. */
async function previewed(): Promise<string> {
  const again = await submitted(home, { ...claim, shortAnswer: `${inBoth} says so.` }, { kind: 'factual' })
  const { port } = server.address() as AddressInfo // It listens on TCP.
  const headers = { cookie: await cookieOf(second.personId) }
  const answer = await fetch(`http://127.0.0.1:${port}/api/previews/${again.id}`, { headers })
  expect(answer.status).toBe(200)
  return answer.text()
}

test('words that stand in a desk’s own text alone are found there, and can be asked to be removed', async () => {
  await made()
  expect(await withWords()).toContain('/a/1')
  expect(await readWordsFound(claim.id, [inText], room.editor)).toEqual([
    { what: 'text', path: '/a/1', number: 1, times: 1 },
  ])
  // Before both quotes stands the end of it alone.
  expect(await readWordsFound(claim.id, [acrossBlocks], room.editor)).toMatchObject([
    { what: 'version', path: '/c/1/v/1', times: 1 },
    { what: 'version', path: '/c/2/v/1', times: 1 },
    { what: 'text', times: 1 },
  ])
})

test('in the moment a second person confirms it, what was drawn with the words is there no more', async () => {
  const drawn = () => db.select({ path: kept.path }).from(kept).where(like(kept.path, '%.pdf'))
  expect((await drawn()).map(({ path }) => path)).toContain(`/c/${number + 1}/v/1/check.pdf`)
  const words = [inText, acrossBlocks, inBoth]
  const asked = { member: room.editor, claimId: claim.id, words, ...order, note }
  const { redactionId } = await askRedaction(asked)
  await confirmRedaction({ member: second, redactionId })
  expect(await drawn()).toEqual([])
})

test('once pages are made again, the words are in no page, encoding, Word file, PDF, data set, feed or copy on disk', async () => {
  await made()
  expect(await withWords()).toEqual([])
  // Pages reach the copy by messages of the database.
  await expect.poll(everythingOnDisk).toEqual([])
  expect((await everythingKept()).map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      '/a/1/checks.pdf',
      '/a/1/checks.docx',
      '/dataset/claims.parquet',
      `/c/${number}/v/1/card.png`,
    ]),
  )
})

test('neither are they in what is looked up: changes, searches, tools, chosen copies and previews', async () => {
  expect(hasWords(await everythingAsked())).toBe(false)
  expect(hasWords(JSON.stringify(await db.select().from(publications)))).toBe(false)
  expect(hasWords(JSON.stringify(await db.select().from(logEntries)))).toBe(false)
})

test('the article’s page says when and on what ground, with a bar for each word in its place', async () => {
  const { document } = parseHTML(await (await fetch(`${address}/a/1`, { redirect: 'follow' })).text())
  const section = document.getElementById('text')
  expect(section?.textContent).toContain(note)
  expect(section?.textContent).toContain('GDPR Art. 17, LG Hamburg, 324 O 7/26')
  const bars = [...(section?.querySelectorAll('[role="img"]') ?? [])].map((one) =>
    one.getAttribute('aria-label'),
  )
  expect(bars).toEqual(Array(6).fill('words removed under law'))
  expect(section?.querySelector('mark')?.textContent).toBe('northern wall')
})

test('the log says it by an entry of its own, of which the page gives the number, and holds for whoever checks it', async () => {
  const [removal] = await db.select().from(redactions)
  const entries = (await db.select().from(logEntries)).filter(({ kind }) => kind === 'text-redaction')
  expect(entries).toMatchObject([
    { index: removal?.textEntry, publicationId: null, body: { article: 1, ground: order } },
  ])
  expect(await (await fetch(`${address}/a/1`)).text()).toContain(
    `entry ${removal?.textEntry} of our public log`,
  )
  const page = await (await fetch(`${address}/log`)).text()
  expect(page).toContain('Words removed under law from an article&#x27;s text')
  expect((await verifyLog(address, { askAgain: 0 })).faults).toEqual([])
})

test('words that stand nowhere in what readers have cannot be asked to be removed', async () => {
  expect(hasWords(damText)).toBe(false)
  expect(await readWordsFound(claim.id, ['Nobody Here'], room.editor)).toEqual([])
})
