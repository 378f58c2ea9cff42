import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { gunzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { snapshots } from '../../../db/schema'
import { restoreBackup } from '../../../server/backup/restore-backup'
import { writeBackup } from '../../../server/backup/write-backup'
import { renderOutbox } from '../../../server/publication/made/render'
import { readPage } from '../../../server/publication/stored/read-page'
import { writeInRoom } from '../../../server/room/live/write-in-room'
import { packInWorker } from '../../../server/source/pack/pack-in-worker'
import { readPack } from '../../../server/source/pack/read-pack'
import { addFile } from '../../../server/source/snapshot/add-file'
import { archiveSource } from '../../../server/source/snapshot/archive-source'
import { openEvidence } from '../../../server/source/store/keep-bytes'
import { freshDatabase } from '../../database'
import { aClaim, aSource } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'
import { writeClaim } from '../../write-claim'
import { aDataDir, aPage, aSite } from './a-site'

const db = await freshDatabase()
const dataDir = aDataDir()
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const quote = 'By the end of February 14,000,000 marks were paid out in nine districts.'
const site = await aSite({
  '/old': { status: 301, headers: { location: '/register?a=1' } },
  '/register?a=1': { content: aPage(quote) },
})
const room = await aNewsroom()
const [linked, filed] = [aSource({ address: `${site.origin}/old`, quote }), aSource({ address: '' })]
const claim = aClaim({ sources: [linked, filed] })
await writeInRoom(room.article.id, room.author, (doc) => writeClaim(doc, claim, room.article.text))
const named = { claimId: claim.id, member: room.author }
await archiveSource(room.author, { claimId: claim.id, sourceId: linked.id })
await addFile({ ...named, sourceId: filed.id, fileName: 'letter.txt', bytes: Buffer.from('A letter.') })
const version = await published(room, claim)
await renderOutbox()
const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const hashes = [hash(aPage(quote)), hash('A letter.')]

const text = async (path: string) => (await readPage(path))?.bytes.toString('utf8') ?? ''

/** A pack as whoever was sent it unpacks it. */
async function unpacked(change: (files: Record<string, Uint8Array>) => void = () => {}) {
  const files = unzipSync(
    await packInWorker(await readPack(room.author, claim.id), new Date('2026-11-30T02:00:00Z')),
  )
  change(files)
  const folder = mkdtempSync(join(tmpdir(), 'proofroom-pack-'))
  folders.push(folder)
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return { folder, files }
}

/** Runs the verifier of a pack, somewhere where nothing of ours is. */
function verified(folder: string, ...args: string[]) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'verify', 'verify-pack.mjs'), ...args],
    {
      ...{ cwd: tmpdir(), encoding: 'utf8' },
    },
  )
  return { status, said: stderr }
}

test('a publication records the hash and time of what was archived, and readers and programs are told', async () => {
  const page = await text(`/c/${version.number}`)
  const record = JSON.parse(await text(`/c/${version.number}/v/1/record.json`))
  const { sources } = JSON.parse(await text(`/api/v1/claims/${version.number}`))
  expect(record.content.evidence.map(({ sha256 }: { sha256: string }) => sha256)).toEqual(hashes)
  expect(sources.map(({ archived }: { archived: { sha256: string }[] }) => archived[0]?.sha256)).toEqual(
    hashes,
  )
  for (const one of hashes) expect(page).toContain(`SHA-256 ${one}`)
  expect(await text(`/c/${version.number}/v/1/check.txt`)).toContain(`SHA-256 ${hashes[0]}`)
})

test('a pack holds every byte that was archived, and its own verifier finds that everything holds', async () => {
  const { folder, files } = await unpacked()
  for (const one of hashes) expect(hash(files[`files/${one}`] ?? '')).toBe(one)
  const { status, said } = verified(folder)
  expect(said).toContain('seals it, with 2 pieces of evidence')
  expect(status).toBe(0)
})

test('a pack in which a byte, a list or the record was changed does not hold', async () => {
  const { folder } = await unpacked()
  appendFileSync(join(folder, 'files', hashes[0] ?? ''), ' ')
  expect(verified(folder)).toMatchObject({
    status: 1,
    said: expect.stringContaining(`${hashes[0]} was altered`),
  })
  const added = await unpacked()
  writeFileSync(join(added.folder, 'more.txt'), 'more')
  expect(verified(added.folder)).toMatchObject({
    status: 1,
    said: expect.stringContaining('more.txt is not listed'),
  })
  const relisted = await unpacked((files) => {
    const record = Buffer.from(files['published/record.json'] ?? '')
      .toString('utf8')
      .replace(claim.statement, 'Another claim.')
    files['published/record.json'] = Buffer.from(record)
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? '').toString('utf8'))
    for (const file of manifest.files)
      if (file.path === 'published/record.json')
        Object.assign(file, { size: Buffer.byteLength(record), sha256: hash(record) })
    files['manifest.json'] = Buffer.from(JSON.stringify(manifest))
  })
  expect(verified(relisted.folder)).toMatchObject({
    status: 1,
    said: expect.stringContaining('its record is not the one that is sealed'),
  })
})

