import { randomBytes } from 'node:crypto'
import { fetchRaw } from '../../article/fetch/fetch-raw'
import { readTimestamp, type StampFault, timestampRequest } from './timestamp'

const limits = { maxBytes: 100_000, timeout: 20_000, maxRedirects: 0 }

/** Asks an authority to sign that a hash was there (RFC 3161 over HTTP); its whole answer, or what is wrong with it. */
export async function askTimestamp(
  authority: string,
  sha256: string,
): Promise<{ token: Buffer; at: Date } | { fault: StampFault }> {
  const asked = { sha256, nonce: randomBytes(8) }
  const { bytes } = await fetchRaw(
    authority,
    { ...limits, allowPrivate: isOf(authority) },
    {
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: Buffer.from(timestampRequest(asked)),
    },
  )
  const read = readTimestamp(bytes, asked)
  return 'at' in read ? { token: Buffer.from(bytes), at: read.at } : read
}

/** Whoever set an address up may have it in their own network. */
export function isOf(address: string) {
  const { hostname, port, protocol } = new URL(address)
  const own = Number(port) || (protocol === 'https:' ? 443 : 80)
  return (host: string, asked: number) => host === hostname.replace(/^\[|\]$/g, '') && asked === own
}
