import { createHash } from 'node:crypto'
import { request } from 'undici'
import { hashOf, joined } from '../../bytes/read-slices'
import { mostEvidenceBytes } from '../snapshot/snapshot'
import { type BucketKeys, signedHeaders } from './bucket-signature'
import { type EvidenceStore, isStoredName } from './evidence-store'

/** A bucket of a store that speaks as S3 does: its endpoint, and under which prefix evidence is kept. */
export type Bucket = BucketKeys & { endpoint: string; bucket: string; prefix: string }

const timeout = 30_000
const nothing = createHash('sha256').digest('hex')

/** Bytes in a bucket, as `<prefix>/<first two digits>/<SHA-256>`; a store that does not answer well is a fault, never "missing". */
export function bucketStore(bucket: Bucket): EvidenceStore {
  const get: EvidenceStore['get'] = async (sha256) => {
    if (!isStoredName(sha256)) return { fault: 'missing' }
    const { statusCode, bytes } = await ask(bucket, 'GET', sha256)
    if (statusCode === 404) return { fault: 'missing' }
    return (await hashOf(bytes)) === sha256 ? { bytes } : { fault: 'altered' }
  }
  return {
    get,
    put: async (bytes) => {
      const sha256 = await hashOf(bytes)
      // What was altered there is written anew: these are the bytes it should have.
      if (!('bytes' in (await get(sha256)))) await ask(bucket, 'PUT', sha256, bytes)
      return sha256
    },
  }
}

async function ask(bucket: Bucket, method: 'GET' | 'PUT', sha256: string, body?: Uint8Array) {
  const { endpoint, prefix } = bucket
  const path = [bucket.bucket, prefix, sha256.slice(0, 2), sha256].filter(Boolean).join('/')
  const url = new URL(`${endpoint.replace(/\/+$/, '')}/${path}`)
  const headers = signedHeaders({ method, url, payload: body ? sha256 : nothing }, bucket, new Date())
  const limits = { headersTimeout: timeout, bodyTimeout: timeout, signal: AbortSignal.timeout(4 * timeout) }
  const answer = await request(url, { method, headers, ...limits, ...(body && { body: Buffer.from(body) }) })
  const bytes = await wholeOf(answer.body)
  const isGood = answer.statusCode === 200 || (method === 'GET' && answer.statusCode === 404)
  // Its own words may name keys; its status says enough.
  if (!isGood) throw new Error(`the store of evidence answered ${method} with ${answer.statusCode}`)
  return { statusCode: answer.statusCode, bytes }
}

async function wholeOf(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    // No evidence is larger: these are other bytes, which the hash would tell, too.
    if (size > mostEvidenceBytes + 1_000_000) break
    chunks.push(chunk)
  }
  return joined(chunks)
}
