import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { unzipSync } from 'fflate'
import { pino } from 'pino'
import { v7 as uuid } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { limitArticle } from '../../../server/limit/change-limit'
import type { Member } from '../../../server/member/member'
import { serveEvidence } from '../../../server/source/serve-evidence'
import { archiveSource } from '../../../server/source/snapshot/archive-source'
import { readEvidence } from '../../../server/source/snapshot/read-evidence'
import { freshDatabase } from '../../database'
import { aClaim, aDesk, aRoomWith, aSource, onDesk } from '../../newsroom'
import { cookieOf } from '../../signed-in'
import { aDataDir, aPage, aSite } from './a-site'

await freshDatabase()
aDataDir()
const log = pino({ level: 'silent' })
const server = createServer((request, response) => {
  if (!serveEvidence(request, response, log)) response.writeHead(418).end()
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => server.close())
const { port } = server.address() as AddressInfo // It listens on TCP.

const site = await aSite({ '/page': { content: aPage('Nine districts were paid.') } })
const desk = await aDesk()
const [observer, reviewer, editor] = [
  await onDesk('observer', desk),
  await onDesk('reviewer', desk),
  await onDesk('editor', desk),
]
const stranger = await onDesk('admin', await aDesk())

async function aClaimWithACopy() {
  const source = aSource({ address: `${site.origin}/page` })
  const claim = aClaim({ sources: [source] })
  const { articleId } = await aRoomWith([claim], reviewer)
  await archiveSource(reviewer, { claimId: claim.id, sourceId: source.id })
  const [evidence] = await readEvidence(reviewer, claim.id)
  const copy = `/desk/${desk.slug}/evidence/${evidence?.snapshots[0]?.id}`
  const pack = `/desk/${desk.slug}/claims/${claim.id}/evidence.zip`
  const files = `/desk/${desk.slug}/claims/${claim.id}/sources/${source.id}/files`
  return { claim, articleId, copy, pack, files }
}

type Sent = Pick<RequestInit, 'method' | 'body'> & { headers?: Record<string, string> }

async function ask(path: string, by: Member | null, sent: Sent = {}) {
  const cookie = by && (await cookieOf(by.personId))
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    ...sent,
    headers: { ...sent.headers, ...(cookie && { cookie }) },
  })
  return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) }
}

test('a member gets an archived page as a file in which nothing runs, and its words as plain text', async () => {
  const { copy } = await aClaimWithACopy()
  const { status, headers, body } = await ask(copy, observer)
  expect(status).toBe(200)
  expect(body.toString('utf8')).toBe(aPage('Nine districts were paid.'))
  expect(headers.get('content-type')).toBe('application/octet-stream')
  expect(headers.get('content-disposition')).toMatch(/^attachment; .*\.html\.txt$/)
  expect(headers.get('content-security-policy')).toContain("sandbox; default-src 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  const words = await ask(`${copy}?as=text`, observer)
  expect(words.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(words.body.toString('utf8')).not.toContain('<')
})

test('copies and packs are there for nobody else, nor for members who may not know of the article', async () => {
  const { copy, pack, articleId } = await aClaimWithACopy()
  const missing = [copy.replace(/[^/]+$/, uuid()), pack.replace(/claims\/[^/]+/, `claims/${uuid()}`)]
  await limitArticle({ member: editor, articleId, was: null, members: [editor.id] })
  for (const by of [null, stranger, reviewer])
    for (const path of [copy, pack, ...missing]) {
      const { status, body } = await ask(path, by)
      expect([status, body.length]).toEqual([404, 0])
    }
  expect((await ask(copy, editor)).status).toBe(200)
})

test('a member takes everything behind a claim as one file', async () => {
  const { pack } = await aClaimWithACopy()
  const { status, body } = await ask(pack, observer)
  expect(status).toBe(200)
  expect(Object.keys(unzipSync(body))).toEqual(
    expect.arrayContaining(['claim.json', 'evidence.wacz', 'verify/verify-pack.mjs']),
  )
})

test('a picture that is attached is shown as one, anything else is a file', async () => {
  const { files, claim } = await aClaimWithACopy()
  const attach = (body: string | Uint8Array<ArrayBuffer>, name: string) =>
    ask(files, reviewer, { method: 'POST', body, headers: { 'x-file-name': encodeURIComponent(name) } })
  expect((await attach(new Uint8Array(Buffer.from('89504e470d0a1a0a00', 'hex')), 'Brücke.png')).status).toBe(
    201,
  )
  expect((await attach('<svg onload="alert(1)"/>', 'a.png')).status).toBe(201)
  const [evidence] = await readEvidence(reviewer, claim.id)
  const attached = evidence?.snapshots.filter(({ kind }) => kind === 'attached') ?? []
  const [svg, png] = await Promise.all(
    attached.map(({ id }) => ask(`/desk/${desk.slug}/evidence/${id}`, observer)),
  )
  expect([png?.headers.get('content-type'), png?.headers.get('content-disposition')]).toEqual([
    'image/png',
    `inline; filename*=UTF-8''${encodeURIComponent('Brücke.png')}`,
  ])
  expect(svg?.headers.get('content-type')).toBe('application/octet-stream')
  expect(svg?.headers.get('content-disposition')).toMatch(/^attachment/)
})

test('only who may write attaches a file, and only from a page of ours', async () => {
  const { files } = await aClaimWithACopy()
  const sent = { method: 'POST', body: 'words' }
  expect((await ask(files, observer, sent)).status).toBe(403)
  expect((await ask(files, stranger, sent)).status).toBe(404)
  expect((await ask(files, reviewer, { ...sent, headers: { origin: 'https://evil.example' } })).status).toBe(
    403,
  )
  const empty = await ask(files, reviewer, { method: 'POST', body: '' })
  expect([empty.status, empty.body.toString('utf8')]).toEqual([422, 'This file is empty.'])
})
