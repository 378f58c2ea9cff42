import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** SHA-256, in hex, over the RFC 8785 (canonical) JSON of a value. */
export function canonicalHash(value: unknown): string {
  const json = canonicalize(value)
  if (json === undefined) throw new Error('only JSON values have a canonical hash')
  return bytesToHex(sha256(utf8ToBytes(json)))
}
