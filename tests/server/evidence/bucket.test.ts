import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { moveEvidenceCommand } from '../../../server/command/operator/evidence/move-evidence'
import { addFile } from '../../../server/source/snapshot/add-file'
import { evidenceFolder, openEvidence } from '../../../server/source/store/keep-bytes'
import { aBucket } from '../../bucket'
import { freshDatabase } from '../../database'
import { aClaim, aRoomWith, aSource, onDesk } from '../../newsroom'
import { aDataDir } from './a-site'

await freshDatabase()
aDataDir()

const bucket = await aBucket()
const environment = {
  EVIDENCE_STORE: 's3://evidence/of-the-desk',
  EVIDENCE_ENDPOINT: bucket.endpoint,
  EVIDENCE_REGION: 'eu-central-1',
  EVIDENCE_ACCESS_KEY: bucket.accessKey,
  EVIDENCE_SECRET_KEY: bucket.secretKey,
}
beforeEach(() => {
  Object.assign(process.env, environment)
  Object.assign(bucket, { isAway: false, puts: 0 })
  bucket.objects.clear()
})
afterAll(() => {
  for (const name of Object.keys(environment)) delete process.env[name]
  bucket.close()
})

const bytes = Buffer.from('A letter, as it came.')
const sha256 = createHash('sha256').update(bytes).digest('hex')
const path = `/evidence/of-the-desk/${sha256.slice(0, 2)}/${sha256}`

test('evidence is kept in a bucket under its hash, once, and read from there', async () => {
  expect(await openEvidence().get(sha256)).toEqual({ fault: 'missing' })
  expect(await openEvidence().put(bytes)).toBe(sha256)
  expect(await openEvidence().put(bytes)).toBe(sha256)
  expect([...bucket.objects.keys()]).toEqual([path])
  expect(bucket.puts).toBe(1)
  expect(await openEvidence().get(sha256)).toEqual({ bytes })
})

test('what was altered in the bucket is not believed, and is written anew', async () => {
  bucket.objects.set(path, Buffer.from('A letter, as somebody wants it.'))
  expect(await openEvidence().get(sha256)).toEqual({ fault: 'altered' })
  await openEvidence().put(bytes)
  expect(await openEvidence().get(sha256)).toEqual({ bytes })
})

test('with another key, and while the store is away, nothing is called missing', async () => {
  await openEvidence().put(bytes)
  process.env.EVIDENCE_SECRET_KEY = 'another'
  await expect(openEvidence().get(sha256)).rejects.toThrow('answered GET with 403')
  await expect(openEvidence().put(Buffer.from('more'))).rejects.toThrow('with 403')
  process.env.EVIDENCE_SECRET_KEY = bucket.secretKey
  bucket.isAway = true
  await expect(openEvidence().get(sha256)).rejects.toThrow('answered GET with 503')
})

test('no name but a hash is asked for', async () => {
  expect(await openEvidence().get('../../secrets')).toEqual({ fault: 'missing' })
})

test('evidence moves from the folder to the bucket and back, goes on where it stopped, and names what is lacking', async () => {
  delete process.env.EVIDENCE_STORE
  const member = await onDesk('reviewer')
  const [claim, source] = [aClaim({ sources: [] }), aSource()]
  claim.sources.push(source)
  await aRoomWith([claim], member)
  const files = ['One letter.', 'Another letter.'].map((text) => Buffer.from(text))
  for (const [at, file] of files.entries())
    await addFile({ member, claimId: claim.id, sourceId: source.id, fileName: `${at}.txt`, bytes: file })
  process.env.EVIDENCE_STORE = environment.EVIDENCE_STORE
  const move = (to: string) => moveEvidenceCommand.run(['--to', to])
  expect(await move('bucket')).toEqual({ there: 2, before: 0, missing: [], altered: [] })
  expect(await move('bucket')).toMatchObject({ there: 2, before: 2 })
  expect(bucket.puts).toBe(2)
  const [first = '', second = ''] = [...bucket.objects.keys()].map((key) => key.split('/').at(-1)).toSorted()
  rmSync(join(process.env.DATA_DIR ?? '', 'evidence'), { recursive: true })
  bucket.objects.set(`/evidence/of-the-desk/${second.slice(0, 2)}/${second}`, Buffer.from('forged'))
  expect(await move('folder')).toEqual({ there: 1, before: 0, missing: [], altered: [second] })
  expect(process.exitCode).toBe(1)
  process.exitCode = undefined
  expect(await evidenceFolder().get(first)).toHaveProperty('bytes')
  await expect(move('moon')).rejects.toThrow('--to bucket, or --to folder')
})