test('a log’s key that is known from elsewhere is believed rather than the one in the pack', async () => {
  const { folder, files } = await unpacked()
  const key = Buffer.from(files['published/key.txt'] ?? '')
    .toString('utf8')
    .trim()
  expect(verified(folder, '--key', key).status).toBe(0)
  expect(
    verified(
      folder,
      '--key',
      key.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    ).status,
  ).toBe(1)
})

test('the archived pages lie in the pack for replay: an index that leads to whole records of a WARC', async () => {
  const { files } = await unpacked()
  const wacz = unzipSync(files['evidence.wacz'] ?? new Uint8Array())
  const said = (path: string) => Buffer.from(wacz[path] ?? '').toString('utf8')
  const described = JSON.parse(said('datapackage.json'))
  expect(described).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1' })
  for (const { path, hash: listed, bytes } of described.resources)
    expect([`sha256:${hash(wacz[path] ?? '')}`, wacz[path]?.length]).toEqual([listed, bytes])
  expect(JSON.parse(said('datapackage-digest.json')).hash).toBe(`sha256:${hash(said('datapackage.json'))}`)
  const [line = ''] = said('indexes/index.cdxj').split('\n')
  const [key, stamp, ...rest] = line.split(' ')
  expect([key, stamp]).toEqual([`${site.host})/register?a=1`, expect.stringMatching(/^2\d{13}$/)])
  const { url, offset, length, digest, filename } = JSON.parse(rest.join(' '))
  const warc = Buffer.from(wacz[`archive/${filename}`] ?? '')
  const record = gunzipSync(warc.subarray(Number(offset), Number(offset) + Number(length))).toString('utf8')
  expect(record).toMatch(/^WARC\/1\.1\r\nWARC-Type: response\r\n/)
  expect(record).toContain(`WARC-Target-URI: ${url}\r\n`)
  expect(record).toContain(`WARC-Payload-Digest: ${digest}\r\n`)
  expect(digest).toBe(`sha256:${hashes[0]}`)
  expect(record).toContain('HTTP/1.1 200 OK\r\n')
  expect(record.endsWith(`${aPage(quote)}\r\n\r\n`)).toBe(true)
  expect(
    said('pages/pages.jsonl')
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one)),
  ).toMatchObject([{ format: 'json-pages-1.0' }, { url, title: 'The register of relief payments' }])
  // Every record of the file is whole, and says itself how long it is.
  const records = gunzipSync(warc).toString('utf8').split('WARC/1.1\r\n').slice(1)
  expect(records.map((one) => /WARC-Type: (\w+)/.exec(one)?.[1])).toEqual([
    'warcinfo',
    'response',
    'request',
    'metadata',
  ])
})

test('whoever else works in the process does not wait while a pack is made', async () => {
  const sums = Array.from({ length: 600_000 }, (_, line) => `${line} ${(line * 7919) % 1_000_003} marks\n`)
  const bytes = Buffer.from(sums.join(''))
  const added = await addFile({ ...named, sourceId: filed.id, fileName: 'sums.txt', bytes })
  const order = await readPack(room.author, claim.id)
  const before = performance.eventLoopUtilization()
  const pack = await packInWorker(order, new Date())
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
  expect(unzipSync(pack)[`files/${hash(bytes)}`]).toHaveLength(bytes.length)
  await db.delete(snapshots).where(eq(snapshots.id, added))
})

test('a backup carries the bytes of evidence, and a restore brings them back', async () => {
  const path = join(dataDir, 'desk.backup')
  expect(await writeBackup(path)).toMatchObject({ files: 2, missing: [] })
  rmSync(join(dataDir, 'evidence'), { recursive: true })
  expect(await openEvidence().get(hashes[1] ?? '')).toEqual({ fault: 'missing' })
  const without = await writeBackup(join(dataDir, 'without.backup'))
  expect(without).toMatchObject({ files: 0, missing: hashes.toSorted() })
  await restoreBackup(path, { mayReplace: true })
  expect(await openEvidence().get(hashes[1] ?? '')).toEqual({ bytes: Buffer.from('A letter.') })
  expect(readFileSync(join(dataDir, 'evidence', hashes[0]?.slice(0, 2) ?? '', hashes[0] ?? ''), 'utf8')).toBe(
    aPage(quote),
  )
})
