// The Merkle tree of RFC 6962, from its leaves.
import { createHash } from 'node:crypto'

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** The hash of an entry as a leaf. */
export const leafOf = (entry) => sha256(Buffer.of(0), entry)

/** SHA-256 of bytes, in hex. */
export const hex = (bytes) => sha256(bytes).toString('hex')

/** The root over leaves in their order, in base64: odd ones out go up a level as they are. */
export function rootOfLeaves(leaves) {
  if (leaves.length === 0) return sha256().toString('base64')
  let level = leaves
  while (level.length > 1) {
    const above = []
    for (let at = 0; at < level.length; at += 2)
      above.push(at + 1 < level.length ? sha256(Buffer.of(1), level[at], level[at + 1]) : level[at])
    level = above
  }
  return level[0].toString('base64')
}

/** The root, in base64, that a leaf makes with what stands beside it on its way (RFC 9162, 2.1.3.2); null where none. */
export function climb({ index, size, leaf }, beside) {
  if (index >= size) return null
  let [at, last, hash] = [index, size - 1, leaf]
  for (const other of beside) {
    if (last === 0) return null
    if (at % 2 === 1 || at === last) {
      hash = sha256(Buffer.of(1), other, hash)
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2)
        last = Math.floor(last / 2)
      }
    } else hash = sha256(Buffer.of(1), hash, other)
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? Buffer.from(hash).toString('base64') : null
}
