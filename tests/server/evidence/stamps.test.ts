import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { snapshotStamps, snapshots, sourceLooks } from '../../../db/schema'
import { limitArticle } from '../../../server/limit/change-limit'
import { renderOutbox } from '../../../server/publication/made/render'
import { readPage } from '../../../server/publication/stored/read-page'
import { packInWorker } from '../../../server/source/pack/pack-in-worker'
import { readPack } from '../../../server/source/pack/read-pack'
import { addFile } from '../../../server/source/snapshot/add-file'
import { archiveSource } from '../../../server/source/snapshot/archive-source'
import { readEvidence } from '../../../server/source/snapshot/read-evidence'
import { askStamps } from '../../../server/source/stamp/ask-stamps'
import { freshDatabase } from '../../database'
import { aClaim, aDesk, aRoomWith, aSource, damHash, damText, onDesk } from '../../newsroom'
import { published } from '../../publishing'
import { aTimestampAuthority } from '../../timestamp-authority'
import { aDataDir, aPage, aSite } from './a-site'

const db = await freshDatabase()
aDataDir()
const authority = await aTimestampAuthority()
afterAll(() => authority.close())
const site = await aSite({ '/register': { content: aPage('14,000,000 marks were paid out.') } })
const minutes = (count: number) => new Date(Date.now() + count * 60_000)
beforeEach(async () => {
  authority.spoil = (answer) => answer
})

/** A claim of a desk of its own with an archived page behind it; what is older is asked about no more. */
async function anArchivedClaim() {
  for (const table of [snapshotStamps, sourceLooks, snapshots]) await db.delete(table)
  const desk = await aDesk()
  const member = await onDesk('admin', desk)
  const source = aSource({ address: `${site.origin}/register` })
  const claim = aClaim({ sources: [source] })
  const room = await aRoomWith([claim], member)
  const named = { claimId: claim.id, sourceId: source.id }
  await archiveSource(member, named)
  const copies = async () => (await readEvidence(member, claim.id))[0]?.snapshots ?? []
  return { ...room, desk, member, claim, named, copies }
}

const timestamps = { timestampUrl: authority.address, wayback: null }
const stampsOf = (snapshotId = '') =>
  db.select().from(snapshotStamps).where(eq(snapshotStamps.snapshotId, snapshotId))

test('an authority signs when the hash of a copy was there, and the pack holds its answer', async () => {
  const { member, claim, named, copies } = await anArchivedClaim()
  const bytes = Buffer.from('A letter.')
  await addFile({ ...named, member, fileName: 'letter.txt', bytes })
  await askStamps(timestamps, new Date())
  const kept = await copies()
  expect(kept).toHaveLength(2)
  const files = unzipSync(await packInWorker(await readPack(member, claim.id), new Date()))
  for (const { id, sha256, stamps } of kept) {
    expect(Math.abs((stamps.timestampedAt?.getTime() ?? 0) - Date.now())).toBeLessThan(600_000)
    expect(authority.verifies(Buffer.from(files[`timestamps/${id}.tsr`] ?? ''), sha256)).toBe(true)
  }
  const asked = authority.asked
  await askStamps(timestamps, minutes(60 * 24 * 9))
  expect(authority.asked).toBe(asked)
})

test.each([
  ['a refusal', 'stamp-refused', () => Buffer.from('30053003020102', 'hex')],
  ['no timestamp at all', 'stamp-unreadable', () => Buffer.from('<html>Sorry</html>')],
  ['half of one', 'stamp-unreadable', (answer: Buffer) => answer.subarray(0, 200)],
])('%s is believed no more than it says, and asked for again later', async (_, fault, spoil) => {
  const { copies } = await anArchivedClaim()
  authority.spoil = spoil
  await askStamps(timestamps, new Date())
  const [copy] = await copies()
  expect(await stampsOf(copy?.id)).toMatchObject([{ fault, token: null, tries: 1 }])
  authority.spoil = (answer) => answer
  await askStamps(timestamps, new Date())
  expect((await copies())[0]?.stamps.timestampedAt).toBeNull()
  await askStamps(timestamps, minutes(2))
  expect((await copies())[0]?.stamps.timestampedAt).not.toBeNull()
})

test('an answer to another question is not believed', async () => {
  const { copies } = await anArchivedClaim()
  const earlier: Buffer[] = []
  authority.spoil = (answer) => {
    earlier.push(answer)
    return earlier[0] ?? answer
  }
  await askStamps(timestamps, new Date())
  await db.delete(snapshotStamps)
  await askStamps(timestamps, new Date())
  const [copy] = await copies()
  // The same hash, but not what was asked this time.
  expect(await stampsOf(copy?.id)).toMatchObject([{ fault: 'stamp-of-another', token: null }])
})

