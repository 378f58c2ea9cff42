import { createHash } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openEvidence } from '../../../server/source/store/keep-bytes'
import { aBucket } from '../../bucket'

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
