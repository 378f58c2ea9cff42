import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Who asks a store of objects, and where it stands. */
export type BucketKeys = { accessKey: string; secretKey: string; region: string }

/** A request as it is signed: `payload` is the SHA-256 of its body in hex, `headers` are all that are signed beside the host. */
export type Signed = { method: string; url: URL; payload: string; headers?: Record<string, string> }

/**
 * The headers under which a store of objects takes a request: AWS Signature Version 4, as S3 wants it
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html).
 */
export function signedHeaders(
  { method, url, payload, headers = {} }: Signed,
  keys: BucketKeys,
  at: Date,
): Record<string, string> {
  const stamp = at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const sent = { ...headers, 'x-amz-content-sha256': payload, 'x-amz-date': stamp }
  const lines = Object.entries({ ...sent, host: url.host })
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  const names = lines.map(([name]) => name).join(';')
  const request = [
    ...[method, pathOf(url), queryOf(url)],
    ...lines.map(([name, value]) => `${name}:${value}`),
    ...['', names, payload],
  ].join('\n')
  const scope = `${stamp.slice(0, 8)}/${keys.region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope, hex(request)].join('\n')
  const signature = bytesToHex(keyed(keyFor(keys, stamp.slice(0, 8)), toSign))
  const authorization = `AWS4-HMAC-SHA256 Credential=${keys.accessKey}/${scope},SignedHeaders=${names},Signature=${signature}`
  return { ...sent, authorization }
}

function keyFor({ secretKey, region }: BucketKeys, day: string): Uint8Array {
  const parts = [day, region, 's3', 'aws4_request']
  return parts.reduce((key, part) => keyed(key, part), utf8ToBytes(`AWS4${secretKey}`))
}

const keyed = (key: Uint8Array, text: string) => hmac(sha256, key, utf8ToBytes(text))
const hex = (text: string) => bytesToHex(sha256(utf8ToBytes(text)))

/** Every byte but those that need no escape (RFC 3986), as the signature wants it. */
const escaped = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

const pathOf = ({ pathname }: URL) =>
  pathname
    .split('/')
    .map((part) => escaped(decodeURIComponent(part)))
    .join('/')

const queryOf = ({ searchParams }: URL) =>
  [...searchParams]
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .toSorted()
    .join('&')