/** A server that speaks as Save Page Now 2 does: it takes a page, works on it, and says where the copy is. */
async function anArchive() {
  const archive = { asked: [] as string[], state: '', keys: '', origin: '', close: () => {} }
  const server = createServer(async (request, response) => {
    const sent: Buffer[] = []
    for await (const chunk of request) sent.push(chunk)
    const form = new URLSearchParams(Buffer.concat(sent).toString())
    archive.keys = request.headers.authorization ?? ''
    if (request.method === 'POST' && request.url === '/save') archive.asked.push(form.get('url') ?? '')
    const answer =
      request.method === 'POST' ? { url: form.get('url'), job_id: 'spn2-1' } : states[archive.state]
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // It listens on TCP.
  archive.origin = `http://127.0.0.1:${port}`
  archive.close = () => server.close()
  return archive
}
const states: Record<string, object> = {
  pending: { status: 'pending', job_id: 'spn2-1' },
  success: { status: 'success', timestamp: '20261130021005', original_url: 'https://ledger.example/a' },
  error: { status: 'error', status_ext: 'error:no-access' },
}
const archive = await anArchive()
afterAll(() => archive.close())
const wayback = { timestampUrl: null, wayback: { archive: archive.origin, keys: 'access:secret' } }

test('the Wayback Machine is asked to save a page, and its address of it is kept', async () => {
  const { copies } = await anArchivedClaim()
  archive.asked = []
  archive.state = 'pending'
  await askStamps(wayback, new Date())
  expect(archive).toMatchObject({ keys: 'LOW access:secret', asked: [`${site.origin}/register`] })
  await askStamps(wayback, minutes(1))
  expect((await copies())[0]?.stamps.copyAt).toBeNull()
  archive.state = 'success'
  await askStamps(wayback, minutes(2))
  expect((await copies())[0]?.stamps.copyAt).toBe(
    `${archive.origin}/web/20261130021005/https://ledger.example/a`,
  )
  expect(archive.asked).toHaveLength(1)
})

test('readers are led to its copy, which comes after what they read was sealed', async () => {
  const { desk, member, claim, articleId } = await anArchivedClaim()
  const editor = await onDesk('editor', desk)
  const article = { id: articleId, deskId: desk.id, text: damText, hash: damHash }
  const { path, number } = await published({ desk, author: member, editor, article }, claim)
  await renderOutbox()
  const textOf = async (at: string) => (await readPage(at))?.bytes.toString() ?? ''
  const sealed = await textOf(`/c/${number}/v/1`)
  expect(await textOf(path)).not.toContain('Copy at')
  archive.state = 'success'
  await askStamps(wayback, new Date())
  await askStamps(wayback, minutes(1))
  await renderOutbox()
  const copy = `${archive.origin}/web/20261130021005/https://ledger.example/a`
  expect(await textOf(path)).toContain(`<a href="${copy}" rel="nofollow noopener">Copy at 127.0.0.1`)
  const { copies, sources } = JSON.parse(await textOf(`/api/v1/claims/${number}`))
  const [{ sha256 }] = sources[0].archived
  expect(copies).toEqual([{ sha256, address: copy, savedAt: '2026-11-30T02:10:05.000Z' }])
  expect(await textOf(`/c/${number}/v/1`)).toBe(sealed)
})

test('a page that it cannot save is asked for again later', async () => {
  const { copies } = await anArchivedClaim()
  archive.asked = []
  archive.state = 'error'
  await askStamps(wayback, new Date())
  await askStamps(wayback, minutes(1))
  const [copy] = await copies()
  expect(await stampsOf(copy?.id)).toMatchObject([{ fault: 'stamp-refused', job: null, tries: 1 }])
  await askStamps(wayback, minutes(3))
  expect(archive.asked).toHaveLength(2)
})

test('files, and pages behind articles that few may know of, are told to no archive', async () => {
  const { member, named, articleId } = await anArchivedClaim()
  await addFile({ ...named, member, fileName: 'letter.txt', bytes: Buffer.from('Another letter.') })
  await limitArticle({ member, articleId, was: null, members: [member.id] })
  archive.asked = []
  await askStamps(wayback, new Date())
  expect(archive.asked).toEqual([])
})
