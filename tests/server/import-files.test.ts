import { randomBytes } from 'node:crypto'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { unzipSync, zipSync } from 'fflate'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { importedFiles, revisions } from '../../db/schema'
import { dropDraft, freezeDraft } from '../../server/article/draft/freeze-draft'
import { addFile } from '../../server/article/file/add-file'
import { importFile } from '../../server/article/file/import-file'
import { serveOriginal } from '../../server/article/file/serve-original'
import { serveUpload } from '../../server/article/file/serve-upload'
import { textHash } from '../../server/article/frozen-text'
import { importAddress, importContent } from '../../server/article/import-article'
import { readArticle, readDraft, uncorrected } from '../../server/article/read-article'
import { sliceBytes } from '../../server/bytes/read-slices'
import { removeArticle } from '../../server/deleted/remove-article'
import { limitArticle } from '../../server/limit/change-limit'
import type { Member } from '../../server/member/member'
import { takePasted } from '../../server/revision/take-pasted'
import { freshDatabase } from '../database'
import { aDesk, onDesk, refusalOf } from '../newsroom'
import { cookieOf } from '../signed-in'
import { aPdf, aWordFile, column } from '../write-files'

const db = await freshDatabase()
const log = pino({ level: 'silent' })
const server = createServer((asked, response) => {
  const isTaken = serveUpload(asked, response, log) || serveOriginal(asked, response, log)
  if (!isTaken) response.writeHead(418).end()
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const home = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}` // It listens on TCP.

const desk = await aDesk()
const [member, colleague, observer] = [
  await onDesk('reviewer', desk),
  await onDesk('admin', desk),
  await onDesk('observer', desk),
]
const stranger = await onDesk('admin', await aDesk())

const words = 'Two thousand people were driven from their homes when the dam at Karsell gave way.'
const report = aPdf([column([words, 'Nobody had acted.'], { x: 60, y: 700 })])
const draftIdOf = async (by: Member, bytes: Buffer, name = 'Dam report.pdf') => {
  const imported = await importFile(by, (await addFile(by, { name, bytes })).fileId)
  if (!('draftId' in imported)) throw new Error('it was there already')
  return imported.draftId
}
const filesOf = (by: Member) => db.select().from(importedFiles).where(eq(importedFiles.memberId, by.id))

async function get(path: string, by: Member | null) {
  const cookie = by && (await cookieOf(by.personId))
  const answer = await fetch(home() + path, { headers: { ...(cookie && { cookie }) } })
  return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) }
}

test('a file becomes a draft, and the draft an article that keeps the file as it came', async () => {
  const draftId = await draftIdOf(member, report)
  const { extraction, file, pages } = await readDraft(member, draftId)
  expect({ title: extraction.title, file, pages }).toEqual({
    title: 'Dam report',
    file: { name: 'Dam report.pdf', type: 'pdf' },
    pages: `${words}\nNobody had acted.`,
  })
  const { articleId, hash } = await freezeDraft(member, draftId, uncorrected(extraction))
  const { revision } = await readArticle(colleague, articleId)
  expect(textHash(revision.text)).toBe(hash)
  expect(revision.hasFile).toBe(true)
  const { body, headers } = await get(`/desk/${desk.slug}/articles/${articleId}/original`, colleague)
  expect(body.equals(report)).toBe(true)
  expect(headers.get('content-disposition')).toContain('attachment')
  expect(headers.get('content-security-policy')).toContain('sandbox')
})

test('a file of several megabytes is read whole', async () => {
  const parts = unzipSync(aWordFile([{ text: words }, { text: 'Nobody acted.' }]))
  const picture = randomBytes(3_500_000)
  const bytes = Buffer.from(zipSync({ 'word/media/image1.png': picture, ...parts }, { level: 0 }))
  const { extraction } = await readDraft(member, await draftIdOf(member, bytes, 'dam.docx'))
  expect(extraction.blocks.map(({ text }) => text)).toEqual([words, 'Nobody acted.'])
})

test('a large file goes into the database and out to its member a slice at a time', async () => {
  const large = Buffer.concat([report, randomBytes(3_000_000)])
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  const draftId = await draftIdOf(member, large)
  const { body, headers } = await get(`/desk/${desk.slug}/import/${draftId}/file`, member)
  const values = sent.mock.calls.flatMap((call) => call.flat(2))
  sent.mockRestore()
  expect(body.equals(large)).toBe(true)
  expect(headers.get('content-length')).toBe(String(large.length))
  const sizes = values.flatMap((value) => (value instanceof Uint8Array ? [value.length] : []))
  expect(Math.max(...sizes)).toBe(sliceBytes)
  const objects = await db.execute('select 1 from pg_largeobject_metadata')
  expect(objects.rows).toEqual([])
})

test('joined, left-out and renamed blocks are what is frozen', async () => {
  const bytes = aWordFile([
    { text: 'The dam gave' },
    { text: 'way on Monday.' },
    { text: 'Share' },
    { text: 'Nobody acted' },
  ])
  const draftId = await draftIdOf(member, bytes, 'dam.docx')
  const { extraction } = await readDraft(member, draftId)
  const edits = { joined: [1], leftOut: [2], kinds: [{ position: 3, kind: 'heading' as const }] }
  const refused = freezeDraft(member, draftId, { ...uncorrected(extraction), ...edits, joined: [0] })
  expect(await refusalOf(refused)).toBe('block-is-first')
  const { articleId } = await freezeDraft(member, draftId, { ...uncorrected(extraction), ...edits })
  const { revision } = await readArticle(member, articleId)
  expect(revision.text).toBe('The dam gave way on Monday.\n\nNobody acted')
  expect(revision.blocks[1]?.kind).toBe('heading')
})

test('a dropped draft takes its file with it; one whose file became an article does not', async () => {
  const by = await onDesk('reviewer', desk)
  const kept = await draftIdOf(by, report)
  await freezeDraft(by, kept, uncorrected((await readDraft(by, kept)).extraction))
  await dropDraft(by, kept)
  expect(await filesOf(by)).toHaveLength(1)
  await dropDraft(by, await draftIdOf(by, report))
  expect(await filesOf(by)).toHaveLength(1)
})

test.each([
  ['a PDF that is cut short', report.subarray(0, 90), 'file-damaged'],
  ['a PDF of pictures', aPdf([[]]), 'file-scanned'],
  ['a Word document that is cut short', aWordFile([{ text: words }]).subarray(0, -40), 'file-damaged'],
  ['a picture', Buffer.from('\x89PNG\r\n\x1A\n\0\0\0\0', 'latin1'), 'file-not-text'],
  ['an old or locked Word document', Buffer.from('D0CF11E0A1B11AE1', 'hex'), 'file-old-word'],
  ['nothing', Buffer.alloc(0), 'page-empty'],
  [
    'a page of scripts alone',
    Buffer.from('<html><body><script>write()</script></body></html>'),
    'article-empty',
  ],
])('%s is refused with the reason and not kept', async (_, bytes, code) => {
  const by = await onDesk('reviewer', desk)
  const brought = addFile(by, { name: 'x', bytes: Buffer.from(bytes) }).then(({ fileId }) =>
    importFile(by, fileId),
  )
  expect(await refusalOf(brought)).toBe(code)
  expect(await filesOf(by)).toEqual([])
})

test('a file is its member’s alone, and is imported once', async () => {
  const { fileId } = await addFile(member, { name: 'dam.pdf', bytes: report })
  expect(await refusalOf(importFile(colleague, fileId))).toBe('file-unknown')
  await importFile(member, fileId)
  expect(await refusalOf(importFile(member, fileId))).toBe('file-unknown')
  expect(await refusalOf(importFile(member, 'no-id'))).toBe('file-unknown')
})

test('a saved page whose address is here already leads to that article', async () => {
  const address = 'https://ledger.example/dam'
  const page = `<html><head><title>Dam</title></head><body><article><h1>Dam</h1><p>${words}</p></article></body></html>`
  const first = await importContent(member, { kind: 'html', content: page, address })
  if (!('draftId' in first)) throw new Error('it was there already')
  const { articleId } = await freezeDraft(
    member,
    first.draftId,
    uncorrected((await readDraft(member, first.draftId)).extraction),
  )
  const saved = `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${address}\r\nSubject: Dam\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${page}`
  const { fileId } = await addFile(colleague, { name: 'dam.mhtml', bytes: Buffer.from(saved) })
  expect(await importFile(colleague, fileId)).toEqual({ articleId })
  expect(await filesOf(colleague)).toEqual([])
})

async function post(path: string, by: Member | null, body: Buffer, more: Record<string, string> = {}) {
  const cookie = by && (await cookieOf(by.personId))
  const answer = await fetch(home() + path, {
    ...{ method: 'POST', body: new Uint8Array(body) },
    headers: { ...(cookie && { cookie }), ...more },
  })
  return { status: answer.status, body: await answer.text() }
}
const door = (slug = desk.slug) => `/desk/${slug}/import/files?name=Dam%20report.pdf`

test('a member who may import sends a file; everybody else finds nothing or hears why not', async () => {
  const sent = await post(door(), member, report)
  expect(sent.status).toBe(200)
  expect(await importFile(member, JSON.parse(sent.body).fileId)).toHaveProperty('draftId')
  const missing = await post(door('no-such-desk'), stranger, report)
  expect(missing.status).toBe(404)
  expect(await post(door(), stranger, report)).toEqual(missing)
  expect(await post(door(), null, report)).toEqual(missing)
  expect(await post(door(), observer, report)).toMatchObject({ status: 403 })
})

test('another site’s page cannot send a file with a member’s cookie', async () => {
  const asked = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  expect((await post(door(), member, report, asked)).status).toBe(403)
})

/** Sends what a member claims to be a file of this length, or of none that is said, and hears what is answered. */
async function claim(bytes: number, length?: number): Promise<{ status: number; body: string }> {
  const cookie = await cookieOf(member.personId)
  return new Promise((resolve, reject) => {
    const headers = { cookie, ...(length && { 'content-length': length }) }
    const asked = request(home() + door(), { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        asked.destroy()
        resolve({ status: response.statusCode ?? 0, body: String(Buffer.concat(chunks)) })
      })
    })
    asked.on('error', reject)
    asked.write(Buffer.alloc(bytes))
  })
}

test.each([
  ['says it has 200 MB is refused before it is read', 1000, 200_000_000],
  ['grows beyond what it may have is refused, however little it said', 26_000_000, undefined],
])('a file that %s', async (_, bytes, length) => {
  const { status, body } = await claim(bytes, length)
  expect(status).toBe(413)
  expect(JSON.parse(body)).toMatchObject({
    refusal: { code: 'file-too-large' },
    sentence: expect.stringContaining('25 MB'),
  })
})

test('a draft’s original is shown to its member alone, as a page that runs and loads nothing', async () => {
  const content = `<html><body><script>steal()</script><img src="https://evil.example/x.png"><p>${words}</p></body></html>`
  const imported = await importContent(member, { kind: 'html', content })
  if (!('draftId' in imported)) throw new Error('it was there already')
  const path = `/desk/${desk.slug}/import/${imported.draftId}/original`
  const { headers, body } = await get(path, member)
  expect(body.toString()).toBe(content)
  const policy = headers.get('content-security-policy')
  expect(policy).toMatch(/default-src 'none'.*sandbox(?! allow)/)
  expect(policy).not.toMatch(/script-src|https?:/)
  for (const other of [colleague, stranger, null]) expect((await get(path, other)).status).toBe(404)
})

test('a PDF of a draft is shown as one, and its words as they were read page by page', async () => {
  const draftId = await draftIdOf(member, report)
  const file = await get(`/desk/${desk.slug}/import/${draftId}/file`, member)
  expect(file.headers.get('content-type')).toBe('application/pdf')
  expect(file.headers.get('content-disposition')).toContain('inline')
  expect(file.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect((await get(`/desk/${desk.slug}/import/${draftId}/file`, colleague)).status).toBe(404)
})

test('each revision has the original that it was made of, and the newest is given where none is named', async () => {
  const draftId = await draftIdOf(member, report)
  const { extraction } = await readDraft(member, draftId)
  const { articleId } = await freezeDraft(member, draftId, uncorrected(extraction))
  const page = `<html><head><title>Dam</title></head><body><article><p>${words}</p><p>The mill stood.</p></article></body></html>`
  expect(await takePasted(member, articleId, page)).toEqual({ number: 2, isNew: true })
  const original = async (asked: string, by = colleague) =>
    get(`/desk/${desk.slug}/articles/${articleId}/original${asked}`, by)
  expect((await original('?revision=1')).body.equals(report)).toBe(true)
  for (const asked of ['?revision=2', '']) expect((await original(asked)).body.toString()).toBe(page)
  expect((await original('?revision=3')).status).toBe(404)
  expect((await original('?revision=1', stranger)).status).toBe(404)
})

test('the original of an article that is deleted, limited to others or another desk’s is not there', async () => {
  const frozen = async () => {
    const draftId = await draftIdOf(member, report)
    const { articleId } = await freezeDraft(
      member,
      draftId,
      uncorrected((await readDraft(member, draftId)).extraction),
    )
    return articleId
  }
  const original = (articleId: string) => `/desk/${desk.slug}/articles/${articleId}/original`
  const [deleted, limited] = [await frozen(), await frozen()]
  expect((await get(original(deleted), colleague)).status).toBe(200)
  expect((await get(original(deleted), stranger)).status).toBe(404)
  await removeArticle({ member: colleague, articleId: deleted })
  await limitArticle({ member: colleague, articleId: limited, was: null, members: [colleague.id] })
  for (const articleId of [deleted, limited])
    expect((await get(original(articleId), member)).status).toBe(404)
  expect((await get(original(limited), colleague)).status).toBe(200)
  const [row] = await db
    .select({ fileId: revisions.fileId })
    .from(revisions)
    .where(eq(revisions.articleId, deleted))
  expect(row?.fileId).not.toBeNull()
})

const web = createServer((asked, response) => {
  const [type, body] = onTheWeb[asked.url ?? ''] ?? ['text/html', '']
  response.writeHead(200, { 'content-type': type }).end(body)
})
const word = aWordFile([{ text: 'Dam gives way', style: 'Title' }, { text: words }])
const onTheWeb: Record<string, [string, Buffer | string]> = {
  '/Dam%20report.pdf': ['application/pdf', report],
  '/files?id=7': ['application/octet-stream', word],
  '/old.doc': ['application/msword', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
  '/broken.pdf': ['application/pdf', report.subarray(0, 90)],
  '/large.pdf': ['application/pdf', Buffer.concat([report, Buffer.alloc(25_000_000)])],
  '/archive': ['application/octet-stream', Buffer.from('PK\x03\x04 nothing of ours')],
}
const onWeb = (path: string) => `http://127.0.0.1:${(web.address() as AddressInfo).port}${path}` // It listens on TCP.
beforeAll(async () => {
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  process.env.IMPORT_ALLOW_PRIVATE = new URL(onWeb('/')).host
})
afterAll(() => {
  web.close()
  delete process.env.IMPORT_ALLOW_PRIVATE
})

test('an address that answers with a PDF or a Word document is drafted like a file that is sent', async () => {
  const by = await onDesk('reviewer')
  for (const [path, name] of [
    ['/Dam%20report.pdf', 'Dam report.pdf'],
    ['/files?id=7', 'files'],
  ] as const) {
    const imported = await importAddress(by, onWeb(path))
    if (!('draftId' in imported)) throw new Error('it was there already')
    const draft = await readDraft(by, imported.draftId)
    expect(draft).toMatchObject({ address: onWeb(path), file: { name } })
    const corrections = { ...uncorrected(draft.extraction), title: 'Dam report' }
    const { articleId } = await freezeDraft(by, draft.id, corrections)
    expect((await readArticle(by, articleId)).revision).toMatchObject({ hasFile: true })
    expect(await importAddress(by, onWeb(path))).toEqual({ articleId })
  }
})

test.each([
  ['/old.doc', 'file-old-word'],
  ['/broken.pdf', 'file-damaged'],
  ['/large.pdf', 'page-too-large'],
  ['/archive', 'page-not-html'],
])('of files at addresses %s is refused as %s, and nothing of it stays', async (path, code) => {
  const by = await onDesk('reviewer')
  expect(await refusalOf(importAddress(by, onWeb(path)))).toBe(code)
  expect(await filesOf(by)).toEqual([])
})
